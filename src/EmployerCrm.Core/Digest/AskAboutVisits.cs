using System.Globalization;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.Digest;

/// <summary>
/// Once after each planned visit, on its day: did it happen? What cannot be asked on that day, in quiet hours or because nothing ran, the next digest asks, and
/// the end of the week.
/// </summary>
public sealed class AskAboutVisits(PeopleSwept people) : IJob
{
    /// <summary>How long after the hour of the visit.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(45);

    /// <summary>When, in London, where the visit has no hour.</summary>
    public static readonly TimeOnly Untimed = new(16, 0);

    public string Name => "visit-questions";

    public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromMinutes(5));

    public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var now = people.Now;
        var day = PeopleSwept.DayOf(now);
        return people.SweepAsync(FindAsync, cancellationToken);

        async Task<IReadOnlyList<OutboxRow>> FindAsync(ICrmSession session)
        {
            var plans = (await session.Digests.PlannedNotToldAsync(day, day, OutboxKinds.VisitQuestion)).Where(plan => MomentOf(plan.On, plan.At) <= now).ToList();
            return plans.Count == 0 ? [] : await PlanRows.OfAsync(session, people, day, plans, (person, plan) => Row(person, people.Ids, plan, now));
        }
    }

    /// <summary>From when on it is asked what became of a visit planned for then.</summary>
    public static DateTimeOffset MomentOf(DateOnly on, TimeOnly? at) =>
        at is { } time ? Calendar.LondonClock.ToInstant(on.ToDateTime(time)) + After : Calendar.LondonClock.ToInstant(on.ToDateTime(Untimed));

    /// <summary>Once for each day for which the visit is planned.</summary>
    public static string Key(Guid visitId, DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"visit-question:{visitId:D}:{on:yyyy-MM-dd}");

    /// <summary>The question; null where it would come during leave, or on another day than the visit's.</summary>
    public static OutboxRow? Row(SweptPerson person, Ids ids, PlanAhead plan, DateTimeOffset now)
    {
        var endOfDay = PeopleSwept.StartOf(plan.On.AddDays(1));
        return person.Days.LeaveOn(plan.On) is null
            ? PlanRows.About(plan, person.Row(ids, OutboxKinds.VisitQuestion, Key(plan.VisitId, plan.On), now, MomentOf(plan.On, plan.At), endOfDay))
            : null;
    }
}
