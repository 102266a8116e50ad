using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>One specialist's employer contacts, week by week, and a few that are planned.</summary>
internal sealed class SampleDiary(
    SampleSource source, Specialist specialist, WorkingDays workingDays, IReadOnlyList<RoundStop> round, IReadOnlyList<SampleClient> clients)
{
    private const double ContactsAWeek = 7.2;
    private const double LeadsContactsAWeek = 2.6;

    private readonly List<Client> _caseload = [.. clients.Select(client => client.Client).Where(client => client.OwnerId == specialist.Id)];
    private readonly HashSet<DateTime> _taken = [];
    private readonly HashSet<(DateOnly, Guid)> _seen = [];
    private readonly HashSet<Guid> _met = [];

    public WorkingDays WorkingDays => workingDays;

    /// <summary>Everything from the first day to yesterday, and what is planned.</summary>
    public IReadOnlyList<Visit> Visits()
    {
        var thisWeek = Weeks.StartOf(source.Today);
        return [.. Before(thisWeek), .. Week(thisWeek), .. Planned(source.Between(1, 3))];
    }

    public IEnumerable<Visit> Before(DateOnly monday)
    {
        for (var week = source.FirstDay; week < monday; week = week.AddDays(7))
        {
            foreach (var visit in Week(week))
                yield return visit;
        }
    }

    public IEnumerable<Visit> Week(DateOnly monday)
    {
        var days = workingDays.OfWeek(monday).Where(day => day < source.Today).ToList();
        if (days.Count == 0)
            return [];
        var rate = specialist.Role is Role.TeamLead ? LeadsContactsAWeek : ContactsAWeek;
        var count = (int)Math.Round(rate * days.Count / 5 * WorkingDays.Season(monday) * source.Factor(0.7, 1.3));
        return Enumerable.Range(0, count).Select(_ => Held(source.Pick(days), null)).OrderBy(visit => visit.LoggedAt);
    }

    /// <summary>A contact that has happened; without a channel, the first one in person and later ones mostly so.</summary>
    public Visit Held(DateOnly day, Channel? channel)
    {
        var stop = Choose(day);
        var start = Slot(day);
        var firstTime = _met.Add(stop.Employer.Employer.Id);
        var by = channel ?? (firstTime ? Channel.InPerson : SampleChannels.Pick(source));
        var people = stop.Employer.Contacts;
        var contact = people.Count > 0 && source.Chance(0.8) ? source.Pick(people, one => one == people[0] ? 2 : 1) : null;
        var loggedAt = LoggedAt(start);
        return new Visit
        {
            Id = source.NewId(loggedAt),
            EmployerId = stop.Employer.Employer.Id,
            SpecialistId = specialist.Id,
            TeamId = specialist.TeamId,
            ContactId = contact?.Id,
            ClientId = ClientFor(day, firstTime),
            State = VisitState.Held,
            Channel = by,
            On = day,
            At = source.Chance(0.85) ? TimeOnly.FromDateTime(start) : null,
            Notes = SampleNotes.For(source, stop.Employer, contact, by, firstTime),
            LoggedAt = loggedAt,
            Version = 1,
        };
    }

    public IEnumerable<Visit> Planned(int count) => Enumerable.Range(1, count).Select(number =>
    {
        var day = workingDays.OnOrAfter(source.Today.AddDays((number * 3) - 2));
        var stop = Choose(day);
        var plannedAt = source.OfficeHours(source.Today.AddDays(-source.Between(1, 6)));
        return new Visit
        {
            Id = source.NewId(plannedAt),
            EmployerId = stop.Employer.Employer.Id,
            SpecialistId = specialist.Id,
            TeamId = specialist.TeamId,
            ContactId = stop.Employer.Contacts.Count > 0 ? stop.Employer.Contacts[0].Id : null,
            State = VisitState.Planned,
            Channel = Channel.InPerson,
            On = day,
            At = TimeOnly.FromDateTime(Slot(day)),
            LoggedAt = plannedAt,
            Version = 1,
        };
    });

    /// <summary>An employer of the round that is open on that day and was not contacted on it yet.</summary>
    private RoundStop Choose(DateOnly day)
    {
        var open = round.Where(stop => stop.From <= day && day <= stop.Until && !_seen.Contains((day, stop.Employer.Employer.Id))).ToList();
        var chosen = open.Count > 0 ? source.Pick(open, stop => stop.Weight) : source.Pick(round);
        _seen.Add((day, chosen.Employer.Employer.Id));
        return chosen;
    }

    /// <summary>A quarter of an hour of that day in which nothing else is.</summary>
    private DateTime Slot(DateOnly day)
    {
        while (true)
        {
            var slot = day.ToDateTime(new TimeOnly(9, 0)).AddMinutes(15 * source.Between(0, 30));
            if (_taken.Add(slot))
                return slot;
        }
    }

    private Guid? ClientFor(DateOnly day, bool firstTime)
    {
        var current = _caseload.Where(client => client.EnteredOn <= day && client.Status is (ClientStatus.JobSearch or ClientStatus.InWork)).ToList();
        return !firstTime && current.Count > 0 && source.Chance(0.3) ? source.Pick(current).Id : null;
    }

    /// <summary>Mostly on the way out, sometimes the next morning; never later than the sample data ends.</summary>
    private DateTimeOffset LoggedAt(DateTime start)
    {
        var day = DateOnly.FromDateTime(start);
        var nextMorning = source.Chance(0.12) && day < source.Yesterday;
        return LondonClock.ToInstant(nextMorning ? day.AddDays(1).ToDateTime(new TimeOnly(8, source.Between(20, 55))) : start.AddMinutes(source.Between(20, 80)));
    }
}
