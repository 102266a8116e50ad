using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Tests.Schedules;

/// <summary>For every start from 2024 to 2032 in every nation.</summary>
public sealed class SchedulePropertyTests
{
    public static TheoryData<Nation> Nations => [.. Enum.GetValues<Nation>()];

    [Theory]
    [MemberData(nameof(Nations))]
    public void No_step_is_lost_or_twice_or_on_a_day_off_and_the_order_is_kept(Nation nation)
    {
        var calendar = new TeamCalendar(new BankHolidays([new DateOnly(2027, 6, 4)]), nation);
        var plan = new SchedulePlan(ScheduleTemplate.Ips, calendar);
        for (var start = new DateOnly(2024, 1, 1); start.Year <= 2032; start = start.AddDays(1))
        {
            var steps = plan.Of(ScheduleAnchor.JobStart, start, start.AddDays(-7));
            Assert.All(steps, step => Assert.True(calendar.IsWorkingDay(step.Due), $"{start:O} {step.Step.Key} {step.Due:O}"));
            Assert.All(steps, step => Assert.True(step.Opens <= step.Due));
            Assert.Equal(steps.Count, steps.DistinctBy(step => (step.Step.Key, step.Occurrence)).Count());
            Assert.Equal(ScheduleTemplate.Ips.From(ScheduleAnchor.JobStart).Select(step => step.Key).Order(), steps.Select(step => step.Step.Key).Distinct().Order());
            foreach (var series in steps.GroupBy(step => step.Step.Key))
                Assert.All(series.Zip(series.Skip(1)), pair => Assert.True(pair.First.Due < pair.Second.Due && pair.First.Occurrence + 1 == pair.Second.Occurrence));
            Assert.Equal(4, steps.Count(step => step.Step.Key == "first-month"));
            var before = steps.Single(step => step.Step.Key == "before-start");
            Assert.InRange(before.Due, start.AddDays(-7), start.AddDays(-1));
        }
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void The_monthly_contact_goes_on_with_one_in_every_month_for_as_long_as_anybody_looks(Nation nation)
    {
        var calendar = new TeamCalendar(BankHolidays.ByRule, nation);
        var plan = new SchedulePlan(ScheduleTemplate.Ips, calendar);
        var monthly = ScheduleTemplate.Ips.Steps.Single(step => step.Key == "monthly");
        for (var start = new DateOnly(2024, 1, 1); start.Year == 2024; start = start.AddDays(1))
        {
            var step = plan.Next(monthly, start, start)!;
            while (step.Due.Year <= 2032)
            {
                var next = plan.After(monthly, start, step.Occurrence, step.Due)!;
                Assert.Equal(step.Occurrence + 1, next.Occurrence);
                Assert.InRange(next.Due.DayNumber - step.Due.DayNumber, 20, 40);
                Assert.True(calendar.IsWorkingDay(next.Due));
                Assert.Equal(next, plan.Next(monthly, start, step.Due.AddDays(1)));
                step = next;
            }
        }
    }

    [Fact]
    public void Any_template_that_is_accepted_keeps_order_and_days_off()
    {
        var random = new Random(20261122);
        var calendars = Enum.GetValues<Nation>().Select(nation => new TeamCalendar(BankHolidays.ByRule, nation)).ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var step = Some(random);
            var template = new ScheduleTemplate("some", [step]);
            if (ScheduleRules.Problems(template).Any())
                continue;
            var calendar = calendars[random.Next(calendars.Length)];
            var start = new DateOnly(2024, 1, 1).AddDays(random.Next(3_287));
            var plan = new SchedulePlan(template, calendar);
            var times = new List<PlannedStep>();
            for (var time = plan.Next(step, start, DateOnly.MinValue); time is not null && times.Count < 30; time = plan.After(step, start, time.Occurrence, time.Due))
                times.Add(time);

            Assert.NotEmpty(times);
            Assert.All(times, time => Assert.True((step.AnyDay || calendar.IsWorkingDay(time.Due)) && time.Opens <= time.Due));
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First.Due < pair.Second.Due && pair.First.Occurrence < pair.Second.Occurrence));
            var looked = start.AddDays(random.Next(-30, 600));
            Assert.Equal(times.Find(time => time.Due >= looked), times.Count == 30 && times[^1].Due < looked ? null : plan.Next(step, start, looked));
        }
    }

    private static ScheduleStep Some(Random random)
    {
        var unit = (DistanceUnit)random.Next(4);
        Distance Any(int least, int most) => new(random.Next(least, most), random.Next(3) == 0 ? (DistanceUnit)random.Next(4) : unit);
        return new ScheduleStep("some", "Some", ScheduleAnchor.JobStart, StepKind.ClientContact, Any(-10, 10), Any(-10, 40))
        {
            Every = random.Next(3) == 0 ? null : Any(-1, 12), Until = random.Next(2) == 0 ? null : Any(0, 60), AnyDay = random.Next(4) == 0,
        };
    }
}
