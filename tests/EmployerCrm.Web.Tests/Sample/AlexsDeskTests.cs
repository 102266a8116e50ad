using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Sample;

namespace EmployerCrm.Web.Tests.Sample;

public sealed class AlexsDeskTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 3)]
    public void Three_visits_in_person_lie_behind_Alex_this_week(int daysAfterMonday, int visits)
    {
        var today = Monday.AddDays(daysAfterMonday);
        var (data, alex) = Make(today);

        var week = data.Visits.Where(visit => visit.SpecialistId == alex.Id && visit.On >= Monday).Aggregate(WeekTally.None, (sum, visit) => sum + WeekTally.Of(visit));
        Assert.Equal((visits, visits), (week.InPerson, week.Counted));
        Assert.Equal(6, alex.WeeklyTarget);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Alex_owes_something_in_every_part_of_the_due_list(int daysAfterMonday)
    {
        var today = Monday.AddDays(daysAfterMonday);
        var (data, alex) = Make(today);
        var due = data.FollowUps.Where(followUp => followUp.OwnerId == alex.Id && followUp is { State: FollowUpState.Open, Kind: FollowUpKind.Promise }).Select(followUp => followUp.DueOn).ToList();
        var tomorrow = today.AddDays(1);

        Assert.Equal(8, due.Count(day => day is not null));
        Assert.Equal(2, due.Count(day => day < today));
        Assert.Equal(2, due.Count(day => day == today));
        Assert.Contains(tomorrow, due);
        if (daysAfterMonday < 5)
            Assert.Contains(due, day => day > tomorrow && day <= Weeks.EndOf(today));
        Assert.Contains(due, day => day > tomorrow && day > Weeks.EndOf(today));
        Assert.Contains(null, due);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void The_oldest_debt_is_a_promise_and_support_in_work_is_owed_beside_it(int daysAfterMonday)
    {
        var (data, alex) = Make(Monday.AddDays(daysAfterMonday));
        var owed = data.FollowUps.Where(followUp => followUp.OwnerId == alex.Id && followUp.State is FollowUpState.Open).ToList();

        Assert.Equal(FollowUpKind.Promise, owed.Where(followUp => followUp.DueOn is not null).MinBy(followUp => followUp.DueOn)!.Kind);
        Assert.Equal(Enum.GetValues<FollowUpKind>().Except([FollowUpKind.Reminder]), owed.Select(followUp => followUp.Kind).Distinct().Order());
    }

    [Fact]
    public void Everybody_else_owes_something_too()
    {
        var (data, alex) = Make(Monday);

        Assert.All(
            data.Specialists.Where(person => person != alex),
            person => Assert.Contains(data.FollowUps, followUp => followUp.OwnerId == person.Id && followUp.State is FollowUpState.Open && followUp.DueOn < Monday));
    }

    private static (SampleData Data, Specialist Alex) Make(DateOnly today)
    {
        var data = SampleData.Make(today, SampleData.DefaultSeed);
        return (data, data.Specialists.Single(person => person.Name == "Alex Wilber"));
    }
}
