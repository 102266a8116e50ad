namespace EmployerCrm.Core.Visits;

/// <summary>A contact with an employer at which a client was. Seen by the client's team only.</summary>
public sealed record VisitWithClient
{
    public required DateOnly On { get; init; }

    public required Channel Channel { get; init; }

    public required Guid SpecialistId { get; init; }

    public required Guid EmployerId { get; init; }

    public required string EmployerName { get; init; }
}
