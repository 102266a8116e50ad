using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Visits;

public sealed class WeeklyTargetTests
{
    [Theory]
    [InlineData(6, 0, 6)]
    [InlineData(6, 1, 2)]
    [InlineData(6, 2, 4)]
    [InlineData(6, 3, 6)]
    [InlineData(6, 20, 6)]
    [InlineData(3, 2, 3)]
    public void With_one_or_two_job_seekers_the_target_is_at_most_twice_their_number(int personal, int jobSeekers, int expected) =>
        Assert.Equal(expected, WeeklyTarget.Of(personal, jobSeekers));
}
