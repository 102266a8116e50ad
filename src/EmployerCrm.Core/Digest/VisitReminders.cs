using System.Globalization;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.Digest;

/// <summary>
/// A word some time before a visit that was planned for an hour. A visit that was moved has a reminder for its new hour; where that is closer than the time
/// before, at once. A visit planned that shortly before needs none: whoever planned it knows.
/// </summary>
public sealed class VisitReminders(PeopleSwept people) : IJob
{
    /// <summary>How long before the visit.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(1);

    /// <summary>What falls due before the next look is put into the outbox now, for its moment.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public string Name => "visit-reminders";

    public JobTiming Timing { get; } = new JobTiming.Every(Pause);

    public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var now = people.Now;
        var local = Calendar.LondonClock.ToLocal(now);
        var (day, from) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var until = from.Add(Before + Pause, out var wrapped) is var end && wrapped > 0 ? TimeOnly.MaxValue : end;
        return people.SweepAsync(FindAsync, cancellationToken);

        async Task<IReadOnlyList<OutboxRow>> FindAsync(ICrmSession session)
        {
            var plans = (await session.Digests.PlannedAtTimesAsync(day, from, until)).Where(plan => plan.LoggedAt < StartOf(plan) - Before).ToList();
            return plans.Count == 0 ? [] : await PlanRows.OfAsync(session, people, day, plans, (person, plan) => Row(person, people.Ids, plan, now));
        }
    }

    /// <summary>The key holds the hour and no version, so that a change of anything else is no reason for another reminder.</summary>
    public static string Key(Guid visitId, DateOnly on, TimeOnly at) => string.Create(CultureInfo.InvariantCulture, $"visit-reminder:{visitId:D}:{on:yyyy-MM-dd}T{at:HH\\:mm}");

    public static OutboxRow? Row(SweptPerson person, Ids ids, PlanAhead plan, DateTimeOffset now)
    {
        var start = StartOf(plan);
        return person.Days.LeaveOn(plan.On) is not null ? null
            : PlanRows.About(plan, person.Row(ids, OutboxKinds.VisitReminder, Key(plan.VisitId, plan.On, plan.At!.Value), now, start - Before, start));
    }

    private static DateTimeOffset StartOf(PlanAhead plan) => Calendar.LondonClock.ToInstant(plan.On.ToDateTime(plan.At!.Value));
}
