using EmployerCrm.Core;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>What people do around a job that goes on.</summary>
public abstract class SupportUseCaseTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_that_moves_moves_what_is_owed_and_undo_moves_it_back()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk, new DateOnly(2026, 11, 23));
        await desk.Contacts.RecordAsync(desk.Rows.Actor, new RecordClientContacts { References = [desk.Rows.Client.Reference], On = desk.Today, Way = Channel.InPerson }, null, Token);
        var before = Text(await OpenAsync(desk));
        desk.Later(TimeSpan.FromMinutes(1));

        var moved = await ChangeAsync(desk, new ChangeJob { ClientReference = desk.Rows.Client.Reference, StartsOn = new DateOnly(2026, 12, 7) });

        Assert.Equal(new DateOnly(2026, 12, 7), moved.Job!.StartsOn);
        Assert.StartsWith("after-start 2026-12-10, care-team-start 2026-12-14, first-month 2026-12-14", Text(await OpenAsync(desk)), StringComparison.Ordinal);
        Assert.Contains(await database.Store.Read(session => session.FollowUps.OfPlacementAsync(start.Placement.Id)), row => row is { StepKey: "before-start", State: FollowUpState.Done });
        await desk.UndoAsync(moved.UndoId);
        Assert.Equal(before, Text(await OpenAsync(desk)));
    }

    [Fact]
    public async Task Other_hours_from_a_day_on_are_kept_and_the_care_team_is_to_be_told()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk, desk.Today.AddDays(-100));

        var changed = await ChangeAsync(desk, new ChangeJob { ClientReference = desk.Rows.Client.Reference, ChangedOn = desk.Today, MinutesAWeek = 1200, Permanent = true });

        Assert.Equal((1200, true), (changed.Job!.MinutesAWeek, changed.Job.Permanent));
        Assert.Equal(["care-team-change"], changed.Owed.Added.Select(row => row.StepKey));
        Assert.Equal((desk.Today, 1200), (await database.Store.Read(session => session.Placements.ChangesAsync(start.Placement.Id))) is [var row] ? (row.ChangedOn, row.MinutesAWeek!.Value) : default);
        Assert.Equal(RefusalReason.HoursUnlikely, (await desk.JobChanges.ChangeAsync(desk.Rows.Actor, new ChangeJob { ClientReference = desk.Rows.Client.Reference, MinutesAWeek = 200 * 60 }, null, Token)).Refusal!.Reason);
        await desk.UndoAsync(changed.UndoId);
        Assert.Empty(await database.Store.Read(session => session.Placements.ChangesAsync(start.Placement.Id)));
        Assert.DoesNotContain(await OpenAsync(desk), step => step.StepKey == "care-team-change");
    }

    [Fact]
    public async Task A_colleague_takes_over_one_thing_or_all_and_it_can_be_taken_back()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Today.AddDays(7));
        var (mine, theirs) = (desk.Rows.Specialist.Id, desk.Rows.Colleague.Id);
        var all = (await OpenAsync(desk)).Count;
        var first = (await OpenAsync(desk))[0];

        Assert.Equal(1, (await desk.Sharing.GiveAsync(desk.Rows.Actor, first.Id, theirs, null, Token)).Value!.Count);
        desk.Later(TimeSpan.FromMinutes(1));
        var given = (await desk.Sharing.GiveAllAsync(desk.Lead, mine, theirs, null, null, Token)).Value!;
        Assert.Equal(all - 1, given.Count);
        Assert.All(await OpenAsync(desk), row => Assert.Equal(theirs, row.OwnerId));
        await desk.UndoAsync(given.UndoId, desk.Lead);
        Assert.Equal(all - 1, (await OpenAsync(desk)).Count(row => row.OwnerId == mine));

        Assert.Equal(RefusalReason.NobodyToTakeOver, (await desk.Sharing.GiveAsync(desk.Rows.Actor, first.Id, database.Ids.New(), null, Token)).Refusal!.Reason);
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Sharing.GiveAllAsync(foreign.Actor, mine, foreign.Colleague.Id, null, null, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task Comments_pass_the_guard_and_stand_in_the_history()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Today.AddDays(7));
        var step = (await OpenAsync(desk))[0];

        var refused = await desk.Sharing.CommentAsync(desk.Lead, new AddComment(step.Id, "back on clozapine since the relapse"), null, Token);
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, refused.Refusal!.Reason);
        await desk.Sharing.CommentAsync(desk.Lead, new AddComment(step.Id, "Shall I go on Friday?"), null, Token);
        desk.Later(TimeSpan.FromMinutes(1));
        await desk.FollowUps.SnoozeAsync(desk.Rows.Actor, step.Id, desk.Today.AddDays(2), DueScope.All, null, Token);

        var history = (await desk.Sharing.HistoryAsync(desk.Rows.Actor, step.Id, Token)).Value!;
        Assert.Equal([("Bronwen Ifans", "comment"), ("Alex Wilber", "follow-up-snoozed")], history.Entries.Select(entry => (entry.ByName!, entry.Action)));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Sharing.HistoryAsync(desk.Admin, step.Id, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task What_is_overdue_by_five_working_days_is_on_the_team_leads_list()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Today);
        desk.Later(TimeSpan.FromDays(9));
        Assert.Equal(["Be in touch after the first day"], (await desk.Escalations.OfTeamAsync(desk.Lead, Token)).Value!.Items.Where(item => item.DueOn < desk.Today.AddDays(-5)).Select(item => item.Title));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Escalations.OfTeamAsync(desk.Rows.Actor, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task Caseloads_tell_those_in_work_from_those_who_look_and_who_is_past_a_limit()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Today.AddDays(-7));
        var seeker = desk.Rows.Client with { Id = database.Ids.New(), Reference = "1" + desk.Rows.Client.Reference, Programme = "WorkWell" };
        await database.Store.Write(session => session.Clients.AddAsync(seeker, []));

        var mine = Assert.Single((await desk.Caseloads.ShowAsync(desk.Rows.Actor, Token)).Value!.Caseloads);

        Assert.Equal((1, 1, 2, 40), (mine.JobSearch, mine.InWork, mine.Together, mine.Target));
        Assert.Equal([seeker.Reference], mine.PastLimit);
    }

    [Fact]
    public async Task The_care_team_is_told_from_facts_and_that_does_what_was_owed()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Today.AddDays(-20));
        var facts = (await desk.CareTeam.DraftAsync(desk.Rows.Actor, desk.Rows.Client.Reference, Token)).Value!;
        Assert.Equal((ClientStatus.InWork, 1), (facts.Standing, facts.Jobs.Count));
        Assert.NotNull(facts.NextContact);

        var shared = (await desk.CareTeam.ShareAsync(
            desk.Rows.Actor, new ShareUpdate { ClientReference = desk.Rows.Client.Reference, Text = "In work since three weeks.", SharedWith = "care coordinator" }, null, Token)).Value!;
        Assert.Equal(["care-team-monthly"], shared.Owed.Closed.Select(row => row.StepKey));
        Assert.Equal(["care-team-monthly"], shared.Owed.Added.Select(row => row.StepKey));
        await desk.UndoAsync(shared.UndoId);
        Assert.Empty(await database.Store.Read(session => session.CareTeam.UpdatesAsync(desk.Rows.Client.Id)));

        var liaison = new RecordLiaison { ClientReference = desk.Rows.Client.Reference, On = desk.Today, Way = Channel.Phone, WithWhom = "care coordinator", AboutWork = "Mornings are better." };
        Assert.NotNull((await desk.CareTeam.LiaiseAsync(desk.Rows.Actor, liaison, null, Token)).Value);
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, (await desk.CareTeam.LiaiseAsync(desk.Rows.Actor, liaison with { AboutWork = "relapse of her psychosis" }, null, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task The_weeks_contacts_are_lines_for_the_clinical_record()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.Contacts.RecordAsync(desk.Rows.Actor, new RecordClientContacts { References = [desk.Rows.Client.Reference], On = desk.Today.AddDays(-1), Way = Channel.Phone }, null, Token);
        await desk.Contacts.RecordAsync(desk.Rows.Actor, new RecordClientContacts { References = [desk.Rows.Client.Reference], On = desk.Today.AddDays(-7), Way = Channel.Phone }, null, Token);

        var week = (await desk.ForRecord.OfWeekAsync(desk.Rows.Actor, null, null, Token)).Value!;

        Assert.Equal((desk.Rows.Client.Reference, desk.Today.AddDays(-1), Channel.Phone), week.Lines is [var line] ? (line.Reference, line.On, line.Way) : default);
    }

    [Fact]
    public async Task A_team_changes_its_schedule_for_what_begins_from_then_on()
    {
        var desk = await Desk.OpenAsync(database);
        var before = await StartAsync(desk, desk.Today.AddDays(7));
        var rowsBefore = Text(await OpenAsync(desk));
        IReadOnlyList<ScheduleStep> steps = [new("weekly", "Weekly contact", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(0), Distance.Weeks(1)) { Every = Distance.Weeks(1) }];

        var preview = (await desk.TeamSchedules.PreviewAsync(desk.Lead, steps, new DateOnly(2026, 12, 7), Token)).Value!;
        Assert.Equal([new DateOnly(2026, 12, 14)], preview.Steps.Select(step => step.Due));
        Assert.Equal(1, (await desk.TeamSchedules.SaveAsync(desk.Lead, "IPS", steps, 0, Token)).Value!.Number);
        Assert.Equal(rowsBefore, Text(await OpenAsync(desk)));
        var after = await StartAsync(desk, desk.Today.AddDays(14));
        Assert.Equal(["weekly"], after.Owed.Select(row => row.StepKey));
        var moved = await ChangeAsync(desk, new ChangeJob { ClientReference = desk.Rows.Client.Reference, PlacementId = before.Placement.Id, StartsOn = desk.Today.AddDays(8) });
        Assert.Contains(moved.Owed.Moved, row => row.StepKey == "monthly");

        Assert.Equal(RefusalReason.ScheduleFaulty, (await desk.TeamSchedules.SaveAsync(desk.Lead, "IPS", [], 1, Token)).Refusal!.Reason);
        Assert.Equal(RefusalReason.ScheduleFaulty, (await desk.TeamSchedules.PreviewAsync(desk.Lead, [steps[0] with { Every = Distance.Weeks(0) }], desk.Today, Token)).Refusal!.Reason);
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TeamSchedules.SaveAsync(desk.Lead, "IPS", steps, 0, Token)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.TeamSchedules.SaveAsync(desk.Rows.Actor, "IPS", steps, 1, Token)).Refusal!.Reason);
    }

    private static string Text(IEnumerable<FollowUp> rows) => string.Join(", ", rows.Select(row => $"{row.StepKey} {row.DueOn:yyyy-MM-dd}"));

    private static async Task<JobStartRecorded> StartAsync(Desk desk, DateOnly on) => (await desk.JobStarts.RecordAsync(
        desk.Rows.Actor, new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = on }, null, Token)).Value!;

    private static async Task<JobChanged> ChangeAsync(Desk desk, ChangeJob change)
    {
        var outcome = await desk.JobChanges.ChangeAsync(desk.Rows.Actor, change, null, Token);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private Task<IReadOnlyList<FollowUp>> OpenAsync(Desk desk) => database.Store.Read(session => session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id));
}

public sealed class SupportUseCasesOnSqlite(SqliteDatabase database) : SupportUseCaseTests(database), IClassFixture<SqliteDatabase>;

public sealed class SupportUseCasesOnSqlServer(SqlServerDatabase database) : SupportUseCaseTests(database), IClassFixture<SqlServerDatabase>;
