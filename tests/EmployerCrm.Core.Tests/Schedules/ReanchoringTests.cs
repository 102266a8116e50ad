using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Tests.Schedules;

/// <summary>Whatever happens to a job, what is owed is what its facts owe.</summary>
public sealed class ReanchoringTests
{
    public static TheoryData<Nation> Nations => [.. Enum.GetValues<Nation>()];

    [Theory]
    [MemberData(nameof(Nations))]
    public void Over_random_histories_no_step_is_lost_none_is_twice_and_what_was_done_stays(Nation nation)
    {
        for (var seed = 0; seed < 600; seed++)
            new History(nation, seed).Run(40);
    }

    [Fact]
    public void Moving_the_start_there_and_back_owes_what_was_owed()
    {
        var calendar = new TeamCalendar(BankHolidays.ByRule, Nation.Scotland);
        var plan = new SchedulePlan(ScheduleTemplate.Ips, calendar);
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var today = new DateOnly(2024, 1, 1).AddDays(random.Next(3_000));
            var (first, second) = (today.AddDays(random.Next(-60, 60)), today.AddDays(random.Next(-60, 60)));
            var rows = Apply([], plan, new ScheduleFacts(first, today, null, true, true));
            var there = Apply(rows, plan, new ScheduleFacts(second, today, null, true, true));
            var back = Apply(there, plan, new ScheduleFacts(first, today, null, true, true));

            Assert.Equal(Open(rows), Open(back));
        }
    }

    [Fact]
    public void A_meeting_that_was_done_is_not_owed_again_when_the_start_moves()
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales));
        var today = new DateOnly(2026, 11, 18);
        var rows = Apply([], plan, new ScheduleFacts(new(2026, 11, 23), today, null, true, false));
        rows = [.. rows.Select(row => row.StepKey == "before-start" ? row with { State = FollowUpState.Done } : row)];

        var moved = Apply(rows, plan, new ScheduleFacts(new(2026, 12, 7), today, null, true, false));

        Assert.Equal(new DateOnly(2026, 11, 20), moved.Single(row => row.StepKey == "before-start").Due);
        Assert.Equal(new DateOnly(2026, 12, 10), moved.Single(row => row.StepKey == "after-start").Due);
    }

    /// <summary>However late the start is told: as long as there is a day left before it, the meeting before it is owed; from the first day on it is not.</summary>
    [Theory]
    [MemberData(nameof(Nations))]
    public void The_meeting_before_the_start_is_owed_for_as_long_as_there_is_a_day_before_the_start(Nation nation)
    {
        var calendar = new TeamCalendar(new BankHolidays([new DateOnly(2027, 6, 4)]), nation);
        var plan = new SchedulePlan(ScheduleTemplate.Ips, calendar);
        for (var start = new DateOnly(2024, 1, 1); start.Year <= 2032; start = start.AddDays(1))
        {
            for (var early = -2; early <= 9; early++)
            {
                var today = start.AddDays(-early);
                var facts = new ScheduleFacts(start, today, null, true, false);
                var rows = Apply([], plan, facts);
                var owed = rows.Find(row => row.StepKey == "before-start");

                Assert.Equal(early >= 1, owed is not null);
                if (owed is not null)
                    Assert.Equal(calendar.LastWithin(Later(today, start.AddDays(-7)), start.AddDays(-1)) ?? calendar.OnOrAfter(start), owed.Due);
                for (var day = 0; day < 5; day++)
                    Assert.True(Reanchoring.Of(rows, plan, facts with { Today = today.AddDays(day) }) is { Move.Count: 0, Cancel.Count: 0, Add.Count: 0 }, $"{start:O} told {today:O}, looked at again {day} days later");
            }
        }

        static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    }

    [Theory]
    // Told on the Friday: the last working day before. On the Saturday or Sunday: none is left, so the first one to come. On the Monday itself: nothing.
    [InlineData("2026-11-20", "before-start 2026-11-20, after-start 2026-11-26")]
    [InlineData("2026-11-21", "before-start 2026-11-23, after-start 2026-11-26")]
    [InlineData("2026-11-22", "before-start 2026-11-23, after-start 2026-11-26")]
    [InlineData("2026-11-23", "after-start 2026-11-26")]
    // Three days after a Thursday end on a Sunday.
    [InlineData("2026-11-26", "after-start 2026-11-26")]
    [InlineData("2026-11-27", "")]
    public void A_start_on_Monday_that_is_told_late_owes_what_can_still_be_done(string told, string expected)
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales));

        var rows = Apply([], plan, new ScheduleFacts(new(2026, 11, 23), DateOnly.Parse(told), null, true, false));

        Assert.Equal(expected, string.Join(", ", rows.Where(row => row.StepKey is "before-start" or "after-start").OrderBy(row => row.Due).Select(row => $"{row.StepKey} {row.Due:yyyy-MM-dd}")));
    }

    [Fact]
    public void What_was_put_off_stays_owed_when_something_else_changes()
    {
        var plan = new SchedulePlan(ScheduleTemplate.Ips, new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales));
        var facts = new ScheduleFacts(new(2026, 11, 23), new(2026, 11, 18), null, true, false);
        var rows = Apply([], plan, facts);
        rows = [.. rows.Select(row => row.StepKey == "after-start" ? row with { Due = new DateOnly(2026, 12, 4) } : row)];

        var later = Apply(rows, plan, facts with { Today = new(2026, 12, 1), MayTellEmployer = true });

        Assert.Equal((FollowUpState.Open, new DateOnly(2026, 12, 4)), later.Where(row => row.StepKey == "after-start").Select(row => (row.State, row.Due)).Single());
        Assert.Contains(later, row => row.StepKey == "employer-check-in");
    }

    private static IEnumerable<(string, int, DateOnly)> Open(List<CreatedStep> rows) =>
        rows.Where(row => row.IsOpen).Select(row => (row.StepKey, row.Occurrence, row.Due)).Order();

    private static List<CreatedStep> Apply(List<CreatedStep> rows, SchedulePlan plan, ScheduleFacts facts)
    {
        var change = Reanchoring.Of(rows, plan, facts);
        var after = rows.ToDictionary(row => row.FollowUpId);
        foreach (var cancelled in change.Cancel)
            after[cancelled.FollowUpId] = cancelled with { State = FollowUpState.Cancelled };
        foreach (var (created, to) in change.Move)
        {
            after[created.FollowUpId] = created with
            {
                AnchoredOn = facts.AnchorDay, Occurrence = to.Occurrence, Opens = to.Opens, Due = to.Due, State = FollowUpState.Open,
            };
        }

        foreach (var step in change.Add)
        {
            var id = new Guid(after.Count + 1, 0, 0, new byte[8]);
            after.Add(id, new CreatedStep(id, step.Step.Key, facts.AnchorDay, step.Occurrence, step.Opens, step.Due, FollowUpState.Open));
        }

        return [.. after.Values];
    }

    private sealed class History
    {
        private readonly TeamCalendar _calendar;
        private readonly SchedulePlan _plan;
        private readonly Random _random;
        private List<CreatedStep> _rows = [];
        private ScheduleFacts _facts;

        public History(Nation nation, int seed)
        {
            _calendar = new TeamCalendar(BankHolidays.ByRule, nation);
            _plan = new SchedulePlan(ScheduleTemplate.Ips, _calendar);
            _random = new Random(seed);
            var today = new DateOnly(2024, 1, 1).AddDays(_random.Next(3_000));
            _facts = new ScheduleFacts(today.AddDays(_random.Next(-20, 20)), today, null, true, _random.Next(2) == 0);
        }

        public void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                _rows = Apply(_rows, _plan, _facts);
                Check();
                Happen();
            }
        }

        private void Happen()
        {
            switch (_random.Next(9))
            {
                case 0:
                    _facts = _facts with { AnchorDay = _facts.AnchorDay.AddDays(_random.Next(-30, 30)) };
                    break;
                case 1:
                    _facts = _facts with { MayTellEmployer = !_facts.MayTellEmployer };
                    break;
                case 2:
                    _facts = _facts with { IsSupported = !_facts.IsSupported };
                    break;
                case 3:
                    _facts = _facts with { EndsOn = _facts.EndsOn is null && _random.Next(2) == 0 ? _facts.Today.AddDays(_random.Next(0, 40)) : null };
                    break;
                case 4 or 5:
                    Done();
                    break;
                default:
                    _facts = _facts with { Today = _facts.Today.AddDays(_random.Next(0, 30)) };
                    break;
            }
        }

        /// <summary>As a contact does it: everything that is open by today, and then the next time of what has no end.</summary>
        private void Done()
        {
            foreach (var row in _rows.Where(row => row.IsOpen && row.Opens <= _facts.Today).ToList())
            {
                var step = _plan.Step(row.StepKey)!;
                _rows[_rows.IndexOf(row)] = row with { State = FollowUpState.Done };
                if (!step.IsEndless || _plan.After(step, row.AnchoredOn, row.Occurrence, _facts.Today) is not { } next || !_facts.Allow(next))
                    continue;
                Assert.DoesNotContain(_rows, other => other.StepKey == row.StepKey && other.IsOpen);
                var id = new Guid(_rows.Count + 1, 0, 0, new byte[8]);
                var there = _rows.FindIndex(other => other.StepKey == row.StepKey && other.AnchoredOn == row.AnchoredOn && other.Occurrence == next.Occurrence);
                if (there >= 0)
                    _rows[there] = _rows[there] with { State = FollowUpState.Open };
                else
                    _rows.Add(new CreatedStep(id, row.StepKey, row.AnchoredOn, next.Occurrence, next.Opens, next.Due, FollowUpState.Open));
            }
        }

        private void Check()
        {
            Assert.Equal(_rows.Count, _rows.DistinctBy(row => (row.StepKey, row.AnchoredOn, row.Occurrence)).Count());
            var again = Reanchoring.Of(_rows, _plan, _facts);
            Assert.True(again is { Move.Count: 0, Cancel.Count: 0, Add.Count: 0 });
            foreach (var step in _plan.Steps(ScheduleAnchor.JobStart))
            {
                var (rows, open) = (_rows.FindAll(row => row.StepKey == step.Key), _rows.FindAll(row => row.StepKey == step.Key && row.IsOpen));
                Assert.All(open, row => Assert.True(row.Opens <= row.Due && _calendar.IsWorkingDay(row.Due) && row.AnchoredOn == _facts.AnchorDay));
                if (!_facts.Allow(step))
                    Assert.Empty(open);
                else if (step.IsEndless)
                    Assert.True(open.Count == 1 || _facts.EndsOn is not null, $"{step.Key}: {open.Count}");
                else
                    Assert.All(_plan.Times(step, _facts.AnchorDay).Where(time => time.Due >= _facts.Today && _facts.Allow(time)), time => Assert.Single(rows, row => row.Occurrence == time.Occurrence && row.State != FollowUpState.Cancelled));
            }
        }
    }
}
