using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Core.Tests.Jobs;

public sealed class JobsDueTests
{
    private static readonly JobTiming Nightly = new JobTiming.DailyAt(new TimeOnly(1, 30));
    private static readonly DateTimeOffset Morning = new(2026, 11, 18, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Moment = new(2026, 11, 18, 1, 30, 0, TimeSpan.Zero);
    private static readonly Guid Admin = new("0199a4f0-0000-7000-8000-000000000001");

    [Fact]
    public void The_latest_moment_is_due_until_somebody_has_it()
    {
        Assert.Equal([Moment], JobsDue.Of(Nightly, Morning, null, [], isPaused: false));
        Assert.Empty(JobsDue.Of(Nightly, Morning, Done(Moment), [], isPaused: false));
        Assert.Empty(JobsDue.Of(Nightly, Morning, Running(Moment, Morning.AddMinutes(1)), [Running(Moment, Morning.AddMinutes(1))], isPaused: false));
    }

    [Fact]
    public void After_a_week_without_a_run_one_moment_is_due_and_not_seven()
    {
        var later = Morning.AddDays(7);

        Assert.Equal([Moment.AddDays(7)], JobsDue.Of(Nightly, later, null, [Running(Moment, Moment.AddMinutes(2))], isPaused: false));
    }

    [Fact]
    public void A_run_whose_node_gives_no_sign_of_life_is_due_again_from_the_end_of_its_lease()
    {
        var run = Running(Moment, Morning);

        Assert.Empty(JobsDue.Of(Nightly, Morning.AddMilliseconds(-1), run, [run], isPaused: false));
        Assert.Equal([Moment], JobsDue.Of(Nightly, Morning, run, [run], isPaused: false));
    }

    [Fact]
    public void A_paused_job_runs_when_an_admin_asks_for_it_and_at_no_moment_of_its_own()
    {
        var asked = Running(Morning.AddMinutes(-1), Morning.AddMinutes(-1)) with { State = JobRunState.Waiting, AskedById = Admin };

        Assert.Equal([asked.DueAt], JobsDue.Of(Nightly, Morning, null, [asked], isPaused: true));
        Assert.Equal([Moment, asked.DueAt], JobsDue.Of(Nightly, Morning, null, [asked], isPaused: false));
        Assert.Empty(JobsDue.Of(Nightly, Morning, null, [Running(Moment, Moment)], isPaused: true));
    }

    [Fact]
    public void What_a_clock_ran_that_was_an_hour_ahead_is_run_again_when_it_has_been_set_back()
    {
        var everyHour = new JobTiming.Every(TimeSpan.FromHours(1));
        var byTheWrongClock = Done(Morning) with { StartedAt = Morning.AddHours(1), EndedAt = Morning.AddHours(1) };
        var bySomebodyALittleAhead = byTheWrongClock with { StartedAt = Morning + JobRun.Skew };

        Assert.Equal([Morning], JobsDue.Of(everyHour, Morning, byTheWrongClock, [], isPaused: false));
        Assert.Empty(JobsDue.Of(everyHour, Morning, bySomebodyALittleAhead, [], isPaused: false));
    }

    [Fact]
    public void A_run_for_a_moment_that_has_not_come_by_this_clock_is_left_to_the_node_whose_clock_is_ahead()
    {
        var ahead = Running(Moment.AddDays(3), Morning.AddDays(3)) with { StartedAt = Moment.AddDays(3) };

        Assert.Empty(JobsDue.Of(Nightly, Morning, Done(Moment), [ahead], isPaused: false));
    }

    private static JobRun Done(DateTimeOffset dueAt) => Running(dueAt, dueAt) with { State = JobRunState.Done, EndedAt = dueAt.AddSeconds(1) };

    private static JobRun Running(DateTimeOffset dueAt, DateTimeOffset leaseUntil) => new()
    {
        Id = Admin, Job = "nightly", DueAt = dueAt, State = JobRunState.Running, Lease = Admin, LeaseUntil = leaseUntil, Attempts = 1, StartedAt = dueAt,
    };
}
