using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Visits;

internal sealed class VisitRecords(Session session) : IVisitRecords
{
    private const string VisitSql = """
        select id, employer_id, specialist_id, team_id, contact_id, client_id, state, channel,
          visited_on as [On], visited_at as [At], notes, logged_at, version
        from visits
        where id = @Id
        """;

    private const string OfSpecialistSql = """
        select v.id, v.employer_id, e.name as employer_name, e.town, c.name as contact_name, k.reference as client_reference,
          v.state, v.channel, v.visited_on as [On], v.visited_at as [At]
        from visits v
          inner join employers e on e.id = v.employer_id
          left join contacts c on c.id = v.contact_id
          left join clients k on k.id = v.client_id
        where v.specialist_id = @SpecialistId and v.visited_on >= @First and v.visited_on <= @Last
        order by v.visited_on, case when v.visited_at is null then 1 else 0 end, v.visited_at, v.logged_at
        """;

    private const string AddVisitSql = """
        insert into visits (id, employer_id, specialist_id, team_id, contact_id, client_id, state, channel, visited_on, visited_at, notes, logged_at, version)
        values (@Id, @EmployerId, @SpecialistId, @TeamId, @ContactId, @ClientId, @State, @Channel, @VisitedOn, @VisitedAt, @Notes, @LoggedAt, @Version)
        """;

    private const string SaveVisitSql = """
        update visits
        set employer_id = @EmployerId, specialist_id = @SpecialistId, team_id = @TeamId, contact_id = @ContactId, client_id = @ClientId,
          state = @State, channel = @Channel, visited_on = @VisitedOn, visited_at = @VisitedAt, notes = @Notes, logged_at = @LoggedAt, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveVisitSql = "delete from visits where id = @Id and version = @Version";

    public Task<Visit?> VisitAsync(Guid id) => session.SingleAsync<Visit>(VisitSql, new { Id = id });

    public async Task<IReadOnlyList<VisitSummary>> OfSpecialistAsync(Guid specialistId, DateOnly from, DateOnly to) =>
        await session.QueryAsync<VisitSummary>(OfSpecialistSql, new { SpecialistId = specialistId, First = from, Last = to });

    public Task<WeeklyCount> WeeklyCountAsync(Guid specialistId, DateOnly weekStart) => new WeeklyCounts(session).OfAsync(specialistId, weekStart);

    public Task CountAsync(Guid specialistId, DateOnly weekStart, int inPerson, int all) =>
        new WeeklyCounts(session).AddAsync(specialistId, weekStart, inPerson, all);

    public Task AddAsync(Visit visit) => session.ExecuteAsync(AddVisitSql, Row(visit, expectedVersion: 0));

    public async Task<bool> SaveAsync(Visit visit, int expectedVersion) => await session.ExecuteAsync(SaveVisitSql, Row(visit, expectedVersion)) > 0;

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveVisitSql, new { Id = id, Version = expectedVersion }) > 0;

    private static object Row(Visit visit, int expectedVersion) => new
    {
        visit.Id,
        visit.EmployerId,
        visit.SpecialistId,
        visit.TeamId,
        visit.ContactId,
        visit.ClientId,
        visit.State,
        visit.Channel,
        VisitedOn = visit.On,
        VisitedAt = visit.At,
        visit.Notes,
        visit.LoggedAt,
        visit.Version,
        ExpectedVersion = expectedVersion,
    };
}
