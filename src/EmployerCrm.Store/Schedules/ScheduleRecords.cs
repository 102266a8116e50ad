using EmployerCrm.Core.Schedules;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Schedules;

internal sealed class ScheduleRecords(Session session) : IScheduleRecords
{
    private const string Columns = "id, team_id, name, number, steps, saved_by_id, saved_at";

    private const string ScheduleSql = $"select {Columns} from schedule_templates where id = @Id";

    private const string LatestSql = $"""
        select {Columns}
        from schedule_templates
        where team_id = @TeamId and name = @Name
        order by number desc
        {Dialect.Page}
        """;

    private const string OfTeamSql = $"select {Columns} from schedule_templates where team_id = @TeamId order by name, number desc";

    private const string AddSql = """
        insert into schedule_templates (id, team_id, name, number, steps, saved_by_id, saved_at)
        values (@Id, @TeamId, @Name, @Number, @Steps, @SavedById, @SavedAt)
        """;

    public Task<StoredSchedule?> ScheduleAsync(Guid id) => session.SingleAsync<StoredSchedule>(ScheduleSql, new { Id = id });

    public Task<StoredSchedule?> LatestAsync(Guid teamId, string name) =>
        session.SingleAsync<StoredSchedule>(LatestSql, new { TeamId = teamId, Name = name, Skip = 0, Take = 1 });

    public async Task<IReadOnlyList<StoredSchedule>> OfTeamAsync(Guid teamId) => await session.QueryAsync<StoredSchedule>(OfTeamSql, new { TeamId = teamId });

    public Task AddAsync(StoredSchedule schedule) => session.ExecuteAsync(AddSql, schedule);
}
