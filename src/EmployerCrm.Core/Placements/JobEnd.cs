using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Placements;

/// <summary>The end of a job to record.</summary>
public sealed record RecordJobEnd
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Where the job was; needed when the client has jobs at several employers.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>Which job it was, where it was chosen from several.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>The first day in London without the job; may be to come, when notice was given.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Null when it was not said.</summary>
    public JobEndReason? Reason { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }
}

/// <summary>The end of a job that was recorded, or had been before, or the jobs it may be.</summary>
/// <param name="Ended">The job; null when one has to be chosen first, and then nothing was recorded.</param>
/// <param name="Choices">The jobs to choose from; empty once one is ended.</param>
/// <param name="Standing">What the client is today.</param>
/// <param name="UndoId">The step that takes it back; null when nothing changed.</param>
public sealed record JobEndRecorded(
    string ClientReference, PlacementSummary? Ended, IReadOnlyList<PlacementSummary> Choices, ClientStatus Standing, DateOnly Today, Guid? UndoId)
{
    /// <summary>What is owed since, and what no longer is; null when nothing was recorded.</summary>
    public OwedChange? Owed { get; init; }
}
