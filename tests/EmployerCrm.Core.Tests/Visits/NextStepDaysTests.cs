using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Visits;

public sealed class NextStepDaysTests
{
    [Theory]
    [InlineData("2026-11-16", "2026-11-17")]
    [InlineData("2026-11-19", "2026-11-20")]
    [InlineData("2026-11-20", "2026-11-23")]
    [InlineData("2026-11-21", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-23")]
    public void A_thank_you_is_due_on_the_next_day_that_is_not_a_weekend(string today, string due) =>
        Assert.Equal(DateOnly.Parse(due), NextSteps.ThankYouDue(DateOnly.Parse(today)));

    [Fact]
    public void The_next_visit_is_due_in_two_weeks() => Assert.Equal(new DateOnly(2026, 12, 2), NextSteps.VisitAgainDue(new DateOnly(2026, 11, 18)));
}
