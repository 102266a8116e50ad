using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Tests.FollowUps;

/// <summary>What is on the lead's list is overdue by as many working days as the list says.</summary>
public sealed class EscalationTests
{
    public static TheoryData<Nation> Nations => [.. Enum.GetValues<Nation>()];

    [Theory]
    [MemberData(nameof(Nations))]
    public void What_is_on_the_list_is_overdue_by_that_many_working_days_on_every_day_of_nine_years(Nation nation)
    {
        var calendar = new TeamCalendar(BankHolidays.ByRule, nation);
        for (var today = new DateOnly(2024, 1, 1); today.Year <= 2032; today = today.AddDays(1))
        {
            foreach (var workingDays in new[] { 1, 5, 10 })
            {
                var dueBy = Escalations.DueBy(calendar, today, workingDays);
                for (var due = today.AddDays(-20); due <= today; due = due.AddDays(1))
                    Assert.True(due <= dueBy == calendar.WorkingDaysAfter(due, today) >= workingDays, $"due {due:O}, looked at {today:O}");
            }
        }
    }

    [Fact]
    public void On_a_weekend_the_list_is_that_of_Friday()
    {
        var calendar = new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales);
        var friday = new DateOnly(2026, 11, 20);

        Assert.Equal(new DateOnly(2026, 11, 15), Escalations.DueBy(calendar, friday, 5));
        Assert.Equal(new DateOnly(2026, 11, 15), Escalations.DueBy(calendar, friday.AddDays(2), 5));
        Assert.Equal(new DateOnly(2026, 11, 16), Escalations.DueBy(calendar, friday.AddDays(3), 5));
    }
}
