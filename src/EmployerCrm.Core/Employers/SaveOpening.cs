using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Employers;

/// <summary>An opening to record.</summary>
public sealed record RecordOpening
{
    /// <summary>The key of the opening, where a button has one before it is recorded: the same one is recorded once.</summary>
    public Guid? Id { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>As it was said: "two porters".</summary>
    public string? Job { get; init; }

    /// <summary>One of the service's job types; found in the words of the job when null.</summary>
    public string? JobType { get; init; }

    public string? Hours { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day on which it is live; four weeks are assumed when nobody said.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The contact who said so.</summary>
    public Guid? SaidById { get; init; }

    public GuardDecision? Guard { get; init; }
}

/// <summary>An opening that was recorded or closed.</summary>
public sealed record OpeningSaved(Opening Opening, Employer Employer, DateOnly Today, Guid? UndoId);

/// <summary>An opening with the person's clients whom it may suit.</summary>
/// <param name="FitsClients">References of the person's own clients in job search who prefer jobs of its type.</param>
public sealed record OpeningShown(OpeningListing Listing, IReadOnlyList<string> FitsClients);

/// <summary>The live openings of a team, those that fit a client of the person first.</summary>
public sealed record OpeningsShown(IReadOnlyList<OpeningShown> Openings, DateOnly Today);
