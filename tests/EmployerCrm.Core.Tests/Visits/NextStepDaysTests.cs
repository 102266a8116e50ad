using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Visits;

public sealed class NextStepDaysTests
{
    [Fact]
    public void The_next_visit_is_due_in_two_weeks() => Assert.Equal(new DateOnly(2026, 12, 2), NextSteps.VisitAgainDue(new DateOnly(2026, 11, 18)));
}
