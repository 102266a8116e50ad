namespace EmployerCrm.Core.Jobs;

/// <summary>
/// Which moments of a job are to be run now: the clock and what the store holds decide, no timer. So a jump of the clock, a week of downtime or a timer that
/// fired late come to the same: the latest moment is run, once, and those before it are not made up for.
/// </summary>
public static class JobsDue
{
    /// <summary>The moments to run now.</summary>
    /// <param name="latest">The run for the latest moment, <c>timing.LatestAt(now)</c>; null when nobody has won it.</param>
    /// <param name="unfinished">The job's runs that have not ended, those that an admin asked for among them.</param>
    /// <param name="isPaused">Then only what an admin asked for runs.</param>
    /// <returns>The earliest first. Whether this node gets them is decided when it tries to win them.</returns>
    public static IReadOnlyList<DateTimeOffset> Of(JobTiming timing, DateTimeOffset now, JobRun? latest, IEnumerable<JobRun> unfinished, bool isPaused)
    {
        ArgumentNullException.ThrowIfNull(timing);
        ArgumentNullException.ThrowIfNull(unfinished);
        var moment = timing.LatestAt(now);
        var due = unfinished
            .Where(run => run.DueAt >= moment && run.DueAt <= now && run.IsFreeAt(now) && (!isPaused || run.AskedById is not null))
            .Select(run => run.DueAt).ToHashSet();
        if (!isPaused && latest?.IsFreeAt(now) != false)
            due.Add(moment);
        return [.. due.Order()];
    }
}
