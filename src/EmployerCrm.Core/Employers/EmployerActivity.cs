namespace EmployerCrm.Core.Employers;

/// <summary>
/// What one specialist has done with one employer: a derived fact, kept up to date in every turn and proved equal to the visits by `rebuild`.
/// The rows of an employer together are its "who knows this employer".
/// </summary>
public sealed record EmployerActivity
{
    public required Guid EmployerId { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>Employer contacts on any channel.</summary>
    public required int Contacts { get; init; }

    /// <summary>Contacts in person.</summary>
    public required int Visits { get; init; }

    public required DateOnly FirstOn { get; init; }

    public required DateOnly LastOn { get; init; }
}
