using EmployerCrm.Core.Jobs;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Jobs;

internal sealed class JobRecords(Session session) : IJobRecords
{
    private const string Columns = "id, job, due_at, state, lease, lease_until, attempts, started_at, ended_at, found_count, done_count, failure, reference, asked_by_id";

    private const string RunSql = $"select {Columns} from job_runs where job = @Job and due_at = @DueAt";

    private const string UnfinishedSql = $"select {Columns} from job_runs where ended_at is null order by due_at";

    private const string LatestSql = $"""
        select {Columns}
        from job_runs
        where job = @Job
        order by due_at desc
        {Dialect.Page}
        """;

    private const string LastDoneSql = $"""
        select {Columns}
        from job_runs
        where job = @Job and due_at <= @Until and state = 'Done'
        order by due_at desc
        {Dialect.Page}
        """;

    private const string AddRunSql = """
        insert into job_runs (id, job, due_at, state, lease, lease_until, attempts, started_at, ended_at, found_count, done_count, failure, reference, asked_by_id)
        values (@Id, @Job, @DueAt, @State, @Lease, @LeaseUntil, @Attempts, @StartedAt, @EndedAt, @FoundCount, @DoneCount, @Failure, @Reference, @AskedById)
        """;

    // The condition is that of JobRun.IsFreeAt: two nodes may have read the same free run, and only the first to write still meets it.
    private const string TakeSql = """
        update job_runs
        set state = 'Running', lease = @Lease, lease_until = @LeaseUntil, attempts = @Attempts, started_at = @StartedAt, ended_at = null, found_count = 0, done_count = 0,
          failure = null, reference = null
        where id = @Id and ((ended_at is null and lease_until <= @Now) or started_at > @Ahead)
        """;

    private const string SupersedeSql = """
        update job_runs
        set state = case when state = 'Retrying' then 'Failed' else 'Superseded' end, ended_at = @Now
        where job = @Job and due_at < @DueAt and ended_at is null and lease_until <= @Now
        """;

    private const string RenewSql = "update job_runs set lease_until = @LeaseUntil where id = @Id and lease = @Lease and ended_at is null";

    private const string EndSql = """
        update job_runs
        set state = @State, lease_until = @LeaseUntil, attempts = @Attempts, ended_at = @EndedAt, found_count = @FoundCount, done_count = @DoneCount, failure = @Failure, reference = @Reference
        where id = @Id and lease = @Lease and ended_at is null
        """;

    private const string ForgetRunsSql = "delete from job_runs where job = @Job and due_at < @DueAt and ended_at is not null";

    private const string ForgetAheadSql = "delete from job_runs where due_at > @After and ended_at is not null";

    private const string PausesSql = "select id, job, paused_at, paused_by_id from job_pauses";

    private const string AddPauseSql = "insert into job_pauses (id, job, paused_at, paused_by_id) values (@Id, @Job, @PausedAt, @PausedById)";

    private const string ResumeSql = "delete from job_pauses where job = @Job";

    public Task<JobRun?> RunAsync(string job, DateTimeOffset dueAt) => session.SingleAsync<JobRun>(RunSql, new { Job = job, DueAt = dueAt });

    public async Task<IReadOnlyList<JobRun>> UnfinishedAsync() => await session.QueryAsync<JobRun>(UnfinishedSql);

    public async Task<IReadOnlyList<JobRun>> LatestAsync(string job, int most) => await session.QueryAsync<JobRun>(LatestSql, new { Job = job, Skip = 0, Take = most });

    public Task<JobRun?> LastDoneAsync(string job, DateTimeOffset until) => session.SingleAsync<JobRun>(LastDoneSql, new { Job = job, Until = until, Skip = 0, Take = 1 });

    public Task AddAsync(JobRun run) => session.ExecuteAsync(AddRunSql, run);

    public async Task<bool> TakeAsync(JobRun run, DateTimeOffset now) => await session.ExecuteAsync(
        TakeSql, new { run.Id, run.Lease, run.LeaseUntil, run.Attempts, run.StartedAt, Now = now, Ahead = now + JobRun.Skew }) > 0;

    public Task<int> SupersedeAsync(string job, DateTimeOffset before, DateTimeOffset now) => session.ExecuteAsync(SupersedeSql, new { Job = job, DueAt = before, Now = now });

    public async Task<bool> RenewAsync(Guid id, Guid lease, DateTimeOffset leaseUntil) =>
        await session.ExecuteAsync(RenewSql, new { Id = id, Lease = lease, LeaseUntil = leaseUntil }) > 0;

    public async Task<bool> EndAsync(JobRun run) => await session.ExecuteAsync(EndSql, run) > 0;

    public Task<int> ForgetAsync(string job, DateTimeOffset before) => session.ExecuteAsync(ForgetRunsSql, new { Job = job, DueAt = before });

    public Task<int> ForgetAheadAsync(DateTimeOffset after) => session.ExecuteAsync(ForgetAheadSql, new { After = after });

    public async Task<IReadOnlyList<JobPause>> PausesAsync() => await session.QueryAsync<JobPause>(PausesSql);

    public Task AddAsync(JobPause pause) => session.ExecuteAsync(AddPauseSql, pause);

    public async Task<bool> ResumeAsync(string job) => await session.ExecuteAsync(ResumeSql, new { Job = job }) > 0;
}
