using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Placements;

/// <summary>A job start to record. Either a known employer or the name of a new one.</summary>
public sealed record RecordJobStart
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    public Guid? EmployerId { get; init; }

    public string? NewEmployerName { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>The first day at work, in London.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Hours a week, in minutes; null when they were not said.</summary>
    public int? MinutesAWeek { get; init; }

    /// <summary>Whom to ask for there: somebody who is recorded at the employer already.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Whom to ask for there, as typed: found among the people of the employer, or added to them.</summary>
    public string? ContactName { get; init; }

    /// <summary>The first figure of SOC 2020. Null, here as below, when it was not said.</summary>
    public int? SocMajorGroup { get; init; }

    public bool? AtLeastMinimumWage { get; init; }

    public bool? Permanent { get; init; }

    /// <summary>A job that anybody could have applied for.</summary>
    public bool? Competitive { get; init; }

    /// <summary>Whether it is the kind of job the client wanted.</summary>
    public bool? PreferencesMet { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What the person answered about the job title, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>What the guard looks at: a job title by itself, so that "ward nurse" is a job and not the client's nurse.</summary>
    public TypedTexts Typed => new() { EmployerId = EmployerId, NewEmployerName = NewEmployerName, Texts = [JobTitle] };
}

/// <summary>A job start that was recorded, or had been before.</summary>
/// <param name="NowInWork">Whether this job is what puts the client in work today; never so before its first day.</param>
/// <param name="UndoId">The step that takes it back; null when it was recorded already and nothing changed.</param>
public sealed record JobStartRecorded(PlacementSummary Placement, string ClientReference, bool NowInWork, Guid? UndoId)
{
    /// <summary>What is owed from now on, in the order of the days.</summary>
    public IReadOnlyList<FollowUp> Owed { get; init; } = [];

    /// <summary>What the schedule asks for and contacts had done before the start was recorded.</summary>
    public IReadOnlyList<FollowUp> DoneBefore { get; init; } = [];

    /// <summary>Where it is, with what is worth saying: archived, not to be approached. Null when nothing was recorded.</summary>
    public Employer? Employer { get; init; }

    /// <summary>Other jobs of the client that are not over on the first day: two at once are allowed, and said.</summary>
    public IReadOnlyList<PlacementSummary> OtherJobs { get; init; } = [];
}
