using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Jobs;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Jobs;

public sealed class JobTimingTests
{
    private static readonly DateTimeOffset First = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JobTiming[] Timings =
    [
        new JobTiming.Every(TimeSpan.FromMinutes(5)), new JobTiming.Every(TimeSpan.FromHours(1)),
        new JobTiming.DailyAt(new TimeOnly(0, 0)), new JobTiming.DailyAt(new TimeOnly(1, 0)), new JobTiming.DailyAt(new TimeOnly(1, 30)), new JobTiming.DailyAt(new TimeOnly(2, 0)),
        new JobTiming.DailyAt(new TimeOnly(23, 59)), new JobTiming.WeeklyAt(DayOfWeek.Sunday, new TimeOnly(1, 30)), new JobTiming.WeeklyAt(DayOfWeek.Monday, new TimeOnly(8, 0)),
    ];

    // Clocks go forward on 29 March 2026 at 01:00 and back on 25 October 2026 at 02:00 (01:00 UTC).
    [Theory]
    [InlineData("2026-03-28T12:00Z", "2026-03-28T01:30Z", "2026-03-29T01:30Z")]
    [InlineData("2026-03-29T01:29Z", "2026-03-28T01:30Z", "2026-03-29T01:30Z")]
    [InlineData("2026-03-29T01:30Z", "2026-03-29T01:30Z", "2026-03-30T00:30Z")]
    [InlineData("2026-10-25T00:29Z", "2026-10-24T00:30Z", "2026-10-25T00:30Z")]
    [InlineData("2026-10-25T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("2026-10-25T01:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("2026-10-25T23:59Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    public void Half_past_one_in_the_night_comes_once_on_the_nights_in_which_the_clocks_change(string now, string latest, string next)
    {
        var timing = new JobTiming.DailyAt(new TimeOnly(1, 30));

        Assert.Equal((Instant(latest), Instant(next)), (timing.LatestAt(Instant(now)), timing.NextAfter(Instant(now))));
    }

    [Theory]
    [InlineData("2026-11-18T10:20Z", "2026-11-16T08:00Z", "2026-11-23T08:00Z")]
    [InlineData("2026-11-16T08:00Z", "2026-11-16T08:00Z", "2026-11-23T08:00Z")]
    [InlineData("2026-07-13T06:59Z", "2026-07-06T07:00Z", "2026-07-13T07:00Z")]
    public void Monday_at_eight_is_the_wall_clocks_eight(string now, string latest, string next)
    {
        var timing = new JobTiming.WeeklyAt(DayOfWeek.Monday, new TimeOnly(8, 0));

        Assert.Equal((Instant(latest), Instant(next)), (timing.LatestAt(Instant(now)), timing.NextAfter(Instant(now))));
    }

    [Fact]
    public void Every_five_minutes_is_the_same_grid_for_every_node()
    {
        var timing = new JobTiming.Every(TimeSpan.FromMinutes(5));

        Assert.Equal(Instant("2026-11-18T10:20Z"), timing.LatestAt(Instant("2026-11-18T10:20Z").AddSeconds(299)));
        Assert.Equal(Instant("2026-11-18T10:25Z"), timing.NextAfter(Instant("2026-11-18T10:20Z")));
    }

    [Fact]
    public void The_latest_moment_and_the_next_have_no_moment_between_them() => Check.QuickThrowOnFailure(Prop.ForAll(
        Instants(),
        now =>
        {
            foreach (var timing in Timings)
            {
                var (latest, next) = (timing.LatestAt(now), timing.NextAfter(now));
                Assert.True(latest <= now && now < next, $"{timing} at {now:O}: {latest:O}, {next:O}");
                Assert.Equal((latest, next), (timing.LatestAt(latest), timing.NextAfter(latest)));
                Assert.Equal((latest, next), (timing.LatestAt(next.AddTicks(-1)), timing.NextAfter(next.AddTicks(-1))));
                Assert.Equal(next, timing.LatestAt(next));
            }
        }));

    [Fact]
    public void Every_day_of_nine_years_has_one_moment()
    {
        foreach (var timing in Timings.OfType<JobTiming.DailyAt>())
        {
            var days = new List<DateOnly>();
            for (var moment = timing.NextAfter(First); moment < Last; moment = timing.NextAfter(moment))
                days.Add(DateOnly.FromDateTime(LondonClock.ToLocal(moment)));
            Assert.Equal(Enumerable.Range(0, days.Count).Select(days[0].AddDays), days);
            Assert.InRange(days.Count, 3287, 3288);
        }
    }

    private static Arbitrary<DateTimeOffset> Instants() =>
        Gen.Choose(0, (int)(Last - First).TotalSeconds).Select(seconds => First.AddSeconds(seconds)).ToArbitrary();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
