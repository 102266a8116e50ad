using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Digest;

/// <summary>The team's last week for those who lead one, with their digest of Monday, or of the first day that they work in the week.</summary>
public sealed class LeadSummaries(PeopleSwept people) : IJob
{
    public string Name => "lead-summaries";

    public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromMinutes(15));

    public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var now = people.Now;
        var day = PeopleSwept.DayOf(now);
        return people.TellAsync(OutboxKinds.LeadSummary, day, Weeks.StartOf(day), person => person.Role == Role.TeamLead, person => Row(person, people.Ids, day, now), cancellationToken);
    }

    public static OutboxRow? Row(SweptPerson lead, Ids ids, DateOnly day, DateTimeOffset now)
    {
        var moment = lead.Days.DigestMoment(day);
        if (!lead.Settings.LeadSummary || now < moment || lead.Days.FirstWorkingDayOfWeek(day) != day || lead.CameAfter(moment))
            return null;
        var week = Weeks.StartOf(day);
        var key = string.Create(CultureInfo.InvariantCulture, $"lead-summary:{lead.Person.Id:D}:{week:yyyy-MM-dd}");
        return lead.Row(ids, OutboxKinds.LeadSummary, key, now, moment, PeopleSwept.StartOf(day.AddDays(2))) is { } row ? row with { ForDay = week } : null;
    }
}
