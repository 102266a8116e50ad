using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Core.Engagement;

/// <summary>Lowers levels when nothing happens, ends what leads have set, and lets evidence that was dated ahead count. For every night; safe to run twice, late or after days of downtime.</summary>
public sealed class EngagementDecay(ICrmStore store, LondonClock clock, EngagementOptions options) : IJob
{
    private const int AtOnce = 50;

    public string Name => "engagement-decay";

    public JobTiming Timing { get; } = new JobTiming.DailyAt(new TimeOnly(1, 30));

    public async Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var employers = await RunAsync(cancellationToken);
        return new JobResult(employers, employers);
    }

    /// <summary>Returns how many employers it looked at: only those whose level time has changed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var now = clock.Now;
            var done = await store.WriteAsync(session => RunAsync(session, now), cancellationToken);
            total += done;
            if (done < AtOnce)
                return total;
        }
    }

    private async Task<int> RunAsync(ICrmSession session, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var due = await session.Engagement.DueAsync(today, AtOnce);
        foreach (var employerId in due)
        {
            if (await session.Engagement.HoldAsync(employerId) is not { } standing)
                continue;
            var because = standing.SetUntil?.AddDays(1) == standing.ReviewOn ? LevelReason.SetEnded : LevelReason.Time;
            await EngagementUpkeep.LevelAsync(session, standing, standing, because, null, options, now);
        }

        return due.Count;
    }
}
