using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Tests.Calendar;

/// <summary>For every day from 2024 to 2032, in every nation, for every part-time pattern.</summary>
public sealed class PersonDaysPropertyTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly Guid Person = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Cover = Guid.Parse("019a0000-0000-7000-8000-000000000002");

    public static TheoryData<Nation> Nations => [.. Enum.GetValues<Nation>()];

    [Theory]
    [MemberData(nameof(Nations))]
    public void What_is_due_is_shown_on_the_last_working_day_that_is_not_later(Nation nation)
    {
        var random = new Random(20261122);
        var team = new TeamCalendar(BankHolidays.ByRule, nation);
        for (var pattern = 1; pattern <= (int)WorkingDaysExtensions.WholeWeek; pattern++)
        {
            var days = Days(team, (WorkingDays)pattern, LeaveOf(random));
            DateOnly? last = null;
            for (var day = First; day.Year <= 2032; day = day.AddDays(1))
            {
                if (days.WorksOn(day))
                {
                    Assert.True(team.IsWorkingDay(day) && ((WorkingDays)pattern).Has(day.DayOfWeek) && days.LeaveOn(day) is null, $"{day:O}");
                    last = day;
                }

                if (last is { } shown)
                    Assert.Equal(shown, days.ShownOn(day));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void The_last_working_day_of_a_week_has_no_working_day_behind_it(Nation nation)
    {
        var random = new Random(4918);
        var team = new TeamCalendar(BankHolidays.ByRule, nation);
        for (var pattern = 1; pattern <= (int)WorkingDaysExtensions.WholeWeek; pattern++)
        {
            var days = Days(team, (WorkingDays)pattern, LeaveOf(random));
            for (var monday = First; monday.Year <= 2032; monday = monday.AddDays(7))
            {
                var worked = Enumerable.Range(0, 7).Select(monday.AddDays).Where(days.WorksOn).ToList();
                DateOnly? last = worked.Count == 0 ? null : worked[^1];
                DateOnly? first = worked.Count == 0 ? null : worked[0];
                Assert.All(Enumerable.Range(0, 7), offset => Assert.Equal((first, last), (days.FirstWorkingDayOfWeek(monday.AddDays(offset)), days.LastWorkingDayOfWeek(monday.AddDays(offset)))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nations))]
    public void Whatever_falls_due_in_a_leave_is_shown_to_somebody_who_works_that_day(Nation nation)
    {
        var random = new Random(57118);
        var team = new TeamCalendar(BankHolidays.ByRule, nation);
        for (var round = 0; round < 300; round++)
        {
            var from = First.AddDays(random.Next(60, 3200));
            var leave = new Leave { Id = Guid.Empty, SpecialistId = Person, From = from, To = from.AddDays(random.Next(0, 40)), CoverId = Cover };
            var away = Days(team, Pattern(random), [leave]);
            var cover = Days(team, Pattern(random), [], Cover);
            for (var due = from.AddDays(-3); due <= leave.To.AddDays(3); due = due.AddDays(1))
            {
                foreach (var isUrgent in new[] { true, false })
                {
                    var showing = away.ShowingOf(due, isUrgent, cover);
                    Assert.True(showing.On <= due);
                    Assert.True(showing.PersonId == Cover ? cover.WorksOn(showing.On) : away.WorksOn(showing.On), $"{due:O} {showing}");
                    if (showing.PersonId == Cover)
                        Assert.True(isUrgent && leave.Holds(due) && leave.Holds(showing.On));
                    else if (leave.Holds(due))
                        Assert.True(showing.On < leave.From && (!isUrgent || !Enumerable.Range(0, due.DayNumber - from.DayNumber + 1).Any(day => cover.WorksOn(from.AddDays(day)))));
                }
            }
        }
    }

    [Fact]
    public void Leave_across_Christmas_with_a_cover_and_without()
    {
        var team = new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales);
        var leave = new Leave { Id = Guid.Empty, SpecialistId = Person, From = new DateOnly(2026, 12, 21), To = new DateOnly(2027, 1, 3), CoverId = Cover };
        var away = Days(team, WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Thursday, [leave]);
        var cover = Days(team, WorkingDaysExtensions.WholeWeek, [], Cover);

        // Boxing Day 2026 is a Saturday, kept on Monday 28: the cover's working day before it is Thursday 24.
        Assert.Equal(new Showing(Cover, new DateOnly(2026, 12, 24)), away.ShowingOf(new DateOnly(2026, 12, 28), isUrgent: true, cover));
        Assert.Equal(new Showing(Cover, new DateOnly(2026, 12, 30)), away.ShowingOf(new DateOnly(2026, 12, 30), isUrgent: true, cover));
        // Friday 18 is no day of theirs.
        Assert.Equal(new Showing(Person, new DateOnly(2026, 12, 17)), away.ShowingOf(new DateOnly(2026, 12, 30), isUrgent: false, cover));
        Assert.Equal(new Showing(Person, new DateOnly(2026, 12, 17)), away.ShowingOf(new DateOnly(2026, 12, 30), isUrgent: true, null));
        Assert.Null(away.LastWorkingDayOfWeek(new DateOnly(2026, 12, 30)));
        Assert.Equal(new DateOnly(2027, 1, 4), away.NextWorkingDay(new DateOnly(2026, 12, 18)));
    }

    [Fact]
    public void A_short_week_before_Easter_ends_on_the_part_timers_Wednesday()
    {
        var days = Days(new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales), WorkingDays.Tuesday | WorkingDays.Wednesday | WorkingDays.Friday, []);
        Assert.Equal(new DateOnly(2027, 3, 24), days.LastWorkingDayOfWeek(new DateOnly(2027, 3, 26)));
        Assert.Equal(new DateOnly(2027, 3, 24), days.ShownOn(new DateOnly(2027, 3, 29)));
    }

    private static PersonDays Days(TeamCalendar team, WorkingDays pattern, IReadOnlyList<Leave> leave, Guid? person = null) =>
        new(team, PersonSettings.UsualOf(person ?? Person) with { WorkingDays = pattern }, leave);

    private static WorkingDays Pattern(Random random) => (WorkingDays)random.Next(1, (int)WorkingDaysExtensions.WholeWeek + 1);

    /// <summary>Three times a year a day to three weeks, every second year over Christmas.</summary>
    private static List<Leave> LeaveOf(Random random)
    {
        var leave = new List<Leave>();
        for (var day = First.AddDays(random.Next(120)); day.Year <= 2032; day = leave[^1].To.AddDays(random.Next(60, 130)))
            leave.Add(new Leave { Id = Guid.Empty, SpecialistId = Person, From = day, To = day.AddDays(random.Next(0, 21)) });
        return leave;
    }
}
