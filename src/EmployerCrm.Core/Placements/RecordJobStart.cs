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
public sealed record JobStartRecorded(PlacementSummary Placement, string ClientReference, bool NowInWork, Guid? UndoId);
