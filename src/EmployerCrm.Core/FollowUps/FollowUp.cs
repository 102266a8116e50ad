namespace EmployerCrm.Core.FollowUps;

public enum FollowUpState
{
    Open,
    Done,

    /// <summary>No longer owed, though nobody did it.</summary>
    Cancelled,
}

/// <summary>What is owed, and to whom.</summary>
public enum FollowUpKind
{
    /// <summary>Promised at a visit.</summary>
    Promise,

    /// <summary>A person asked to be reminded.</summary>
    Reminder,

    /// <summary>To be in touch with a client; a client contact does it.</summary>
    ClientContact,

    /// <summary>To ask an employer how a client's job goes; exists only with a live disclosure permission.</summary>
    EmployerCheckIn,

    /// <summary>To tell the care team how work goes.</summary>
    CareTeamUpdate,

    /// <summary>To talk a disclosure permission through again.</summary>
    PermissionRevisit,
}

/// <summary>A dated action that is owed: promised at a visit, a reminder a person set, or a step of a schedule.</summary>
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

    /// <summary>The visit or client contact that did it; null where a person said so, and for what was cancelled.</summary>
    public Guid? DoneThroughId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public FollowUpKind Kind { get; init; }

    /// <summary>The job whose schedule owes it.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>Which step of the schedule it is; null for what no schedule owes.</summary>
    public string? StepKey { get; init; }

    /// <summary>The day that the step was counted from.</summary>
    public DateOnly? AnchoredOn { get; init; }

    /// <summary>Which time of the step it is, from 1.</summary>
    public int? Occurrence { get; init; }

    /// <summary>The first day on which doing it counts; null for any.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Whether only a meeting in person will do.</summary>
    public bool InPerson { get; init; }

    /// <summary>How often it was put off.</summary>
    public int SnoozedTimes { get; init; }

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

    public FollowUpKind Kind { get; init; }

    /// <summary>The client it is about, where the title does not name one: a step of a schedule. Seen by the owning team only.</summary>
    public string? ClientReference { get; init; }

    /// <summary>Of the client whose reference stands there.</summary>
    public Guid? ClientId { get; init; }

    public bool InPerson { get; init; }

    public int SnoozedTimes { get; init; }

    public Guid OwnerId { get; init; }

    public string OwnerName { get; init; } = "";

    public required int Version { get; init; }
}
