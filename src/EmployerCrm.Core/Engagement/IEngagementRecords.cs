using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Engagement;

public interface IEngagementRecords
{
    /// <summary>Waits for, or keeps out, whoever else counts evidence of the employer in another transaction, until this one ends.</summary>
    /// <returns>How the employer stands; null when it is not there.</returns>
    Task<EmployerStanding?> HoldAsync(Guid employerId);

    /// <summary>Adds to what is counted for the employer on that day.</summary>
    Task CountAsync(Guid employerId, Evidence evidence);

    /// <summary>What is counted for the employer from that day on, days to come included.</summary>
    Task<IReadOnlyList<Evidence>> EvidenceAsync(Guid employerId, DateOnly since);

    /// <summary>Null when the employer is not there.</summary>
    Task<EmployerStanding?> StandingAsync(Guid employerId);

    Task SaveAsync(EmployerStanding standing);

    /// <summary>Adds to the history; of several changes at one instant the history keeps one, from the first level to the last.</summary>
    Task AddAsync(LevelChange change);

    /// <summary>The latest changes, the latest first.</summary>
    Task<IReadOnlyList<LevelChange>> ChangesAsync(Guid employerId, int most);

    /// <summary>What a team lead has set, whether it still holds or not.</summary>
    Task<LevelOverride?> OverrideAsync(Guid employerId);

    /// <summary>Adds the first that is set for the employer.</summary>
    /// <exception cref="DuplicateKeyException">The employer has one already.</exception>
    Task AddAsync(LevelOverride set);

    /// <summary>Saves over the version that was seen; false when it moved on.</summary>
    Task<bool> SaveAsync(LevelOverride set, int expectedVersion);

    /// <summary>Employers whose level time alone changes by this day, of not more than so many.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(DateOnly today, int most);

    /// <summary>The latest contacts of every team that were held on or after the day: bare facts.</summary>
    Task<IReadOnlyList<ContactFact>> ContactsAsync(Guid employerId, DateOnly since, int most);

    /// <summary>The team's jobs of clients at the employer, the latest start first.</summary>
    Task<IReadOnlyList<JobFact>> JobsAsync(Guid employerId, Guid teamId);
}

/// <summary>A contact with an employer, as everybody in the service may know of it.</summary>
public sealed record ContactFact
{
    public required Guid VisitId { get; init; }

    public required string SpecialistName { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly On { get; init; }

    public required Reached Reached { get; init; }

    public required Purpose Purpose { get; init; }
}

/// <summary>A client's job at an employer, for the client's team.</summary>
public sealed record JobFact
{
    public required Guid PlacementId { get; init; }

    public required string ClientReference { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}
