namespace EmployerCrm.Core.Jobs;

/// <summary>A moment of a job that this node may try to win.</summary>
public sealed record DueRun(IJob Job, DateTimeOffset DueAt);

/// <summary>
/// The jobs against the clock: what is due now. What was run stands in the store, so a clock that jumps ahead needs nobody to tell it. Of one that is set
/// back this process takes note itself: the moments that come a second time are run a second time, for what came to be owed meanwhile.
/// </summary>
public sealed class JobClock(ICrmStore store, TimeProvider clock, JobRunner runner, JobList jobs)
{
    private readonly long _start = clock.GetTimestamp();
    private DateTimeOffset? _began;

    public async Task<IReadOnlyList<DueRun>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Where the clock would have stood at the start, had it not been moved since.
        var began = now - clock.GetElapsedTime(_start);
        if (began < _began - JobRun.Skew)
            await store.WriteAsync(session => session.Jobs.ForgetAheadAsync(now + JobRun.Skew), cancellationToken);
        _began = began;
        return await store.ReadAsync(Body, cancellationToken);

        async Task<IReadOnlyList<DueRun>> Body(ICrmSession session)
        {
            var unfinished = (await session.Jobs.UnfinishedAsync()).ToLookup(run => run.Job, StringComparer.Ordinal);
            var paused = (await session.Jobs.PausesAsync()).Select(pause => pause.Job).ToHashSet(StringComparer.Ordinal);
            var due = new List<DueRun>();
            foreach (var job in jobs.All)
            {
                var latest = await session.Jobs.RunAsync(job.Name, job.Timing.LatestAt(now));
                due.AddRange(JobsDue.Of(job.Timing, now, latest, unfinished[job.Name], paused.Contains(job.Name)).Select(moment => new DueRun(job, moment)));
            }

            return due;
        }
    }

    /// <summary>Runs what is due, one after the other, and returns how many runs this node won.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var won = 0;
        foreach (var due in await DueAsync(cancellationToken))
        {
            if (await RunAsync(due, cancellationToken) is not JobRunOutcome.NotWon)
                won++;
        }

        return won;
    }

    public Task<JobRunOutcome> RunAsync(DueRun due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        return runner.RunAsync(due.Job, due.DueAt, cancellationToken);
    }
}
