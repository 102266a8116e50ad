using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Tests.Clients;

public sealed class MilestoneProgressTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly OutcomeMilestone ThirteenWeeks = new("13 weeks in work", 13, 16, 7 * 60);

    [Theory]
    [InlineData(0, null, 0)]
    [InlineData(7, null, 1)]
    [InlineData(90, null, 12)]
    [InlineData(91, "2026-04-05", 13)]
    [InlineData(900, "2026-04-05", 13)]
    public void A_job_that_goes_on_reaches_it_with_the_last_day_of_its_thirteenth_week(int days, string? reachedOn, int weeks)
    {
        var standing = MilestoneProgress.Of(ThirteenWeeks, [Job(Monday, null, 16 * 60)], Monday.AddDays(days));

        Assert.Equal(reachedOn is null ? null : DateOnly.Parse(reachedOn), standing.ReachedOn);
        Assert.Equal(weeks, standing.Weeks);
        Assert.Equal(reachedOn is null ? new DateOnly(2026, 4, 5) : null, standing.SoonestOn);
    }

    [Theory]
    [InlineData(7 * 60, true)]
    [InlineData((7 * 60) - 1, false)]
    public void The_hours_asked_for_are_just_enough(int minutes, bool reached) =>
        Assert.Equal(reached, MilestoneProgress.Of(ThirteenWeeks, [Job(Monday, null, minutes)], Monday.AddDays(200)).ReachedOn is not null);

    [Fact]
    public void Two_small_jobs_count_together_and_a_gap_of_three_weeks_is_allowed()
    {
        var two = MilestoneProgress.Of(ThirteenWeeks, [Job(Monday, null, 4 * 60), Job(Monday, null, 3 * 60)], Monday.AddDays(120));
        WorkedJob[] gap = [Job(Monday, Monday.AddDays(5 * 7), 16 * 60), Job(Monday.AddDays(8 * 7), null, 16 * 60)];

        Assert.NotNull(two.ReachedOn);
        Assert.Equal(Monday.AddDays((16 * 7) - 1), MilestoneProgress.Of(ThirteenWeeks, gap, Monday.AddDays(300)).ReachedOn);
        gap[1] = gap[1] with { StartsOn = Monday.AddDays(9 * 7), Hours = [new HoursFrom(Monday.AddDays(9 * 7), 16 * 60)] };
        Assert.Equal(Monday.AddDays((22 * 7) - 1), MilestoneProgress.Of(ThirteenWeeks, gap, Monday.AddDays(300)).ReachedOn);
    }

    [Fact]
    public void Hours_that_nobody_recorded_do_not_count_and_that_is_said()
    {
        var unknown = MilestoneProgress.Of(ThirteenWeeks, [Job(Monday, null, null)], Monday.AddDays(30));
        var later = MilestoneProgress.Of(ThirteenWeeks, [new WorkedJob(Monday, null, [new HoursFrom(Monday, null), new HoursFrom(Monday.AddDays(14), 600)])], Monday.AddDays(30));

        Assert.Equal((0, true, null), (unknown.Weeks, unknown.HoursMissing, unknown.SoonestOn));
        Assert.Equal((2, true), (later.Weeks, later.HoursMissing));
    }

    [Fact]
    public void Fewer_hours_later_take_nothing_back_of_the_weeks_before()
    {
        var job = new WorkedJob(Monday, null, [new HoursFrom(Monday, 960), new HoursFrom(Monday.AddDays(70), 120)]);

        var standing = MilestoneProgress.Of(ThirteenWeeks, [job], Monday.AddDays(80));

        Assert.Equal((10, null, null), (standing.Weeks, standing.ReachedOn, standing.SoonestOn));
    }

    [Fact]
    public void A_job_that_is_over_before_a_week_leaves_the_next_its_whole_time()
    {
        WorkedJob[] jobs = [Job(Monday, Monday.AddDays(2), 120), Job(Monday.AddDays(100), null, 960)];

        var standing = MilestoneProgress.Of(ThirteenWeeks, jobs, Monday.AddDays(120));

        Assert.Equal((2, Monday.AddDays(100), Monday.AddDays(100 + (13 * 7) - 1)), (standing.Weeks, standing.From, standing.SoonestOn));
        Assert.Null(MilestoneProgress.Of(ThirteenWeeks, [Job(Monday.AddDays(5), null, 960)], Monday).From);
    }

    private static WorkedJob Job(DateOnly from, DateOnly? until, int? minutes) => new(from, until, [new HoursFrom(from, minutes)]);
}
