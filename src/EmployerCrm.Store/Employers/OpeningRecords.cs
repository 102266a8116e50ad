using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

internal sealed class OpeningRecords(Session session) : IOpeningRecords
{
    private const string Columns =
        "id, employer_id, team_id, job, job_type, hours, starts_on as [From], closes_on, said_by_id, recorded_by_id, recorded_at, closed_on, version";

    private const string OpeningSql = $"select {Columns} from openings where id = @Id";

    private const string OfEmployerSql = $"select {Columns} from openings where employer_id = @EmployerId order by closes_on desc, recorded_at desc";

    private const string LiveSql = """
        select o.id, o.employer_id, e.name as employer_name, e.town, o.job, o.job_type, o.hours, o.starts_on as [From], o.closes_on, c.name as said_by,
          s.name as recorded_by, o.recorded_at, o.version
        from openings o
          inner join employers e on e.id = o.employer_id
          inner join specialists s on s.id = o.recorded_by_id
          left join contacts c on c.id = o.said_by_id
        where o.team_id = @TeamId and o.closes_on >= @Today and o.closed_on is null and e.archived_on is null
        order by o.closes_on, o.recorded_at
        """;

    private const string AddOpeningSql = """
        insert into openings (id, employer_id, team_id, job, job_type, hours, starts_on, closes_on, said_by_id, recorded_by_id, recorded_at, closed_on, version)
        values (@Id, @EmployerId, @TeamId, @Job, @JobType, @Hours, @From, @ClosesOn, @SaidById, @RecordedById, @RecordedAt, @ClosedOn, @Version)
        """;

    private const string SaveOpeningSql = """
        update openings
        set job = @Job, job_type = @JobType, hours = @Hours, starts_on = @From, closes_on = @ClosesOn, said_by_id = @SaidById, closed_on = @ClosedOn, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveOpeningSql = "delete from openings where id = @Id and version = @Version";

    public Task<Opening?> OpeningAsync(Guid id) => session.SingleAsync<Opening>(OpeningSql, new { Id = id });

    public async Task<IReadOnlyList<Opening>> OfEmployerAsync(Guid employerId) => await session.QueryAsync<Opening>(OfEmployerSql, new { EmployerId = employerId });

    public async Task<IReadOnlyList<OpeningListing>> LiveAsync(Guid teamId, DateOnly today) =>
        await session.QueryAsync<OpeningListing>(LiveSql, new { TeamId = teamId, Today = today });

    public Task AddAsync(Opening opening) => session.ExecuteAsync(AddOpeningSql, opening);

    public async Task<bool> SaveAsync(Opening opening, int expectedVersion) => await session.ExecuteAsync(
        SaveOpeningSql,
        new
        {
            opening.Id,
            opening.Job,
            opening.JobType,
            opening.Hours,
            opening.From,
            opening.ClosesOn,
            opening.SaidById,
            opening.ClosedOn,
            opening.Version,
            ExpectedVersion = expectedVersion,
        }) > 0;

    public async Task<bool> RemoveAsync(Guid id, int version) => await session.ExecuteAsync(RemoveOpeningSql, new { Id = id, Version = version }) > 0;
}
