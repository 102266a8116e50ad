using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Employers;

/// <summary>
/// What a person reads about an employer: who knows it and what comes next, from every team, and what the person's own team owes there. Holds no note
/// and no client reference.
/// </summary>
/// <param name="KnownBy">Colleagues of every team who have been in contact, the latest contact first.</param>
/// <param name="Last">The latest contact that has happened.</param>
/// <param name="NextPlanned">The next visit that is planned.</param>
/// <param name="Owed">Open follow-ups of the person's own team, the earliest due first and those without a date last.</param>
/// <param name="People">People at the employer, by name.</param>
public sealed record EmployerOverview(
    Employer Employer, IReadOnlyList<KnowingColleague> KnownBy, EmployerContactMade? Last, EmployerContactMade? NextPlanned, IReadOnlyList<OwedToEmployer> Owed,
    IReadOnlyList<Contact> People);

/// <summary>A colleague who knows an employer.</summary>
public sealed record KnowingColleague
{
    public required Guid SpecialistId { get; init; }

    public required string Name { get; init; }

    public required Guid TeamId { get; init; }

    public required string TeamName { get; init; }

    /// <summary>The last day the colleague works here; null for most.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Employer contacts on any channel.</summary>
    public required int Contacts { get; init; }

    public required DateOnly LastOn { get; init; }
}

/// <summary>The bare fact of a contact with an employer, held or planned.</summary>
public sealed record EmployerContactMade
{
    public required Guid SpecialistId { get; init; }

    public required string SpecialistName { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }
}

/// <summary>A follow-up that is owed to an employer, with its owner.</summary>
public sealed record OwedToEmployer
{
    public required string Title { get; init; }

    public required Guid OwnerId { get; init; }

    public required string OwnerName { get; init; }

    public DateOnly? DueOn { get; init; }
}
