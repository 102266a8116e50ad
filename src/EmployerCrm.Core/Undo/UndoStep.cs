namespace EmployerCrm.Core.Undo;

public enum UndoKind
{
    VisitLogged,
    VisitChanged,
    FollowUpDone,
    FollowUpSnoozed,
    JobStarted,
    ReminderAdded,
    ClientAdded,
    ClientChanged,
    ClientClosed,
    ClientContactsRecorded,
    JobEnded,
    ClientSteppedDown,
    ClientReopened,
    PermissionGiven,
    PermissionRevoked,
    JobChanged,
    FollowUpGiven,
    CareTeamTold,
    EmployerAdded,
    EmployerChanged,
    ContactAdded,
    ContactChanged,
    OpeningRecorded,
    OpeningChanged,
    LiaisonRecorded,
    SettingsChanged,
    LeaveAdded,
    LeaveChanged,
    LeaveRemoved,
}

/// <summary>The inverse of one chat use case.</summary>
public sealed record UndoStep
{
    public required Guid Id { get; init; }

    public required Guid SpecialistId { get; init; }

    public required UndoKind Kind { get; init; }

    /// <summary>The record the person sees undone: the visit, the follow-up, the placement, the client, or the first of several.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Kinds, ids, versions and earlier values of the rows to take back, as JSON; refused when a version moved on.</summary>
    public required string Rows { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

public interface IUndoRecords
{
    Task<UndoStep?> StepAsync(Guid id);

    /// <summary>The person's latest step that has not been undone, made after the given instant.</summary>
    Task<UndoStep?> LatestAsync(Guid specialistId, DateTimeOffset after);

    /// <summary>The latest step about this visit, follow-up or placement that has not been undone.</summary>
    Task<UndoStep?> LatestOfSubjectAsync(Guid subjectId);

    /// <summary>Every step about this visit, follow-up or placement that has not been undone.</summary>
    Task<IReadOnlyList<UndoStep>> OpenOfSubjectAsync(Guid subjectId);

    /// <summary>Every step of a person, made after the given instant, that has not been undone.</summary>
    Task<IReadOnlyList<UndoStep>> OpenOfSpecialistAsync(Guid specialistId, DateTimeOffset after);

    Task AddAsync(UndoStep step);

    /// <summary>Replaces the rows of a step, after a later step on the same record was taken back.</summary>
    Task SaveRowsAsync(Guid id, string rows);

    /// <summary>Marks the step as undone; false when it was already.</summary>
    Task<bool> UndoneAsync(Guid id, DateTimeOffset at);
}
