namespace EmployerCrm.Core.Clients;

public enum ClientStatus
{
    JobSearch,
    InWork,
    SteppedDown,
    Closed,
}

/// <summary>Why a client's record was closed. None tells anything about health.</summary>
public enum ClosingReason
{
    SupportNoLongerNeeded,
    ProgrammeEnded,
    ChoseToLeave,
    MovedAway,
    AnotherService,
    LostContact,
    Other,
}

/// <summary>
/// A client of the service: an opaque reference and nothing that tells who it is. That a person is a client implies a health condition, so
/// everything linked to this row is special category data and is seen by the owning team only.
/// </summary>
public sealed record Client
{
    public required Guid Id { get; init; }

    /// <summary>Two letters and two digits, upper case, issued by the system; never initials.</summary>
    public required string Reference { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid TeamId { get; init; }

    /// <summary>The programme's name, from configuration (for example "IPS in secondary care").</summary>
    public required string Programme { get; init; }

    public required DateOnly EnteredOn { get; init; }

    /// <summary>What was decided last. What the client is on a day follows from this and the jobs: <see cref="ClientStanding"/>.</summary>
    public required ClientStatus Status { get; init; }

    /// <summary>The reference came from another system and somebody must check that it is not made of initials.</summary>
    public required bool CheckReference { get; init; }

    /// <summary>The day in London from which the record is closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    public ClosingReason? ClosingReason { get; init; }

    /// <summary>The day in London on which the last step-down was decided; it stays when support is taken up again.</summary>
    public DateOnly? SteppedDownOn { get; init; }

    public int Version { get; init; } = 1;
}
