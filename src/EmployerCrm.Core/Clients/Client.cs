namespace EmployerCrm.Core.Clients;

public enum ClientStatus
{
    JobSearch,
    InWork,
    SteppedDown,
    Closed,
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

    public required ClientStatus Status { get; init; }

    /// <summary>The reference came from another system and somebody must check that it is not made of initials.</summary>
    public required bool CheckReference { get; init; }
}
