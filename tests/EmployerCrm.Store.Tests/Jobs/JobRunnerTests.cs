using System.Collections.Concurrent;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Jobs;

/// <summary>A moment of a job is run once, whichever nodes there are and whatever becomes of them.</summary>
public abstract class JobRunnerTests(TestDatabase database)
{
    private static readonly JobTiming Nightly = new JobTiming.DailyAt(new TimeOnly(1, 30));
    private static readonly DateTimeOffset Moment = new(2026, 11, 18, 1, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Moment.AddSeconds(3);

    [Fact]
    public async Task Of_six_nodes_one_wins_each_moment()
    {
        database.SkipUnlessAvailable();
        var ran = new ConcurrentQueue<DateTimeOffset>();
        var job = Job(run => ran.Enqueue(run.DueAt));
        var moments = Enumerable.Range(0, 20).Select(day => Moment.AddDays(day)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var node = await Node.OpenAsync(database, Moment.AddDays(30));
            foreach (var moment in moments)
                await node.RunAsync(job, moment);
        })));
        // A moment may be left out, when a node was at the next before another had ended with this; it is never run twice.
        Assert.Equal(ran.Distinct(), ran);
        Assert.Contains(moments[0], ran);
        await using var reader = await Node.OpenAsync(database, Now);
        Assert.Equal(ran.Order(), (await reader.RunsAsync(job.Name)).Where(run => run.State == JobRunState.Done).Select(run => run.DueAt).Order());
    }

    [Fact]
    public async Task A_run_is_kept_with_its_counts_and_when_it_began_and_ended()
    {
        await using var node = await Node.OpenAsync(database, Now);
        var job = new TestJob(Name(), Nightly, (_, _) =>
        {
            node.Clock.Now += TimeSpan.FromSeconds(7);
            return Task.FromResult(new JobResult(5, 4));
        });
        Assert.Equal(JobRunOutcome.Done, await node.RunAsync(job, Moment));
        var run = Assert.Single(await node.RunsAsync(job.Name));
        Assert.Equal((JobRunState.Done, Moment, Now, Now.AddSeconds(7), 5, 4, 1), (run.State, run.DueAt, run.StartedAt, run.EndedAt, run.FoundCount, run.DoneCount, run.Attempts));
        Assert.Equal((null, null, null), (run.Failure, run.Reference, run.AskedById));
        Assert.Equal(["ended 4/5"], node.Heard.All);
        Assert.Equal(run, await node.Store.Read(session => session.Jobs.LastDoneAsync(job.Name, Now)));
        Assert.Equal(JobRunOutcome.NotWon, await node.RunAsync(job, Moment));
    }

    [Fact]
    public async Task A_frozen_node_that_goes_on_finds_its_run_taken_over_and_overwrites_nothing()
    {
        await using var frozen = await Node.OpenAsync(database, Now);
        await using var other = await Node.OpenAsync(database, Now);
        var (begun, thaw, name) = (Signal(), Signal(), Name());
        var sleeper = new TestJob(name, Nightly, async (_, _) =>
        {
            begun.SetResult();
            await thaw.Task;
            return new JobResult(1, 1);
        });
        var worker = new TestJob(name, Nightly, (_, _) => Task.FromResult(new JobResult(9, 9)));
        var running = frozen.RunAsync(sleeper, Moment);
        await begun.Task;

        Assert.Equal(0, await other.LookAsync(worker));
        other.Clock.Now = Now + JobRunner.Lease;
        Assert.Equal(1, await other.LookAsync(worker));
        thaw.SetResult();

        Assert.Equal(JobRunOutcome.Lost, await running);
        var run = Assert.Single(await other.RunsAsync(name));
        Assert.Equal((JobRunState.Done, 9, 2), (run.State, run.DoneCount, run.Attempts));
        Assert.Equal("lost", frozen.Heard.All[^1]);
    }

    [Fact]
    public async Task A_run_whose_node_was_killed_is_taken_over_when_its_lease_is_over()
    {
        await using var node = await Node.OpenAsync(database, Now);
        var killed = Killed(Name(), Moment);
        var job = new TestJob(killed.Job, Nightly, (_, _) => Task.FromResult(new JobResult(0, 0)));
        await node.Store.Write(session => session.Jobs.AddAsync(killed));
        node.Clock.Now = killed.LeaseUntil.AddMilliseconds(-1);
        Assert.Equal(0, await node.LookAsync(job));
        node.Clock.Now = killed.LeaseUntil;
        Assert.Equal(1, await node.LookAsync(job));
        Assert.Equal((JobRunState.Done, 2), Assert.Single(await node.RunsAsync(job.Name)) is var run ? (run.State, run.Attempts) : default);
    }

    [Fact]
    public async Task A_run_that_kills_its_node_each_time_is_given_up()
    {
        await using var node = await Node.OpenAsync(database, Now.AddHours(1));
        var killed = Killed(Name(), Moment) with { Attempts = JobRunner.MostAttempts };
        await node.Store.Write(session => session.Jobs.AddAsync(killed));
        Assert.Equal(0, await node.LookAsync(new TestJob(killed.Job, Nightly, (_, _) => throw new InvalidOperationException())));
        var run = Assert.Single(await node.RunsAsync(killed.Job));
        Assert.Equal((JobRunState.Failed, "Abandoned"), (run.State, run.Failure));
    }

    [Fact]
    public async Task A_week_of_downtime_is_made_up_for_by_one_run_and_what_was_left_unfinished_is_superseded()
    {
        await using var node = await Node.OpenAsync(database, Now.AddDays(7));
        var ran = new List<DateTimeOffset>();
        var killed = Killed(Name(), Moment);
        await node.Store.Write(session => session.Jobs.AddAsync(killed));
        var job = new TestJob(killed.Job, Nightly, (run, _) =>
        {
            ran.Add(run.DueAt);
            return Task.FromResult(new JobResult(0, 0));
        });
        Assert.Equal(1, await node.LookAsync(job));
        Assert.Equal(0, await node.LookAsync(job));
        Assert.Equal([Moment.AddDays(7)], ran);
        Assert.Equal([JobRunState.Done, JobRunState.Superseded], (await node.RunsAsync(job.Name)).Select(run => run.State));
    }

    [Fact]
    public async Task A_failed_run_is_made_again_later_and_later_and_then_given_up_until_the_next_moment()
    {
        await using var node = await Node.OpenAsync(database, Now);
        var job = new TestJob(Name(), Nightly, (_, _) => throw new InvalidOperationException("something personal"));
        var waits = new List<double>();
        for (var attempt = 1; attempt <= JobRunner.MostAttempts; attempt++)
        {
            Assert.Equal(1, await node.LookAsync(job));
            Assert.Equal(0, await node.LookAsync(job));
            var run = Assert.Single(await node.RunsAsync(job.Name));
            Assert.Equal((attempt, nameof(InvalidOperationException), 8), (run.Attempts, run.Failure, run.Reference?.Length));
            Assert.Equal(attempt < JobRunner.MostAttempts ? JobRunState.Retrying : JobRunState.Failed, run.State);
            waits.Add((run.LeaseUntil - node.Clock.Now).TotalMinutes);
            if (!run.HasEnded)
                node.Clock.Now = run.LeaseUntil;
        }

        Assert.Equal([1, 4, 9, 16], waits[..^1]);
        node.Clock.Now = Moment.AddDays(1);
        Assert.Equal(1, await node.LookAsync(job));
    }

    [Fact]
    public async Task A_failed_run_that_goes_well_the_next_time_is_done()
    {
        await using var node = await Node.OpenAsync(database, Now);
        var failing = true;
        var job = new TestJob(Name(), Nightly, (_, _) => failing ? throw new TimeoutException() : Task.FromResult(new JobResult(2, 2)));
        await node.LookAsync(job);
        (failing, node.Clock.Now) = (false, Now.AddMinutes(1));
        await node.LookAsync(job);
        var run = Assert.Single(await node.RunsAsync(job.Name));
        Assert.Equal((JobRunState.Done, 2, 2, null, null), (run.State, run.Attempts, run.DoneCount, run.Failure, run.Reference));
    }

    [Fact]
    public async Task A_run_that_the_end_of_its_host_interrupts_waits_for_the_next_look()
    {
        await using var node = await Node.OpenAsync(database, Now);
        using var stopping = new CancellationTokenSource();
        var interrupted = true;
        var job = new TestJob(Name(), Nightly, async (_, token) =>
        {
            if (interrupted)
            {
                await stopping.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            }

            return new JobResult(3, 3);
        });
        Assert.Equal(JobRunOutcome.Stopped, await node.Runner.RunAsync(job, Moment, stopping.Token));
        interrupted = false;
        Assert.Equal(1, await node.LookAsync(job));
        Assert.Equal((JobRunState.Done, 1), Assert.Single(await node.RunsAsync(job.Name)) is var run ? (run.State, run.Attempts) : default);
    }

    [Fact]
    public async Task A_slow_run_is_not_joined_by_the_next_moments()
    {
        await using var node = await Node.OpenAsync(database, Now);
        await using var other = await Node.OpenAsync(database, Now.AddMinutes(1));
        var (begun, finish, name) = (Signal(), Signal(), Name());
        var slow = new TestJob(name, new JobTiming.Every(TimeSpan.FromMinutes(1)), async (_, _) =>
        {
            begun.TrySetResult();
            await finish.Task;
            return new JobResult(0, 0);
        });
        var running = node.RunAsync(slow, Moment);
        await begun.Task;
        Assert.Equal(0, await other.LookAsync(slow));
        finish.SetResult();
        Assert.Equal(JobRunOutcome.Done, await running);
        Assert.Equal(1, await other.LookAsync(slow));
    }

    [Fact]
    public async Task After_the_clock_was_set_back_jobs_go_on()
    {
        await using var node = await Node.OpenAsync(database, Now.AddDays(30));
        var ran = 0;
        var job = new TestJob(Name(), new JobTiming.Every(TimeSpan.FromHours(1)), (_, _) => Task.FromResult(new JobResult(++ran, 0)));
        await node.LookAsync(job);
        node.Clock.Now = Now.AddDays(30).AddHours(-3);
        Assert.Equal(1, await node.LookAsync(job));
        node.Clock.Now = Now.AddDays(30).AddHours(-0.1);
        Assert.Equal(1, await node.LookAsync(job));
        node.Clock.Now = Now.AddDays(30).AddHours(0.1);
        Assert.Equal(0, await node.LookAsync(job));
        Assert.Equal(3, ran);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public async Task Under_two_nodes_whose_clocks_are_set_back_a_moment_that_comes_again_is_run_once_more_between_them(int hours)
    {
        await using var one = await Node.OpenAsync(database, Now);
        await using var two = await Node.OpenAsync(database, Now);
        var ran = new ConcurrentQueue<DateTimeOffset>();
        var job = new TestJob(Name(), new JobTiming.Every(TimeSpan.FromMinutes(30)), (run, _) =>
        {
            ran.Enqueue(run.DueAt);
            return Task.FromResult(new JobResult(0, 0));
        });
        var (here, there) = (one.ClockOf(job), two.ClockOf(job));
        for (var half = 0; half <= hours * 2; half++)
            await LookAsync(half);
        var first = ran.ToList();
        Assert.Equal(first.Distinct(), first);
        await LookAsync(0);
        Assert.Equal(first.Count, ran.Count);
        for (var half = 1; half <= hours * 2; half++)
            await LookAsync(half);

        Assert.Equal(first.Skip(1), ran.Skip(first.Count));
        Assert.All(await one.RunsAsync(job.Name), run => Assert.Equal((JobRunState.Done, 1), (run.State, run.Attempts)));

        async Task LookAsync(int half)
        {
            one.Clock.Now = two.Clock.Now = Now.AddMinutes(30 * half);
            await (half % 2 == 0 ? here : there).RunDueAsync(TestContext.Current.CancellationToken);
            await (half % 2 == 0 ? there : here).RunDueAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_run_held_under_a_clock_that_was_a_day_ahead_does_not_keep_the_job_from_running_for_a_day()
    {
        await using var node = await Node.OpenAsync(database, Now);
        var killed = Killed(Name(), Moment) with { StartedAt = Now.AddDays(1), LeaseUntil = Now.AddDays(1) + JobRunner.Lease };
        await node.Store.Write(session => session.Jobs.AddAsync(killed));
        Assert.Equal(1, await node.LookAsync(new TestJob(killed.Job, Nightly, (_, _) => Task.FromResult(new JobResult(0, 0)))));
    }

    [Fact]
    public async Task A_paused_job_does_not_run_and_makes_up_for_one_moment_when_it_goes_on()
    {
        await using var node = await Node.OpenAsync(database, Now);
        var job = Job(_ => { });
        var pause = new JobPause { Id = database.Ids.New(), Job = job.Name, PausedAt = Now };
        await node.Store.Write(session => session.Jobs.AddAsync(pause));
        Assert.Contains(pause, await node.Store.Read(session => session.Jobs.PausesAsync()));
        Assert.Equal(0, await node.LookAsync(job));
        node.Clock.Now = Now.AddDays(4);
        Assert.Equal(0, await node.LookAsync(job));
        Assert.True(await node.Store.Write(session => session.Jobs.ResumeAsync(job.Name)));
        Assert.False(await node.Store.Write(session => session.Jobs.ResumeAsync(job.Name)));
        Assert.Equal(1, await node.LookAsync(job));
        Assert.Equal(Moment.AddDays(4), Assert.Single(await node.RunsAsync(job.Name)).DueAt);
    }

    private static JobRun Killed(string job, DateTimeOffset dueAt) => new()
    {
        Id = new Core.Ids(TimeProvider.System).New(), Job = job, DueAt = dueAt, State = JobRunState.Running, Lease = new Core.Ids(TimeProvider.System).New(),
        LeaseUntil = dueAt + JobRunner.Lease, Attempts = 1, StartedAt = dueAt,
    };

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Name() => $"job-{database.Ids.New():N}";

    private TestJob Job(Action<JobRunContext> work) => new(Name(), Nightly, (run, _) =>
    {
        work(run);
        return Task.FromResult(new JobResult(0, 0));
    });
}

public sealed class JobRunnerOnSqlite(SqliteDatabase database) : JobRunnerTests(database), IClassFixture<SqliteDatabase>;

public sealed class JobRunnerOnSqlServer(SqlServerDatabase database) : JobRunnerTests(database), IClassFixture<SqlServerDatabase>;
