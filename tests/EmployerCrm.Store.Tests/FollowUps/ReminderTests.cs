using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.FollowUps;

/// <summary>Reminders without a visit: owed, done, put off and taken back like what was promised at one.</summary>
public abstract class ReminderTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_reminder_about_nobody_is_owed_with_its_title_alone()
    {
        var desk = await Desk.OpenAsync(database);
        var added = await AddAsync(desk, new AddReminder { Title = "  Buy bus tickets ", DueOn = desk.Today, DueAt = new TimeOnly(9, 15) });

        Assert.Equal(
            ("Buy bus tickets", null, null, desk.Today, new TimeOnly(9, 15), desk.Rows.Team.Id),
            (added.Item.Title, added.Item.EmployerId, added.Item.EmployerName, added.Item.DueOn, added.Item.DueAt!.Value, added.Item.TeamId));
        Assert.Equal(added.Item, Assert.Single(await OwedAsync(desk)));
        Assert.Equal("reminder-added", Assert.Single(await database.Store.Read(session => session.Audit.OfAsync(added.Item.Id))).Action);
    }

    [Fact]
    public async Task A_reminder_may_be_about_an_employer_and_a_client_and_have_no_day()
    {
        var desk = await Desk.OpenAsync(database);
        var added = await AddAsync(desk, Ring(desk) with { ClientReference = desk.Rows.Client.Reference, DueOn = null });

        Assert.Equal(("Friday's Café", desk.Rows.Client.Reference, null), (added.Item.EmployerName, added.ClientReference, added.Item.DueOn));
        Assert.Equal(desk.Rows.Client.Id, (await StoredAsync(added))!.ClientId);
    }

    [Fact]
    public async Task Undo_takes_a_reminder_away_also_after_a_snooze_that_was_taken_back()
    {
        var desk = await Desk.OpenAsync(database);
        var added = await AddAsync(desk, Ring(desk) with { EmployerId = null });
        desk.Later(TimeSpan.FromMinutes(1));
        var snoozed = (await desk.FollowUps.SnoozeAsync(desk.Rows.Actor, added.Item.Id, desk.Today.AddDays(9), DueScope.All, null, None)).Value!;
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TryUndoAsync(added.UndoId)).Refusal!.Reason);

        desk.Later(TimeSpan.FromMinutes(1));
        var first = await desk.UndoAsync(snoozed.UndoId);
        desk.Later(TimeSpan.FromMinutes(1));
        var second = await desk.UndoAsync(added.UndoId);

        Assert.Equal((UndoKind.FollowUpSnoozed, null, "Ring them"), (first.Kind, first.EmployerName, first.Title));
        Assert.Equal((UndoKind.ReminderAdded, null, "Ring them"), (second.Kind, second.EmployerName, second.Title));
        Assert.Null(await StoredAsync(added));
        Assert.Equal(
            ["reminder-added", "follow-up-snoozed", "follow-up-undone", "reminder-undone"],
            (await database.Store.Read(session => session.Audit.OfAsync(added.Item.Id))).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Who_did_it_is_told_to_the_second_who_tries()
    {
        var desk = await Desk.OpenAsync(database);
        var added = await AddAsync(desk, Ring(desk));
        await desk.FollowUps.DoneAsync(desk.Rows.Actor, added.Item.Id, DueScope.All, null, None);

        var second = (await desk.FollowUps.DoneAsync(desk.Rows.Actor, added.Item.Id, DueScope.All, null, None)).Value!;

        Assert.False(second.Changed);
        Assert.Equal((desk.Rows.Specialist.Id, "Alex Wilber"), (second.Item.DoneById, second.Item.DoneByName));
    }

    [Fact]
    public async Task The_same_form_saved_twice_and_a_finished_line_add_one_reminder()
    {
        var desk = await Desk.OpenAsync(database);
        var draft = desk.Rows.Draft();
        await database.Store.Write(session => session.Conversations.AddAsync(draft));
        var (byForm, byLine) = (Ring(desk) with { Id = database.Ids.New() }, Ring(desk) with { DraftId = draft.Id });
        await AddAsync(desk, byForm);
        await AddAsync(desk, byLine);

        Assert.Equal(RefusalReason.LineFinished, await RefusedAsync(desk, byForm));
        Assert.Equal(RefusalReason.LineFinished, await RefusedAsync(desk, byLine));
        Assert.Equal(2, (await OwedAsync(desk)).Count);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_stored()
    {
        var desk = await Desk.OpenAsync(database);
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);

        Assert.Equal(RefusalReason.ClientUnknown, await RefusedAsync(desk, Ring(desk) with { ClientReference = foreign.Client.Reference }));
        Assert.Equal(RefusalReason.NotFound, await RefusedAsync(desk, Ring(desk) with { EmployerId = database.Ids.New() }));
        Assert.Equal(RefusalReason.TitleMissing, await RefusedAsync(desk, Ring(desk) with { Title = " " }));
        Assert.Equal(RefusalReason.NotAllowed, await RefusedAsync(desk, Ring(desk), desk.Admin));
        Assert.Empty(await OwedAsync(desk));
    }

    private static AddReminder Ring(Desk desk) => new() { Title = "Ring them", EmployerId = desk.Rows.Employer.Id, DueOn = desk.Today.AddDays(5) };

    private static async Task<ReminderAdded> AddAsync(Desk desk, AddReminder reminder)
    {
        var outcome = await desk.Reminders.AddAsync(desk.Rows.Actor, reminder, null, None);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<RefusalReason?> RefusedAsync(Desk desk, AddReminder reminder, Actor? actor = null) =>
        (await desk.Reminders.AddAsync(actor ?? desk.Rows.Actor, reminder, null, None)).Refusal?.Reason;

    private Task<FollowUp?> StoredAsync(ReminderAdded added) => database.Store.Read(session => session.FollowUps.FollowUpAsync(added.Item.Id));

    private Task<IReadOnlyList<FollowUpSummary>> OwedAsync(Desk desk) =>
        database.Store.Read(session => session.FollowUps.OpenOfOwnerAsync(desk.Rows.Specialist.Id, null));
}

public sealed class RemindersOnSqlite(SqliteDatabase database) : ReminderTests(database), IClassFixture<SqliteDatabase>;

public sealed class RemindersOnSqlServer(SqlServerDatabase database) : ReminderTests(database), IClassFixture<SqlServerDatabase>;
