namespace EmployerCrm.Core.Jobs;

/// <summary>What became of a try to run a job for a moment.</summary>
public enum JobRunOutcome
{
    /// <summary>Another node has it, or had it.</summary>
    NotWon,
    Done,
    Failed,

    /// <summary>The run was, or may have been, taken over while this node ran it.</summary>
    Lost,

    /// <summary>The host stopped; the run waits for whoever looks next.</summary>
    Stopped,
}

/// <summary>
/// Runs a job for a moment, once among all nodes: whoever adds the row of the moment has won it, for as long as the lease lasts, which is renewed while the
/// job runs. A node that was killed renews no more, so the run is taken over; one that was frozen finds its lease gone and records nothing.
/// </summary>
public sealed class JobRunner(ICrmStore store, TimeProvider clock, Ids ids, IJobWatch watch, JobOptions? options = null)
{
    /// <summary>For how long a run is its node's without a sign of life, unless options say otherwise.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A job that runs for longer hangs.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromHours(2);

    /// <summary>How often a run is tried before its moment is given up.</summary>
    public const int MostAttempts = 5;

    private readonly TimeSpan _lease = options?.Lease ?? Lease;

    private static readonly TimeSpan RecordAgain = TimeSpan.FromSeconds(5);

    // Of a job that runs often a fortnight tells all; of one that runs each week, twice what the page shows.
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(14);

    public async Task<JobRunOutcome> RunAsync(IJob job, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (await WinAsync(job, dueAt, cancellationToken) is not { } won)
            return JobRunOutcome.NotWon;
        await using var lease = new HeldLease(store, clock, won, _lease, cancellationToken);
        var start = clock.GetTimestamp();
        try
        {
            var result = await job.RunAsync(new JobRunContext(dueAt), lease.Token);
            watch.Ended(job, result, clock.GetElapsedTime(start));
            return await RecordAsync(job, lease, won with { State = JobRunState.Done, EndedAt = clock.GetUtcNow(), FoundCount = result.Found, DoneCount = result.Done }, JobRunOutcome.Done);
        }
        catch (Exception) when (lease.IsLost)
        {
            watch.Lost(job);
            return JobRunOutcome.Lost;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            watch.Stopped(job);
            return await RecordAsync(
                job, lease, won with { State = JobRunState.Waiting, LeaseUntil = clock.GetUtcNow(), Attempts = won.Attempts - 1 }, JobRunOutcome.Stopped, once: true);
        }
        catch (Exception exception)
        {
            var failure = lease.RanTooLong ? new TimeoutException($"The job ran for more than {LongestRun}.", exception) : exception;
            // The end of a key is its random part; eight characters are enough to find a line in a log and short enough to read out.
            var reference = ids.New().ToString("N")[^8..];
            watch.Failed(job, reference, failure, clock.GetElapsedTime(start));
            return await RecordAsync(job, lease, Failed(won, failure.GetType().Name, reference), JobRunOutcome.Failed);
        }
    }

    /// <summary>The run as this node has it; null when another has or had it.</summary>
    private async Task<JobRun?> WinAsync(IJob job, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var (id, lease, now) = (ids.New(), ids.New(), clock.GetUtcNow());
        try
        {
            return await store.WriteAsync(Body, cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return null;
        }

        async Task<JobRun?> Body(ICrmSession session)
        {
            var there = await session.Jobs.RunAsync(job.Name, dueAt);
            if (there?.IsFreeAt(now) == false || await IsRunningAsync(session, job, now))
                return null;
            var mine = new JobRun
            {
                Id = there?.Id ?? id, Job = job.Name, DueAt = dueAt, State = JobRunState.Running, Lease = lease, LeaseUntil = now + _lease,
                Attempts = there is { HasEnded: false } ? there.Attempts + 1 : 1, StartedAt = now, AskedById = there?.AskedById,
            };
            await session.Jobs.SupersedeAsync(job.Name, dueAt, now);
            if (there is null)
                await session.Jobs.AddAsync(mine);
            else if (mine.Attempts > MostAttempts)
                return await GiveUpAsync(session, there, now);
            else if (!await session.Jobs.TakeAsync(mine, now))
                return null;
            return mine;
        }
    }

    /// <summary>Whether a node runs the job now, for whatever moment: a slow run is not joined by the next.</summary>
    private static async Task<bool> IsRunningAsync(ICrmSession session, IJob job, DateTimeOffset now) =>
        (await session.Jobs.UnfinishedAsync()).Any(run => run.Job == job.Name && run.State == JobRunState.Running && !run.IsFreeAt(now));

    /// <summary>A run whose nodes die of it is not made again for ever.</summary>
    private static async Task<JobRun?> GiveUpAsync(ICrmSession session, JobRun run, DateTimeOffset now)
    {
        await session.Jobs.EndAsync(run with { State = JobRunState.Failed, EndedAt = now, Failure = run.Failure ?? "Abandoned" });
        return null;
    }

    private JobRun Failed(JobRun run, string failure, string reference)
    {
        var now = clock.GetUtcNow();
        var failed = run with { Failure = failure, Reference = reference };
        return run.Attempts < MostAttempts
            ? failed with { State = JobRunState.Retrying, LeaseUntil = now + TimeSpan.FromMinutes(run.Attempts * run.Attempts) }
            : failed with { State = JobRunState.Failed, EndedAt = now };
    }

    /// <summary>Ends the run, and forgets those of long ago.</summary>
    private static async Task<bool> EndAsync(ICrmSession session, IJob job, JobRun ended)
    {
        var kept = 2 * JobStandings.Shown * job.Timing.Interval;
        return await session.Jobs.EndAsync(ended) && await session.Jobs.ForgetAsync(job.Name, ended.StartedAt - (kept > RunsKept ? kept : RunsKept)) >= 0;
    }

    /// <summary>Tells the store how the attempt ended; while the store cannot be reached, again and again until the lease is over.</summary>
    private async Task<JobRunOutcome> RecordAsync(IJob job, HeldLease lease, JobRun ended, JobRunOutcome outcome, bool once = false)
    {
        while (true)
        {
            try
            {
                if (await store.WriteAsync(session => EndAsync(session, job, ended), CancellationToken.None))
                    return outcome;
                watch.Lost(job);
                return JobRunOutcome.Lost;
            }
            catch (Exception exception)
            {
                watch.NotRecorded(job, exception);
                if (once || lease.IsLost)
                    return outcome;
            }

            await Task.Delay(RecordAgain, clock, CancellationToken.None);
        }
    }
}
