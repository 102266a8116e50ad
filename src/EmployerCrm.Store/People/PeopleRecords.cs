using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.People;

internal sealed class PeopleRecords(Session session) : IPeopleRecords
{
    private const string SpecialistColumns = "id, object_id, name, team_id, role, weekly_target, left_on";

    private const string SpecialistSql = $"select {SpecialistColumns} from specialists where id = @Id";

    private const string SpecialistWithObjectIdSql = $"select {SpecialistColumns} from specialists where object_id = @ObjectId";

    private const string SpecialistsSql = $"select {SpecialistColumns} from specialists order by name";

    private const string TeamsSql = "select id, name, nation from teams order by name";

    private const string AddTeamSql = "insert into teams (id, name, nation) values (@Id, @Name, @Nation)";

    private const string AddSpecialistSql = """
        insert into specialists (id, object_id, name, team_id, role, weekly_target, left_on)
        values (@Id, @ObjectId, @Name, @TeamId, @Role, @WeeklyTarget, @LeftOn)
        """;

    public async Task<Specialist?> SpecialistAsync(Guid id) =>
        await session.RememberedAsync(known => known.People, id, key => session.SingleAsync<Specialist>(SpecialistSql, new { Id = key }));

    public async Task<Specialist?> SpecialistWithObjectIdAsync(string objectId) => await session.RememberedAsync(
        known => known.PeopleByObjectId, objectId, key => session.SingleAsync<Specialist>(SpecialistWithObjectIdSql, new { ObjectId = key }));

    public async Task<IReadOnlyList<Specialist>> SpecialistsAsync() => await session.QueryAsync<Specialist>(SpecialistsSql);

    public async Task<IReadOnlyList<Team>> TeamsAsync() => await session.QueryAsync<Team>(TeamsSql);

    public Task AddAsync(Team team) => session.ExecuteAsync(AddTeamSql, team);

    public Task AddAsync(Specialist specialist) => session.ExecuteAsync(AddSpecialistSql, specialist);
}
