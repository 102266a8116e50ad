using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Tests.Digest;

/// <summary>A look every quarter of an hour from 2024 to 2032, both changes of the clocks included: who is told what, and when.</summary>
public sealed class MomentsPropertyTests
{
    private static readonly DateTimeOffset First = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2032, 12, 31, 23, 45, 0, TimeSpan.Zero);
    private static readonly Ids Ids = new(TimeProvider.System, new Random(1));

    [Theory]
    [InlineData(Nation.EnglandAndWales, "Europe/London", 31, "08:30", "18:30", "07:30")]
    [InlineData(Nation.Scotland, "Europe/London", 21, "07:00", "18:00", "07:30")]
    [InlineData(Nation.NorthernIreland, "Europe/Paris", 14, "10:15", "20:00", "01:30")]
    [InlineData(Nation.EnglandAndWales, "Europe/London", 7, "01:30", "23:00", "00:30")]
    public void Every_working_day_has_its_digest_and_every_week_worked_its_end_and_none_comes_in_quiet_hours(
        Nation nation, string zone, int pattern, string digestAt, string quietFrom, string quietUntil)
    {
        var person = Person(nation, zone, (WorkingDays)pattern, digestAt, quietFrom, quietUntil, new Random(pattern));
        var (digests, wrapUps, summaries) = (new Dictionary<string, OutboxRow>(StringComparer.Ordinal), new Dictionary<string, OutboxRow>(StringComparer.Ordinal), new Dictionary<string, OutboxRow>(StringComparer.Ordinal));
        for (var now = First; now <= Last; now = now.AddMinutes(15))
        {
            var day = DateOnly.FromDateTime(LondonClock.ToLocal(now));
            Add(digests, MorningDigests.Row(person, Ids, day, now));
            Add(wrapUps, WeekWrapUps.Row(person, Ids, day, now));
            Add(summaries, LeadSummaries.Row(person, Ids, day, now));
        }

        var days = Enumerable.Range(0, 9 * 366).Select(DateOnly.FromDateTime(First.DateTime).AddDays).Where(day => day.Year <= 2032).ToList();
        Assert.Equal(days.Where(person.Days.WorksOn), digests.Values.Select(row => row.ForDay!.Value).Order());
        var weeks = days.Where(person.Days.WorksOn).Select(Weeks.StartOf).Distinct().ToList();
        Assert.Equal(weeks, wrapUps.Values.Select(row => row.ForDay!.Value).Order());
        Assert.Equal(weeks, summaries.Values.Select(row => row.ForDay!.Value).Order());
        Assert.All(digests.Values, row => Assert.Equal(person.Days.NextMoment(person.Days.DigestMoment(row.ForDay!.Value)), row.NotBefore));
        Assert.All(digests.Values.Concat(wrapUps.Values).Concat(summaries.Values), row => Assert.True(row.ExpiresAt > row.NotBefore && !person.Days.WithinQuietHours(row.NotBefore)
            && !person.Days.WithinQuietHours(row.ExpiresAt.AddMinutes(-1))));
        Assert.All(digests.Values, row => Assert.Equal(row.ForDay, DateOnly.FromDateTime(LondonClock.ToLocal(row.ExpiresAt.AddMinutes(-1)))));

        // The first look finds it; later ones find it there.
        static void Add(Dictionary<string, OutboxRow> rows, OutboxRow? row)
        {
            if (row is not null)
                rows.TryAdd(row.IdempotencyKey, row);
        }
    }

    [Fact]
    public void After_a_week_in_which_nothing_ran_there_is_one_digest_and_that_is_todays()
    {
        var person = Person(Nation.EnglandAndWales, "Europe/London", WorkingDaysExtensions.WholeWeek, "08:30", "18:30", "07:30", null);
        var now = new DateTimeOffset(2026, 11, 30, 11, 0, 0, TimeSpan.Zero);
        var row = MorningDigests.Row(person, Ids, new DateOnly(2026, 11, 30), now)!;
        Assert.Equal((now, new DateOnly(2026, 11, 30)), (row.NotBefore, row.ForDay));
        Assert.Null(MorningDigests.Row(person, Ids, new DateOnly(2026, 11, 30), now.AddHours(8)));
        Assert.Null(MorningDigests.Row(person, Ids, new DateOnly(2026, 11, 28), new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Whom_the_bot_came_to_after_the_hour_hears_from_it_the_next_day()
    {
        var person = Person(Nation.EnglandAndWales, "Europe/London", WorkingDaysExtensions.WholeWeek, "08:30", "18:30", "07:30", null);
        var welcomed = person with { Person = person.Person with { WelcomedAt = new DateTimeOffset(2026, 11, 30, 8, 45, 0, TimeSpan.Zero) } };
        Assert.Null(MorningDigests.Row(welcomed, Ids, new DateOnly(2026, 11, 30), new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero)));
        Assert.NotNull(MorningDigests.Row(welcomed, Ids, new DateOnly(2026, 12, 1), new DateTimeOffset(2026, 12, 1, 8, 30, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2026-11-24", "14:00", "2026-11-24T14:45", "2026-11-24T18:30")] // the same afternoon
    [InlineData("2026-11-24", null, "2026-11-24T16:00", "2026-11-24T18:30")]
    [InlineData("2026-11-24", "18:00", null, null)] // in quiet hours: the digest asks the next morning
    [InlineData("2026-11-28", "11:00", "2026-11-28T11:45", "2026-11-28T18:30")] // who planned for a Saturday works on it
    [InlineData("2026-10-25", "01:30", "2026-10-25T07:30", "2026-10-25T18:30")] // clocks back
    [InlineData("2026-03-29", "01:30", "2026-03-29T07:30", "2026-03-29T18:30")] // clocks forward
    public void It_is_asked_once_the_visit_should_be_over(string on, string? at, string? from, string? until)
    {
        var person = Person(Nation.EnglandAndWales, "Europe/London", WorkingDaysExtensions.WholeWeek, "08:30", "18:30", "07:30", null);
        var plan = Plan(DateOnly.Parse(on), at is null ? null : TimeOnly.Parse(at));
        var row = AskAboutVisits.Row(person, Ids, plan, AskAboutVisits.MomentOf(plan.On, plan.At));
        Assert.Equal((Instant(from), Instant(until)), (row?.NotBefore, row?.ExpiresAt));
    }

    [Theory]
    [InlineData("09:00", "07:00", "08:00", "09:00")]
    [InlineData("08:00", "07:00", "07:30", "08:00")] // quiet hours until then
    [InlineData("14:00", "13:40", "13:40", "14:00")] // moved closer to now: at once
    [InlineData("07:00", "05:30", null, null)] // all of it in quiet hours
    [InlineData("19:00", "17:00", "18:00", "18:30")]
    public void A_visit_is_recalled_an_hour_before_and_never_once_it_has_begun(string at, string now, string? from, string? until)
    {
        var person = Person(Nation.EnglandAndWales, "Europe/London", WorkingDaysExtensions.WholeWeek, "08:30", "18:30", "07:30", null);
        var plan = Plan(new DateOnly(2026, 11, 24), TimeOnly.Parse(at));
        var row = VisitReminders.Row(person, Ids, plan, Instant($"2026-11-24T{now}")!.Value);
        Assert.Equal((from is null ? null : Instant($"2026-11-24T{from}"), until is null ? null : Instant($"2026-11-24T{until}")), (row?.NotBefore, row?.ExpiresAt));
    }

    [Fact]
    public void Nobody_is_asked_or_reminded_during_leave()
    {
        var leave = new Leave { Id = Guid.Empty, SpecialistId = Guid.Empty, From = new DateOnly(2026, 11, 23), To = new DateOnly(2026, 11, 27) };
        var person = Person(Nation.EnglandAndWales, "Europe/London", WorkingDaysExtensions.WholeWeek, "08:30", "18:30", "07:30", null);
        var away = person with { Days = new PersonDays(new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales), person.Settings, [leave]) };
        var plan = Plan(new DateOnly(2026, 11, 24), new TimeOnly(14, 0));
        Assert.Null(AskAboutVisits.Row(away, Ids, plan, Instant("2026-11-24T14:45")!.Value));
        Assert.Null(VisitReminders.Row(away, Ids, plan, Instant("2026-11-24T13:00")!.Value));
        Assert.Null(MorningDigests.Row(away, Ids, plan.On, Instant("2026-11-24T08:30")!.Value));
    }

    private static DateTimeOffset? Instant(string? local) => local is null ? null : LondonClock.ToInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));

    private static PlanAhead Plan(DateOnly on, TimeOnly? at) => new()
    {
        VisitId = Ids.New(), SpecialistId = Guid.Empty, TeamId = Guid.Empty, EmployerId = Guid.Empty, On = on, At = at, LoggedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static SweptPerson Person(Nation nation, string zone, WorkingDays pattern, string digestAt, string quietFrom, string quietUntil, Random? onLeave)
    {
        var settings = PersonSettings.UsualOf(Guid.Empty) with
        {
            TimeZone = zone, WorkingDays = pattern, DigestAt = TimeOnly.Parse(digestAt), QuietFrom = TimeOnly.Parse(quietFrom), QuietUntil = TimeOnly.Parse(quietUntil),
        };
        var leave = new List<Leave>();
        for (var from = new DateOnly(2024, 2, 1); onLeave is not null && from.Year <= 2032; from = from.AddDays(onLeave.Next(30, 100)))
            leave.Add(new Leave { Id = Guid.Empty, SpecialistId = Guid.Empty, From = from, To = from.AddDays(onLeave.Next(0, 20)) });
        var reachable = new ReachablePerson { Id = Ids.New(), TeamId = Guid.Empty, Role = Role.TeamLead, Nation = nation };
        return new SweptPerson(reachable, settings, new PersonDays(new TeamCalendar(BankHolidays.ByRule, nation), settings, leave));
    }
}
