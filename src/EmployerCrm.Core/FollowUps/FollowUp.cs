namespace EmployerCrm.Core.FollowUps;

public enum FollowUpState
{
    Open,
    Done,

    /// <summary>No longer owed, though nobody did it.</summary>
    Cancelled,
}

/// <summary>A dated action that is owed: promised at a visit, or a reminder a person set.</summary>
public sealed record FollowUp
{
    public required Guid Id { get; init; }

    /// <summary>Null for a reminder that is about no employer.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>The visit it was promised at.</summary>
    public Guid? VisitId { get; init; }

    public Guid? ClientId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid TeamId { get; init; }

    public required string Title { get; init; }

    /// <summary>A date has no time zone. Null when none was said.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The wall-clock time in London on that day, if one was said.</summary>
    public TimeOnly? DueAt { get; init; }

    public required FollowUpState State { get; init; }

    /// <summary>When it was done or cancelled.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who did it or cancelled it.</summary>
    public Guid? DoneById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A follow-up with the names a person reads beside it.</summary>
public sealed record FollowUpSummary
{
    public required Guid Id { get; init; }

    public Guid? EmployerId { get; init; }

    public required Guid TeamId { get; init; }

    /// <summary>Null where no employer belongs to it: the title stands alone.</summary>
    public string? EmployerName { get; init; }

    public required string Title { get; init; }

    public DateOnly? DueOn { get; init; }

    public TimeOnly? DueAt { get; init; }

    public required FollowUpState State { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public Guid? DoneById { get; init; }

    public string? DoneByName { get; init; }

    public required int Version { get; init; }
}
