using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Tests.Clients;

/// <summary>Over random jobs, hours and milestones: what must hold of any way of counting weeks.</summary>
public sealed class MilestonePropertyTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void It_counts_what_counting_day_by_day_counts() => ForMany((random, milestone, jobs, today) =>
    {
        var standing = MilestoneProgress.Of(milestone, jobs, today);
        var counted = jobs.Where(job => job.StartsOn <= today).Select(job => DayByDay(milestone, jobs, job.StartsOn, today)).ToList();
        var reached = counted.Where(time => time.ReachedOn is not null).Select(time => time.ReachedOn).Order().FirstOrDefault();

        Assert.Equal(reached, standing.ReachedOn);
        if (reached is null && standing.From is { } from)
            Assert.Equal(DayByDay(milestone, jobs, from, today).Weeks, standing.Weeks);
        Assert.InRange(standing.Weeks, 0, milestone.Weeks);
    });

    [Fact]
    public void Once_reached_it_stays_reached_on_the_same_day() => ForMany((random, milestone, jobs, today) =>
    {
        if (MilestoneProgress.Of(milestone, jobs, today).ReachedOn is { } reached)
            Assert.Equal(reached, MilestoneProgress.Of(milestone, jobs, today.AddDays(random.Next(400))).ReachedOn);
    });

    [Fact]
    public void More_hours_or_another_job_never_put_it_off() => ForMany((random, milestone, jobs, today) =>
    {
        var before = MilestoneProgress.Of(milestone, jobs, today);
        var longer = jobs.Select(job => job with { Hours = [.. job.Hours.Select(hours => hours with { MinutesAWeek = (hours.MinutesAWeek ?? 0) + random.Next(600) })] }).ToList();
        WorkedJob[] more = [.. jobs, Job(random)];

        foreach (var after in new[] { MilestoneProgress.Of(milestone, longer, today), MilestoneProgress.Of(milestone, more, today) })
            Assert.True(before.ReachedOn is null || after.ReachedOn <= before.ReachedOn, $"{before} became {after}");
    });

    [Fact]
    public void What_is_said_to_come_comes_when_nothing_changes() => ForMany((_, milestone, jobs, today) =>
    {
        if (MilestoneProgress.Of(milestone, jobs, today) is { SoonestOn: { } soonest })
        {
            Assert.True(soonest >= today);
            Assert.NotNull(MilestoneProgress.Of(milestone, jobs, soonest.AddDays(1)).ReachedOn);
        }
    });

    private static void ForMany(Action<Random, OutcomeMilestone, IReadOnlyList<WorkedJob>, DateOnly> holds)
    {
        for (var seed = 1; seed <= 1_500; seed++)
        {
            var random = new Random(seed);
            var weeks = random.Next(1, 14);
            var milestone = new OutcomeMilestone("weeks", weeks, weeks + random.Next(5), random.Next(0, 16) * 60);
            holds(random, milestone, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Job(random))], First.AddDays(random.Next(300)));
        }
    }

    private static WorkedJob Job(Random random)
    {
        var from = First.AddDays(random.Next(200));
        var hours = Enumerable.Range(0, random.Next(3)).Select(_ => new HoursFrom(from.AddDays(random.Next(1, 120)), Minutes(random))).DistinctBy(change => change.From).OrderBy(change => change.From);
        return new WorkedJob(from, random.Next(2) == 0 ? from.AddDays(random.Next(150)) : null, [new HoursFrom(from, Minutes(random)), .. hours]);
    }

    private static int? Minutes(Random random) => random.Next(6) == 0 ? null : random.Next(1, 30) * 60;

    private static (DateOnly? ReachedOn, int Weeks) DayByDay(OutcomeMilestone milestone, IReadOnlyList<WorkedJob> jobs, DateOnly start, DateOnly today)
    {
        var weeks = 0;
        for (var week = 0; week < milestone.WithinWeeks; week++)
        {
            var days = Enumerable.Range(week * 7, 7).Select(start.AddDays).ToList();
            if (days[^1] >= today)
                break;
            var worked = days.Sum(day => jobs.Where(job => job.StartsOn <= day && !(job.EndsOn <= day)).Sum(job => (job.Hours.Last(hours => hours.From <= day).MinutesAWeek ?? 0) / 7.0));
            if (worked > 0.001 && worked >= milestone.LeastMinutesAWeek - 0.001 && ++weeks == milestone.Weeks)
                return (days[^1], weeks);
        }

        return (null, weeks);
    }
}
