using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.Digest;

/// <summary>In the afternoon of the last day that somebody works in a week: what is left to say about it.</summary>
public sealed class WeekWrapUps(PeopleSwept people) : IJob
{
    /// <summary>On the person's own clock.</summary>
    public static readonly TimeOnly At = new(15, 30);

    public string Name => "week-wrap-ups";

    public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromMinutes(5));

    public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var now = people.Now;
        var day = PeopleSwept.DayOf(now);
        return people.TellAsync(OutboxKinds.WrapUp, day, Weeks.StartOf(day), _ => true, person => Row(person, people.Ids, day, now), cancellationToken);
    }

    /// <summary>The wrap-up of the day's week; null where this is not the day for it, or not yet the hour.</summary>
    public static OutboxRow? Row(SweptPerson person, Ids ids, DateOnly day, DateTimeOffset now)
    {
        var moment = person.Days.MomentOn(day, At);
        if (!person.Settings.WrapUp || now < moment || person.Days.LastWorkingDayOfWeek(day) != day || person.CameAfter(moment))
            return null;
        var week = Weeks.StartOf(day);
        var key = string.Create(CultureInfo.InvariantCulture, $"wrap-up:{person.Person.Id:D}:{week:yyyy-MM-dd}");
        return person.Row(ids, OutboxKinds.WrapUp, key, now, moment, PeopleSwept.StartOf(week.AddDays(7))) is { } row ? row with { ForDay = week } : null;
    }
}
