using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Core.Conversations;

/// <summary>Forgets what is no longer needed: activities by which a redelivery is recognised, lines that nobody finished, cards that nobody will replace.</summary>
public sealed class Forgetting(ICrmStore store, LondonClock clock) : IJob
{
    /// <summary>A channel brings nothing again after this long.</summary>
    public static readonly TimeSpan ActivitiesKept = TimeSpan.FromDays(3);

    private static readonly TimeSpan CardsKept = TimeSpan.FromDays(60);

    public string Name => "forgetting";

    public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromHours(1));

    public async Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var forgotten = await store.WriteAsync(session => session.Conversations.ForgetAsync(now - ActivitiesKept, now, now - CardsKept), cancellationToken);
        return new JobResult(forgotten, forgotten);
    }
}
