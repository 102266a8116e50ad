using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Tests.Schedules;

public sealed class ShippedStepsTests
{
    [Fact]
    public void Every_shipped_step_has_one_key_for_its_words()
    {
        var titles = ScheduleTemplate.Shipped.SelectMany(template => template.Steps).Select(step => step.Title).Distinct().ToList();

        Assert.All(titles, title => Assert.NotNull(ShippedSteps.KeyOf(FollowUpKind.ClientContact, title)));
        Assert.Equal(titles.Count + 1, ShippedSteps.Titles.Count);
        Assert.Equal("first-month", ShippedSteps.KeyOf("Weekly meeting in the first month"));
        Assert.Equal("lighter-first-month", ShippedSteps.KeyOf("Fortnightly contact in the first month"));
    }

    [Theory]
    [InlineData(FollowUpKind.Reminder, "Monthly contact")]
    [InlineData(FollowUpKind.Promise, "Monthly contact")]
    [InlineData(FollowUpKind.ClientContact, "Coffee once a month")]
    public void What_a_person_or_a_team_wrote_stays_as_it_was_written(FollowUpKind kind, string title) => Assert.Null(ShippedSteps.KeyOf(kind, title));
}
