using System.Globalization;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.Digest;

/// <summary>
/// Each morning of a working day a digest for everybody who can be reached, at the hour they chose. Whether there is anything to say is decided when it is
/// delivered. What a day has missed is not made up for on the next: that has its own digest, which holds what is still open.
/// </summary>
public sealed class MorningDigests(PeopleSwept people) : IJob
{
    public string Name => "morning-digests";

    public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromMinutes(5));

    public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var now = people.Now;
        var day = PeopleSwept.DayOf(now);
        return people.TellAsync(OutboxKinds.Digest, day, day, _ => true, person => Row(person, people.Ids, day, now), cancellationToken);
    }

    /// <summary>The digest of a day; null where the person has none on it, its hour has not come, or it is too late.</summary>
    public static OutboxRow? Row(SweptPerson person, Ids ids, DateOnly day, DateTimeOffset now)
    {
        var moment = person.Days.DigestMoment(day);
        if (now < moment || !person.Days.WorksOn(day) || person.CameAfter(moment))
            return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"digest:{person.Person.Id:D}:{day:yyyy-MM-dd}");
        return person.Row(ids, OutboxKinds.Digest, key, now, moment, PeopleSwept.StartOf(day.AddDays(1))) is { } row ? row with { ForDay = day } : null;
    }
}
