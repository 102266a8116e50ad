using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Disclosure;

/// <summary>
/// A contact, held or planned, that names a client at an employer who may be told nothing of them: no permission was recorded that was not over by that
/// day. Recording one, or taking the client off the contact, settles it.
/// </summary>
public sealed record UnpermittedContact
{
    public required Guid VisitId { get; init; }

    public required int Version { get; init; }

    public required Guid EmployerId { get; init; }

    public required string EmployerName { get; init; }

    public required Guid ClientId { get; init; }

    public required string ClientReference { get; init; }

    public required Guid SpecialistId { get; init; }

    public required string SpecialistName { get; init; }

    public required VisitState State { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A client of whom one employer may be told something.</summary>
public sealed record LivePermission
{
    public required Guid ClientId { get; init; }

    public required string ClientReference { get; init; }

    public required string OwnerName { get; init; }

    public required DisclosureLevel Level { get; init; }

    public string? WhoMayBeTold { get; init; }

    public required DateOnly GivenOn { get; init; }

    public DateOnly? RevisitOn { get; init; }
}
