using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Tests.Schedules;

public sealed class SchedulePlanTests
{
    private static readonly TeamCalendar England = new(BankHolidays.ByRule, Nation.EnglandAndWales);

    [Theory]
    // An ordinary Monday: the seven days before, three days after, four weeks, the second month.
    [InlineData("2026-11-23", "2026-11-10", "before-start 2026-11-20, after-start 2026-11-26, first-month 2026-11-30, first-month 2026-12-07, first-month 2026-12-14, first-month 2026-12-21, monthly 2027-01-22")]
    // A start before Christmas: the fourth week's day is moved back from the days between, and New Year's Day is not owed on.
    [InlineData("2026-12-04", "2026-12-01", "before-start 2026-12-03, after-start 2026-12-07, first-month 2026-12-11, first-month 2026-12-18, first-month 2026-12-24, first-month 2026-12-31, monthly 2027-02-04")]
    // Recorded two days late: what was due before is not owed any more.
    [InlineData("2026-11-23", "2026-11-25", "after-start 2026-11-26, first-month 2026-11-30, first-month 2026-12-07, first-month 2026-12-14, first-month 2026-12-21, monthly 2027-01-22")]
    // Two years in: one monthly contact, the next.
    [InlineData("2024-11-30", "2026-11-25", "monthly 2026-11-30")]
    public void A_job_start_creates_the_contact_schedule(string start, string today, string expected)
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, England).Of(ScheduleAnchor.JobStart, DateOnly.Parse(start), DateOnly.Parse(today));

        Assert.Equal(expected.Split(", "), plan.Where(step => step.Step.Kind == StepKind.ClientContact).Select(step => $"{step.Step.Key} {step.Due:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_start_on_the_last_of_a_month_does_not_drift()
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, England);
        var monthly = ScheduleTemplate.Ips.Steps.Single(step => step.Key == "monthly") with { AnyDay = true };
        var start = new DateOnly(2027, 12, 31);
        var days = new List<DateOnly>();
        for (var step = plan.Next(monthly, start, start); days.Count < 5; step = plan.After(monthly, start, step.Occurrence, step.Due))
            days.Add(step!.Due);

        Assert.Equal([new(2028, 2, 29), new(2028, 3, 31), new(2028, 4, 30), new(2028, 5, 31), new(2028, 6, 30)], days);
    }

    [Fact]
    public void Done_late_the_next_contact_is_the_next_one_to_come_and_none_is_owed_for_the_months_between()
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, England);
        var monthly = ScheduleTemplate.Ips.Steps.Single(step => step.Key == "monthly");
        var start = new DateOnly(2026, 1, 5);

        var next = plan.After(monthly, start, 1, new DateOnly(2026, 7, 20))!;

        Assert.Equal(new DateOnly(2026, 8, 5), next.Due);
        Assert.Equal(new DateOnly(2026, 7, 6), next.Opens);
    }

    [Fact]
    public void Job_loss_is_followed_within_three_days_of_hearing_of_it()
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, England).Of(ScheduleAnchor.JobLossHeard, new DateOnly(2026, 12, 23), new DateOnly(2026, 12, 23));

        Assert.Equal(["job-loss 2026-12-24", "care-team-loss 2026-12-30"], plan.Select(step => $"{step.Step.Key} {step.Due:yyyy-MM-dd}"));
    }
}
