using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Tests.Digest;

/// <summary>Whatever falls due on any day from 2024 to 2032 is shown first on the right day to the right person, and on every day after that until it is done.</summary>
public sealed class DigestContentsPropertyTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2032, 12, 31);
    private static readonly Guid Person = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Cover = Guid.Parse("019a0000-0000-7000-8000-000000000002");

    public static TheoryData<Nation, int> Rounds => new(
        from nation in Enum.GetValues<Nation>()
        from seed in Enumerable.Range(1, 3)
        select (nation, seed));

    [Theory]
    [MemberData(nameof(Rounds))]
    public void What_falls_due_is_first_shown_on_the_right_day_to_the_right_person(Nation nation, int seed)
    {
        var random = new Random(seed);
        var team = new TeamCalendar(new BankHolidays([new DateOnly(2027, 6, 4)]), nation);
        var away = Days(team, random, Person, covered: true);
        var cover = Days(team, random, Cover, covered: false);
        for (var due = First.AddDays(60); due <= Last; due = due.AddDays(1))
        {
            foreach (var kind in new[] { FollowUpKind.Promise, FollowUpKind.Reminder })
            {
                var item = Owed(due, kind);
                var right = away.ShowingOf(due, Urgency.IsUrgent(item), CoverOn(due));
                var shown = Shown(due.AddDays(-50), due.AddDays(4), day => Own(day, item)).Select(day => new Showing(Person, day))
                    .Concat(Shown(due.AddDays(-50), due.AddDays(4), day => Covered(day, item)).Select(day => new Showing(Cover, day))).OrderBy(showing => showing.On).ToList();
                // Whom nothing could be shown to within these days is away for longer than that.
                if (right.On < due.AddDays(-50))
                    continue;
                Assert.True(shown.Count > 0 && shown[0] == right, $"{nation} {seed} {kind} due {due:O}: {(shown.Count > 0 ? shown[0] : null)} instead of {right}");
                Assert.Equal(Worked(right.On, due.AddDays(4)), shown.Where(showing => showing.On >= right.On && showing.PersonId == Person).Select(showing => showing.On).Union(Before(right, due)).Order());
            }
        }

        PersonDays? CoverOn(DateOnly day) => away.LeaveOn(day)?.CoverId == Cover ? cover : null;

        bool Own(DateOnly day, FollowUpSummary item) =>
            away.WorksOn(day) && item.DueOn <= DigestContents.LastShown(away, day) && DigestContents.Own(away, day, [item], CoverOn).Any();

        bool Covered(DateOnly day, FollowUpSummary item) => cover.WorksOn(day) && away.LeaveOn(day) is { CoverId: not null } leave
            && item.DueOn <= DigestContents.LastShown(cover, day) && DigestContents.Covered(cover, day, new CoveredColleague("Sam", away, leave, [item])).Any();

        // What the cover is shown, the person sees only once it is overdue and they are back.
        IEnumerable<DateOnly> Before(Showing right, DateOnly due) =>
            right.PersonId == Cover ? Worked(right.On, due.AddDays(-1)) : [];

        IEnumerable<DateOnly> Worked(DateOnly from, DateOnly until) => Shown(from, until, away.WorksOn);
    }

    [Fact]
    public void What_nobody_promised_waits_and_what_has_its_hour_does_not()
    {
        Assert.Equal(
            [FollowUpKind.Promise, FollowUpKind.ClientContact, FollowUpKind.EmployerCheckIn],
            Enum.GetValues<FollowUpKind>().Where(kind => Urgency.IsUrgent(Owed(First, kind))));
        Assert.True(Urgency.IsUrgent(Owed(First, FollowUpKind.Reminder) with { DueAt = new TimeOnly(9, 0) }));
    }

    [Fact]
    public void The_items_stand_by_day_and_hour_and_those_of_a_colleague_behind_the_own()
    {
        var noon = Owed(First, FollowUpKind.Reminder) with { DueAt = new TimeOnly(12, 0), Title = "noon" };
        var nine = noon with { DueAt = new TimeOnly(9, 0), Title = "nine" };
        var untimed = noon with { DueAt = null, Title = "untimed" };
        var before = untimed with { DueOn = First.AddDays(-1), Title = "before" };
        var ordered = DigestContents.InOrder([new(untimed, "Sam"), new(noon), new(untimed), new(before, "Sam"), new(nine)]);
        Assert.Equal(["before Sam", "nine ", "noon ", "untimed ", "untimed Sam"], ordered.Select(item => $"{item.FollowUp.Title} {item.ForName}"));
    }

    private static IEnumerable<DateOnly> Shown(DateOnly from, DateOnly until, Predicate<DateOnly> isShown)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            if (isShown(day))
                yield return day;
        }
    }

    private static PersonDays Days(TeamCalendar team, Random random, Guid id, bool covered)
    {
        var leave = new List<Leave>();
        for (var from = First.AddDays(random.Next(5, 60)); from < Last; from = from.AddDays(random.Next(40, 120)))
            leave.Add(new Leave { Id = Guid.Empty, SpecialistId = id, From = from, To = from.AddDays(random.Next(0, 21)), CoverId = covered && random.Next(4) > 0 ? Cover : null });
        var pattern = (WorkingDays)random.Next(1, (int)WorkingDaysExtensions.WholeWeek + 1);
        return new PersonDays(team, PersonSettings.UsualOf(id) with { WorkingDays = pattern }, leave);
    }

    private static FollowUpSummary Owed(DateOnly due, FollowUpKind kind) =>
        new() { Id = Guid.Empty, TeamId = Guid.Empty, Title = "send CV", DueOn = due, State = FollowUpState.Open, Kind = kind, Version = 1 };
}
