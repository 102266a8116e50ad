using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Tests.Calendar;

public sealed class LondonClockTests
{
    [Theory]
    [InlineData("2026-07-01T22:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T23:00:00Z", "2026-07-02")] // midnight in London is 23:00 UTC in summer
    [InlineData("2026-12-01T23:59:59Z", "2026-12-01")]
    [InlineData("2026-12-02T00:00:00Z", "2026-12-02")]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29")] // the night the clocks go forward
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25")] // the night the clocks go back
    public void Today_is_the_date_in_London(string instant, string expected)
    {
        var clock = new LondonClock(new FixedTime(DateTimeOffset.Parse(instant)));
        Assert.Equal(DateOnly.Parse(expected), clock.Today);
    }

    [Fact]
    public void A_wall_clock_time_that_exists_once_comes_back_from_its_instant()
    {
        var hour = new DateTime(2025, 1, 1, 0, 30, 0);
        while (hour.Year < 2028)
        {
            var instant = LondonClock.ToInstant(hour);
            var skipped = hour is { Month: 3, DayOfWeek: DayOfWeek.Sunday, Day: > 24, Hour: 1 };
            Assert.Equal(skipped ? hour.AddHours(1) : hour, LondonClock.ToLocal(instant));
            hour = hour.AddHours(1);
        }
    }

    [Fact]
    public void A_time_that_comes_twice_is_the_first_of_the_two() =>
        Assert.Equal(DateTimeOffset.Parse("2026-10-25T00:30:00Z"), LondonClock.ToInstant(new DateTime(2026, 10, 25, 1, 30, 0)));
}

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
