using EmployerCrm.Core.Jobs;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Jobs;

/// <summary>A host with a store and a clock of its own on the tests' database.</summary>
internal sealed class Node(CrmStore store, StandingClock clock, Core.Ids ids) : IAsyncDisposable
{
    public CrmStore Store => store;

    public StandingClock Clock => clock;

    public HeardOf Heard { get; } = new();

    public JobRunner Runner => new(store, clock, ids, Heard);

    public static async Task<Node> OpenAsync(TestDatabase database, DateTimeOffset now)
    {
        database.SkipUnlessAvailable();
        return new(await database.OpenAsync(migrate: false, Migration.Embedded), new StandingClock(now), database.Ids);
    }

    public Task<JobRunOutcome> RunAsync(IJob job, DateTimeOffset dueAt) => Runner.RunAsync(job, dueAt, TestContext.Current.CancellationToken);

    /// <summary>One look at what is due.</summary>
    public Task<int> LookAsync(params IJob[] jobs) => ClockOf(jobs).RunDueAsync(TestContext.Current.CancellationToken);

    /// <summary>Looks again and again, and so finds out that the clock was set.</summary>
    public JobClock ClockOf(params IJob[] jobs) => new(store, clock, Runner, new JobList(jobs));

    public Task<IReadOnlyList<JobRun>> RunsAsync(string job) => store.Read(session => session.Jobs.LatestAsync(job, 1000));

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
