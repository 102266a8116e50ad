using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Tests.Schedules;

public sealed class ScheduleRulesTests
{
    [Fact]
    public void What_comes_with_the_service_has_no_fault() => Assert.All(ScheduleTemplate.Shipped, template => Assert.Empty(ScheduleRules.Problems(template)));

    [Theory]
    [InlineData(1, DistanceUnit.Days, 2, DistanceUnit.Months, true)]
    [InlineData(1, DistanceUnit.Weeks, 400, DistanceUnit.Days, false)]
    [InlineData(1, DistanceUnit.Months, 48, DistanceUnit.Months, false)]
    [InlineData(1, DistanceUnit.WorkingDays, 400, DistanceUnit.WorkingDays, true)]
    public void A_step_that_is_owed_every_day_for_years_is_not_meant(int every, DistanceUnit unit, int until, DistanceUnit untilUnit, bool tooOften)
    {
        var step = new ScheduleStep("some", "Some", ScheduleAnchor.JobStart, StepKind.ClientContact, new Distance(0, unit), new Distance(1, unit)) { Every = new Distance(every, unit), Until = new Distance(until, untilUnit) };

        Assert.Equal(tooOften ? [ScheduleFault.TooManyTimes] : [], ScheduleRules.Problems(new ScheduleTemplate("some", [step])).Select(problem => problem.Fault));
    }
}
