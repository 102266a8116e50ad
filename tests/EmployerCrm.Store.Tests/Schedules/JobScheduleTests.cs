using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>A job owes its schedule, and what is done, moved, ended or taken back leaves exactly what is still owed.</summary>
public abstract class JobScheduleTests(TestDatabase database)
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task A_job_start_creates_what_is_owed_and_undo_takes_all_back()
    {
        var desk = await Desk.OpenAsync(database);

        var start = await StartAsync(desk, Monday);

        Assert.Equal(
            "before-start 2026-11-20, after-start 2026-11-26, care-team-start 2026-11-30, first-month 2026-11-30, first-month 2026-12-07, first-month 2026-12-14, first-month 2026-12-21, "
            + "care-team-monthly 2026-12-23, monthly 2027-01-22",
            Text(start.Owed));
        var rows = await OpenAsync(desk);
        Assert.Equal(Text(start.Owed.OrderBy(row => row.DueOn).ThenBy(row => row.OpensOn)), Text(rows));
        Assert.All(rows, row => Assert.Equal((desk.Rows.Client.Id, desk.Rows.Specialist.Id, (Guid?)null, start.Placement.Id), (row.ClientId!.Value, row.OwnerId, row.EmployerId, row.PlacementId!.Value)));
        var due = await database.Store.Read(session => session.FollowUps.OpenOfOwnerAsync(desk.Rows.Specialist.Id, null));
        Assert.All(due, item => Assert.Equal(desk.Rows.Client.Reference, item.ClientReference));

        await desk.UndoAsync(start.UndoId);
        Assert.Empty(await OpenAsync(desk));
    }

    [Fact]
    public async Task A_meeting_closes_what_is_open_by_then_and_owes_the_next_time()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk, Monday);
        desk.Later(TimeSpan.FromDays(70));

        var met = await ContactAsync(desk, Channel.InPerson);

        Assert.Equal(["before-start", "after-start", "first-month", "first-month", "first-month", "first-month", "monthly"], met.Owed!.Closed.Select(row => row.StepKey));
        Assert.Equal(("monthly", new DateOnly(2027, 2, 23)), (Assert.Single(met.Owed.Added).StepKey, met.Owed.Added[0].DueOn));
        Assert.Equal("care-team-start 2026-11-30, care-team-monthly 2026-12-23, monthly 2027-02-23", Text(await OpenAsync(desk)));

        await desk.UndoAsync(met.UndoId);
        Assert.Equal(Text(start.Owed.OrderBy(row => row.DueOn).ThenBy(row => row.OpensOn)), Text(await OpenAsync(desk)));
        await desk.UndoAsync(start.UndoId);
        Assert.Empty(await OpenAsync(desk));
    }

    [Fact]
    public async Task A_phone_call_does_not_do_a_meeting_and_says_so()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, Monday);

        var rung = await ContactAsync(desk, Channel.Phone);
        Assert.Empty(rung.Owed!.Closed);
        Assert.Equal(["before-start"], rung.Owed.NotMet.Select(row => row.StepKey));

        desk.Later(TimeSpan.FromDays(6));
        var again = await ContactAsync(desk, Channel.Phone);
        Assert.Equal(["after-start"], again.Owed!.Closed.Select(row => row.StepKey));
        Assert.Equal(["before-start", "first-month"], again.Owed.NotMet.Select(row => row.StepKey));
    }

    [Fact]
    public async Task A_visit_at_work_with_the_client_there_is_a_meeting_and_names_that_no_permission_holds()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Today.AddDays(-2));
        var visit = new LogVisit
        {
            EmployerId = desk.Rows.Employer.Id, ClientReference = desk.Rows.Client.Reference, Channel = Channel.InPerson, On = desk.Today,
            Stated = StatedFacts.Nothing with { ClientPresent = true },
        };

        var logged = (await desk.LogAsync(visit)).Value!;

        Assert.Equal(["after-start", "first-month"], logged.Support!.Owed.Closed.Select(row => row.StepKey));
        Assert.False(logged.Support.IsPermitted);
        await desk.UndoAsync(logged.UndoId);
        Assert.Contains(await OpenAsync(desk), row => row.StepKey == "after-start");
    }

    [Fact]
    public async Task A_step_done_by_hand_owes_its_next_time_and_a_third_snooze_is_the_last()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, new DateOnly(2026, 10, 1));
        var monthly = (await OpenAsync(desk)).Single(row => row.StepKey == "monthly");
        Assert.Equal(new DateOnly(2026, 12, 1), monthly.DueOn);

        var done = (await desk.FollowUps.DoneAsync(desk.Rows.Actor, monthly.Id, DueScope.All, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal(new DateOnly(2026, 12, 31), (await OpenAsync(desk)).Single(row => row.StepKey == "monthly").DueOn);
        await desk.UndoAsync(done.UndoId);
        Assert.Equal(monthly.Id, (await OpenAsync(desk)).Single(row => row.StepKey == "monthly").Id);

        for (var time = 1; time <= 3; time++)
            Assert.Null((await SnoozeAsync(desk, monthly.Id, time)).Refusal);
        var refusal = (await SnoozeAsync(desk, monthly.Id, 4)).Refusal!;
        Assert.Equal((RefusalReason.SnoozedTooOften, "3"), (refusal.Reason, refusal.Names[0]));
    }

    [Fact]
    public async Task The_end_of_a_job_ends_its_schedule_and_owes_a_contact_within_three_days_of_hearing()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk, desk.Today.AddDays(-20));
        var before = Text(await OpenAsync(desk));

        var end = (await desk.JobEnds.RecordAsync(
            desk.Rows.Actor, new RecordJobEnd { ClientReference = desk.Rows.Client.Reference, EndedOn = desk.Today.AddDays(-6) }, null, TestContext.Current.CancellationToken)).Value!;

        Assert.Equal($"job-loss {desk.Today.AddDays(2):yyyy-MM-dd}, care-team-loss {desk.Today.AddDays(7):yyyy-MM-dd}", Text(await OpenAsync(desk)));
        var reason = (await desk.JobEnds.RecordAsync(
            desk.Rows.Actor, new RecordJobEnd { ClientReference = desk.Rows.Client.Reference, EndedOn = desk.Today.AddDays(-6), Reason = JobEndReason.MovedOnToBetter }, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal(2, (await OpenAsync(desk)).Count);

        await desk.UndoAsync(reason.UndoId);
        await desk.UndoAsync(end.UndoId);
        Assert.Equal(before, Text(await OpenAsync(desk)));
        await desk.UndoAsync(start.UndoId);
        Assert.Empty(await OpenAsync(desk));
    }

    [Fact]
    public async Task Stepping_down_ends_the_series_and_taking_support_up_again_owes_it_again()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, new DateOnly(2025, 11, 3));
        Assert.Equal("monthly 2026-12-03, care-team-monthly 2026-12-03", Text(await OpenAsync(desk)));

        var down = await desk.SteppingDown.DecideAsync(
            desk.Rows.Actor, new StepDown { ClientReference = desk.Rows.Client.Reference, CancelFollowUps = false }, null, TestContext.Current.CancellationToken);
        Assert.Null(down.Refusal);
        Assert.Empty(await OpenAsync(desk));

        desk.Later(TimeSpan.FromDays(30));
        await desk.Reopening.ReopenAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, TestContext.Current.CancellationToken);
        Assert.Equal("monthly 2026-12-31, care-team-monthly 2026-12-31", Text(await OpenAsync(desk)));
        await desk.UndoAsync(null);
        Assert.Empty(await OpenAsync(desk));
    }

    [Fact]
    public async Task A_team_in_Scotland_keeps_its_own_days_off()
    {
        var desk = await Desk.OpenAsync(database, Nation.Scotland);

        var start = await StartAsync(desk, desk.Today.AddDays(7));

        Assert.Contains("after-start 2026-11-27", Text(start.Owed), StringComparison.Ordinal);
        Assert.All(start.Owed, row => Assert.NotEqual(new DateOnly(2026, 11, 30), row.DueOn));
    }

    private static string Text(IEnumerable<FollowUp> rows) => string.Join(", ", rows.Select(row => $"{row.StepKey} {row.DueOn:yyyy-MM-dd}"));

    private static Task<Outcome<FollowUpChanged>> SnoozeAsync(Desk desk, Guid id, int days) =>
        desk.FollowUps.SnoozeAsync(desk.Rows.Actor, id, desk.Today.AddDays(days), DueScope.All, null, TestContext.Current.CancellationToken);

    private static async Task<JobStartRecorded> StartAsync(Desk desk, DateOnly on)
    {
        var start = new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = on };
        var outcome = await desk.JobStarts.RecordAsync(desk.Rows.Actor, start, null, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<ClientContactsRecorded> ContactAsync(Desk desk, Channel way)
    {
        var contacts = new RecordClientContacts { References = [desk.Rows.Client.Reference], On = desk.Today, Way = way };
        return (await desk.Contacts.RecordAsync(desk.Rows.Actor, contacts, null, TestContext.Current.CancellationToken)).Value!;
    }

    private Task<IReadOnlyList<FollowUp>> OpenAsync(Desk desk) => database.Store.Read(session => session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id));
}

public sealed class JobSchedulesOnSqlite(SqliteDatabase database) : JobScheduleTests(database), IClassFixture<SqliteDatabase>;

public sealed class JobSchedulesOnSqlServer(SqlServerDatabase database) : JobScheduleTests(database), IClassFixture<SqlServerDatabase>;
