namespace EmployerCrm.Core.Jobs;

/// <summary>How every job stands. What the store has never seen run counts from when this process began.</summary>
public sealed class JobStandings(ICrmStore store, TimeProvider clock, JobList jobs)
{
    /// <summary>So many runs are shown.</summary>
    public const int Shown = 30;

    private readonly DateTimeOffset _since = clock.GetUtcNow();

    /// <summary>The names of jobs that are late, paused ones left out.</summary>
    public async Task<IReadOnlyList<string>> LateAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await store.ReadAsync(
            async session =>
            {
                var paused = (await session.Jobs.PausesAsync()).Select(pause => pause.Job).ToHashSet(StringComparer.Ordinal);
                var late = new List<string>();
                foreach (var job in jobs.All.Where(job => !paused.Contains(job.Name)))
                {
                    if (IsLate(job, await session.Jobs.LastDoneAsync(job.Name, now), now))
                        late.Add(job.Name);
                }

                return late;
            },
            cancellationToken);
    }

    internal async Task<IReadOnlyList<JobStanding>> AllAsync(ICrmSession session, DateTimeOffset now)
    {
        var pauses = await session.Jobs.PausesAsync();
        var all = new List<JobStanding>();
        foreach (var job in jobs.All)
            all.Add(await OfAsync(session, job, pauses.FirstOrDefault(pause => pause.Job == job.Name), now));
        return all;
    }

    internal async Task<JobStanding> OfAsync(ICrmSession session, IJob job, JobPause? pause, DateTimeOffset now)
    {
        var latest = await session.Jobs.LatestAsync(job.Name, Shown);
        var done = latest.FirstOrDefault(run => run.State is JobRunState.Done && run.DueAt <= now) ?? await session.Jobs.LastDoneAsync(job.Name, now);
        return new JobStanding(job.Name, job.Timing, latest, done, pause, pause is null ? job.Timing.NextAfter(now) : null, pause is null && IsLate(job, done, now));
    }

    private bool IsLate(IJob job, JobRun? done, DateTimeOffset now) => now - (done?.EndedAt ?? _since) > 2 * job.Timing.Interval;
}
