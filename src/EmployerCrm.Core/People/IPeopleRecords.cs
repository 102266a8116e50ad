namespace EmployerCrm.Core.People;

public interface IPeopleRecords
{
    Task<Specialist?> SpecialistAsync(Guid id);

    /// <summary>The person with this Entra object id, also one who has left; null when unknown.</summary>
    Task<Specialist?> SpecialistWithObjectIdAsync(string objectId);

    Task<IReadOnlyList<Specialist>> SpecialistsAsync();

    /// <summary>Everybody of a team, leavers included, by name.</summary>
    Task<IReadOnlyList<Specialist>> OfTeamAsync(Guid teamId);

    Task<IReadOnlyList<Team>> TeamsAsync();

    Task<Team?> TeamAsync(Guid id);

    Task AddAsync(Team team);

    Task AddAsync(Specialist specialist);

    /// <summary>False when the row is not at that version.</summary>
    Task<bool> SaveAsync(Specialist specialist, int expectedVersion);

    /// <summary>False when the row is not at that version.</summary>
    Task<bool> SaveAsync(Team team, int expectedVersion);

    /// <summary>Open follow-ups, planned visits, employers and clients (closed ones aside) of a person.</summary>
    Task<HeldWork> HeldByAsync(Guid specialistId);

    /// <summary>The same of everybody, as counts.</summary>
    Task<IReadOnlyList<HeldCounts>> HeldCountsAsync();

    /// <summary>Gives all of that to somebody else; every row's version grows.</summary>
    Task HandOverAsync(Guid fromId, Guid toId);

    Task<bool> HasSessionEndedAsync(Guid sessionId);

    Task EndSessionAsync(Guid sessionId, DateTimeOffset forgetAt);

    Task ForgetEndedSessionsAsync(DateTimeOffset now);
}
