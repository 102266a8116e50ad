using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Tests.Calendar;

/// <summary>Nobody is written to in the hours they asked to be left alone in, on both days when the clocks change as well.</summary>
public sealed class QuietHoursTests
{
    private static readonly DateTimeOffset[] ClockChanges = [.. Enumerable.Range(2024, 9).SelectMany(year => new[] { LastSunday(year, 3), LastSunday(year, 10) })];

    [Fact]
    public void The_usual_hours_last_over_midnight()
    {
        var quiet = QuietHours.Of(PersonSettings.UsualOf(Guid.Empty));
        Assert.False(quiet.Hold(new TimeOnly(18, 29)));
        Assert.True(quiet.Hold(new TimeOnly(18, 30)));
        Assert.True(quiet.Hold(new TimeOnly(0, 0)));
        Assert.True(quiet.Hold(new TimeOnly(7, 29)));
        Assert.False(quiet.Hold(new TimeOnly(7, 30)));
        Assert.Equal(Utc(2026, 11, 24, 7, 30), quiet.EndFor(Utc(2026, 11, 23, 21, 0)));
        Assert.Equal(Utc(2026, 11, 24, 7, 30), quiet.EndFor(Utc(2026, 11, 24, 3, 0)));
        Assert.Equal(Utc(2026, 11, 24, 12, 0), quiet.EndFor(Utc(2026, 11, 24, 12, 0)));
    }

    [Fact]
    public void The_same_hour_twice_is_no_quiet_at_all()
    {
        var quiet = QuietHours.Of(PersonSettings.UsualOf(Guid.Empty) with { QuietFrom = new TimeOnly(8, 0), QuietUntil = new TimeOnly(8, 0) });
        Assert.All(Enumerable.Range(0, 24), hour => Assert.False(quiet.Hold(new TimeOnly(hour, 0))));
    }

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", "01:00", "01:30", "2026-03-29T00:30:00Z")]
    [InlineData("2026-03-29T00:30:00Z", "00:00", "01:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T00:10:00Z", "01:00", "01:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:10:00Z", "01:00", "01:30", "2026-10-25T01:30:00Z")]
    public void In_the_night_of_a_clock_change_they_end_when_the_wall_clock_says_so(string now, string from, string until, string end)
    {
        var quiet = new QuietHours(TimeOnly.Parse(from), TimeOnly.Parse(until), QuietHours.ZoneOf("Europe/London"));
        Assert.Equal(DateTimeOffset.Parse(end), quiet.EndFor(DateTimeOffset.Parse(now)));
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Europe/Paris")]
    public void What_is_put_off_comes_outside_them_and_not_a_day_late(string zone)
    {
        var random = new Random(20270328);
        for (var round = 0; round < 20_000; round++)
        {
            var quiet = new QuietHours(Time(random), Time(random), QuietHours.ZoneOf(zone));
            // What is open for less than two hours may fall into the hour that March skips.
            if (quiet.From - quiet.Until < TimeSpan.FromHours(2))
                continue;
            var instant = ClockChanges[random.Next(ClockChanges.Length)].AddMinutes(random.Next(-2 * 24 * 60, 2 * 24 * 60));
            var end = quiet.EndFor(instant);
            Assert.False(quiet.Hold(end), $"{quiet} {instant:O} {end:O}");
            Assert.InRange((end - instant).TotalHours, 0, 25);
            Assert.Equal(end, quiet.EndFor(end));
        }
    }

    [Fact]
    public void The_digest_comes_at_its_hour_on_the_persons_own_clock_all_year()
    {
        var team = new TeamCalendar(BankHolidays.ByRule, Nation.Scotland);
        foreach (var zone in new[] { "Europe/London", "Europe/Paris" })
        {
            var days = new PersonDays(team, PersonSettings.UsualOf(Guid.Empty) with { TimeZone = zone }, []);
            for (var day = new DateOnly(2024, 1, 1); day.Year <= 2032; day = day.AddDays(1))
                Assert.Equal(day.ToDateTime(new TimeOnly(8, 30)), TimeZoneInfo.ConvertTime(days.DigestMoment(day), QuietHours.ZoneOf(zone)).DateTime);
        }
    }

    [Fact]
    public void A_zone_that_this_machine_does_not_know_counts_as_Londons() => Assert.Equal("Europe/London", QuietHours.ZoneOf("Atlantis/Capital").Id);

    private static TimeOnly Time(Random random) => new(random.Next(24), 15 * random.Next(4));

    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return new DateTimeOffset(last.AddDays(-(int)last.DayOfWeek), new TimeOnly(1, 0), TimeSpan.Zero);
    }

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
