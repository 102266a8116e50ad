using EmployerCrm.Core.Placements;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Placements;

internal sealed class PlacementRecords(Session session) : IPlacementRecords
{
    private const string PlacementSql = """
        select id, client_id, employer_id, specialist_id, team_id, job_title, starts_on, recorded_at, ends_on, end_reason, version
        from placements
        where id = @Id
        """;

    private const string OfClientSql = """
        select p.id, p.client_id, p.employer_id, e.name as employer_name, e.town, p.job_title, p.starts_on, p.ends_on, p.end_reason, p.recorded_at, s.name as recorded_by_name
        from placements p
          inner join employers e on e.id = p.employer_id
          inner join specialists s on s.id = p.specialist_id
        where p.client_id = @ClientId
        order by p.starts_on desc, p.recorded_at desc
        """;

    private const string AddPlacementSql = """
        insert into placements (id, client_id, employer_id, specialist_id, team_id, job_title, starts_on, recorded_at, ends_on, end_reason, version)
        values (@Id, @ClientId, @EmployerId, @SpecialistId, @TeamId, @JobTitle, @StartsOn, @RecordedAt, @EndsOn, @EndReason, @Version)
        """;

    private const string SavePlacementSql = """
        update placements
        set job_title = @JobTitle, starts_on = @StartsOn, ends_on = @EndsOn, end_reason = @EndReason, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemovePlacementSql = "delete from placements where id = @Id and version = @Version";

    public Task<Placement?> PlacementAsync(Guid id) => session.SingleAsync<Placement>(PlacementSql, new { Id = id });

    public async Task<IReadOnlyList<PlacementSummary>> OfClientAsync(Guid clientId) =>
        await session.QueryAsync<PlacementSummary>(OfClientSql, new { ClientId = clientId });

    public Task AddAsync(Placement placement) => session.ExecuteAsync(AddPlacementSql, placement);

    public async Task<bool> SaveAsync(Placement placement, int expectedVersion) => await session.ExecuteAsync(
        SavePlacementSql,
        new { placement.Id, placement.JobTitle, placement.StartsOn, placement.EndsOn, placement.EndReason, placement.Version, ExpectedVersion = expectedVersion }) > 0;

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemovePlacementSql, new { Id = id, Version = expectedVersion }) > 0;
}
