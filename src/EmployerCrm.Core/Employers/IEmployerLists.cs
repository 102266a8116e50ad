using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>Employers in lists: found as they are typed, filtered and sorted, near a place, and what happened at one. Nothing here grows with the number of employers.</summary>
public interface IEmployerLists
{
    /// <summary>
    /// Employers that may be meant by what was typed, a hundred or two, in no order: those that hold its rarest words, and of those too common to be read whole
    /// the actor's own and some.
    /// </summary>
    Task<IReadOnlyList<FoundEmployer>> FindAsync(Actor actor, SearchText text);

    /// <summary>The employers with which the person was in contact last, the latest first.</summary>
    Task<IReadOnlyList<FoundEmployer>> RecentAsync(Actor actor, int most);

    Task<EmployerIds> PageAsync(EmployerQuery query);

    /// <summary>What a list tells of each employer beside its record.</summary>
    /// <param name="teamId">The team whose open follow-ups are counted; null for none.</param>
    Task<IReadOnlyList<EmployerFacts>> FactsAsync(IReadOnlyCollection<Guid> ids, Guid? teamId);

    /// <summary>Visits of every team that are planned at these employers from that day on, the earliest first.</summary>
    Task<IReadOnlyList<PlannedThere>> PlannedAsync(IReadOnlyCollection<Guid> ids, DateOnly from);

    /// <summary>Towns whose spelling shares most letters with the one typed, the likeliest first.</summary>
    Task<IReadOnlyList<string>> TownsLikeAsync(string town);

    /// <summary>What happened at the employer, the latest first: of every source not more than so many, from the place on backwards.</summary>
    /// <param name="teamId">The team that may read notes, clients and jobs; null for none.</param>
    Task<IReadOnlyList<TimelineEntry>> TimelineAsync(Guid employerId, Guid? teamId, TimelinePlace? before, int most);
}

/// <summary>An employer that may be meant.</summary>
public sealed record FoundEmployer(Employer Employer, IReadOnlyList<Contact> People, int Level)
{
    /// <summary>The person looks after it, or has been in contact.</summary>
    public bool IsMine { get; init; }

    /// <summary>The day of the person's last contact.</summary>
    public DateOnly? MyLastOn { get; init; }

    /// <summary>The person's team looks after it.</summary>
    public bool IsTeams { get; init; }
}

/// <summary>What a list tells of an employer beside its record.</summary>
public sealed record EmployerFacts
{
    public required Guid EmployerId { get; init; }

    public required int Level { get; init; }

    /// <summary>The day on which time alone makes the level another.</summary>
    public DateOnly? ReviewOn { get; init; }

    public IReadOnlyList<KnowingColleague> KnownBy { get; init; } = [];

    /// <summary>Open follow-ups of the team.</summary>
    public int Owed { get; init; }
}

/// <summary>A colleague's visit that is planned at an employer.</summary>
public sealed record PlannedThere
{
    public required Guid EmployerId { get; init; }

    public required Guid SpecialistId { get; init; }

    public required string SpecialistName { get; init; }

    public required Visits.Channel Channel { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }
}
