namespace EmployerCrm.Core.People;

/// <summary>Days on which a person is away, both ends included.</summary>
public sealed record Leave
{
    public required Guid Id { get; init; }

    public required Guid SpecialistId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The colleague who gets what is urgent meanwhile.</summary>
    public Guid? CoverId { get; init; }

    public int Version { get; init; } = 1;

    public bool Holds(DateOnly day) => From <= day && day <= To;

    public bool Overlaps(DateOnly from, DateOnly to) => From <= to && from <= To;
}
