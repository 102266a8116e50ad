using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.People;

internal sealed class PeopleRecords(Session session) : IPeopleRecords
{
    private const string SpecialistColumns = "id, object_id, name, team_id, role, weekly_target, left_on, version";

    private const string SpecialistSql = $"select {SpecialistColumns} from specialists where id = @Id";

    private const string SpecialistWithObjectIdSql = $"select {SpecialistColumns} from specialists where object_id = @ObjectId";

    private const string SpecialistsSql = $"select {SpecialistColumns} from specialists order by name";

    private const string OfTeamSql = $"select {SpecialistColumns} from specialists where team_id = @TeamId order by name";

    private const string TeamsSql = "select id, name, nation, version from teams order by name";

    private const string TeamSql = "select id, name, nation, version from teams where id = @Id";

    private const string AddTeamSql = "insert into teams (id, name, nation, version) values (@Id, @Name, @Nation, @Version)";

    private const string AddSpecialistSql = """
        insert into specialists (id, object_id, name, team_id, role, weekly_target, left_on, version)
        values (@Id, @ObjectId, @Name, @TeamId, @Role, @WeeklyTarget, @LeftOn, @Version)
        """;

    private const string SaveTeamSql = "update teams set name = @Name, nation = @Nation, version = @Version where id = @Id and version = @ExpectedVersion";

    private const string SaveSpecialistSql = """
        update specialists
        set object_id = @ObjectId, name = @Name, team_id = @TeamId, role = @Role, weekly_target = @WeeklyTarget, left_on = @LeftOn, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string EndedSql = "select count(*) from ended_sessions where id = @Id";

    private const string EndSql = "insert into ended_sessions (id, forget_at) values (@Id, @ForgetAt)";

    private const string ForgetSql = "delete from ended_sessions where forget_at < @Now";

    public async Task<Specialist?> SpecialistAsync(Guid id) =>
        await session.RememberedAsync(known => known.People, id, key => session.SingleAsync<Specialist>(SpecialistSql, new { Id = key }));

    /// <summary>Who is found here is asked for by id in the turn that follows, which writes and so keeps nothing.</summary>
    public async Task<Specialist?> SpecialistWithObjectIdAsync(string objectId) => await session.RememberedAsync(
        known => known.PeopleByObjectId,
        objectId,
        async key => await session.SingleAsync<Specialist>(SpecialistWithObjectIdSql, new { ObjectId = key }) is { } found
            ? await session.RememberedAsync(known => known.People, found.Id, _ => Task.FromResult<Specialist?>(found))
            : null);

    public async Task<IReadOnlyList<Specialist>> SpecialistsAsync() => await session.QueryAsync<Specialist>(SpecialistsSql);

    public async Task<IReadOnlyList<Specialist>> OfTeamAsync(Guid teamId) => await session.QueryAsync<Specialist>(OfTeamSql, new { TeamId = teamId });

    public async Task<IReadOnlyList<Team>> TeamsAsync() => await session.QueryAsync<Team>(TeamsSql);

    public async Task<Team?> TeamAsync(Guid id) => await session.SingleAsync<Team>(TeamSql, new { Id = id });

    public Task AddAsync(Team team) => session.ExecuteAsync(AddTeamSql, team);

    public Task AddAsync(Specialist specialist) => session.ExecuteAsync(AddSpecialistSql, specialist);

    public async Task<bool> SaveAsync(Specialist specialist, int expectedVersion) => await session.ExecuteAsync(
        SaveSpecialistSql,
        new
        {
            specialist.Id, specialist.ObjectId, specialist.Name, specialist.TeamId, specialist.Role, specialist.WeeklyTarget, specialist.LeftOn, specialist.Version,
            ExpectedVersion = expectedVersion,
        }) > 0;

    public async Task<bool> SaveAsync(Team team, int expectedVersion) =>
        await session.ExecuteAsync(SaveTeamSql, new { team.Id, team.Name, team.Nation, team.Version, ExpectedVersion = expectedVersion }) > 0;

    public Task<HeldWork> HeldByAsync(Guid specialistId) => new HeldRecords(session).OfAsync(specialistId);

    public Task<IReadOnlyList<HeldCounts>> HeldCountsAsync() => new HeldRecords(session).CountsAsync();

    public Task HandOverAsync(Guid fromId, Guid toId) => new HeldRecords(session).GiveAsync(fromId, toId);

    public async Task<bool> HasSessionEndedAsync(Guid sessionId) => await session.CountAsync(EndedSql, new { Id = sessionId }) > 0;

    public Task EndSessionAsync(Guid sessionId, DateTimeOffset forgetAt) => session.ExecuteAsync(EndSql, new { Id = sessionId, ForgetAt = forgetAt });

    public Task ForgetEndedSessionsAsync(DateTimeOffset now) => session.ExecuteAsync(ForgetSql, new { Now = now });
}
