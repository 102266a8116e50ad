using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Clients;

/// <summary>Changing a client, closing the record with what is still owed, and opening it again by undo.</summary>
public abstract class ClientClosingTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Programme_and_job_types_are_changed_and_changed_back()
    {
        var desk = await Desk.OpenAsync(database);
        var change = new ChangeClient { ClientReference = desk.Rows.Client.Reference, ExpectedVersion = 1, Programme = "workwell", PreferredJobTypes = ["driving", "care"] };

        var saved = (await desk.Changes.ChangeAsync(desk.Lead, change, null, None)).Value!;

        Assert.Equal(("WorkWell", 2, ClientStatus.JobSearch), (saved.Client.Programme, saved.Client.Version, saved.Standing));
        Assert.Equal(["Driving and delivery", "Care"], saved.PreferredJobTypes);
        var entry = Assert.Single(await database.Store.Read(session => session.Audit.OfAsync(saved.Client.Id)));
        Assert.Equal(["preferred-job-types", "programme"], (await database.Store.Read(session => session.Audit.ValuesAsync(entry.Id))).Select(value => value.Field));

        var undone = await desk.UndoAsync(null, desk.Lead);

        Assert.Equal((UndoKind.ClientChanged, desk.Rows.Client.Reference), (undone.Kind, undone.ClientReference));
        var shown = (await desk.Changes.ShowAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, None)).Value!;
        Assert.Equal(desk.Rows.Client with { Version = 3 }, shown.Client);
        Assert.Equal(["retail", "kitchen"], shown.PreferredJobTypes);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing_and_an_old_version_is_told_who_was_first()
    {
        var desk = await Desk.OpenAsync(database);
        var same = new ChangeClient { ClientReference = desk.Rows.Client.Reference, Programme = desk.Rows.Client.Programme };
        Assert.Null((await desk.Changes.ChangeAsync(desk.Rows.Actor, same, null, None)).Value!.UndoId);

        await desk.Changes.ChangeAsync(desk.Lead, same with { Programme = "WorkWell" }, null, None);
        var refusal = (await desk.Changes.ChangeAsync(desk.Rows.Actor, same with { ExpectedVersion = 1 }, null, None)).Refusal!;

        Assert.Equal((RefusalReason.ChangedMeanwhile, "Bronwen Ifans", Rows.Now), (refusal.Reason, refusal.By, refusal.At!.Value));
    }

    [Fact]
    public async Task Closing_shows_what_is_owed_and_cancels_it_on_request_and_undo_opens_all_again()
    {
        var desk = await Desk.OpenAsync(database);
        var (mine, hers) = (desk.Rows.FollowUp(desk.Today), desk.Rows.FollowUp(desk.Today.AddDays(1)) with { OwnerId = desk.Rows.Colleague.Id });
        await database.Store.Write(async session =>
        {
            foreach (var followUp in new[] { mine, hers, desk.Rows.FollowUp(desk.Today) with { ClientId = null } })
                await session.FollowUps.AddAsync(followUp);
            await session.Placements.AddAsync(desk.Rows.Placement(desk.Today));
        });
        var preview = (await desk.Closing.PreviewAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, None)).Value!;
        Assert.Equal([mine.Id, hers.Id], preview.OpenFollowUps.Select(followUp => followUp.Id));
        Assert.Equal("Friday's Café", Assert.Single(preview.Jobs).EmployerName);

        var closed = (await desk.Closing.CloseAsync(desk.Rows.Actor, Close(desk, cancel: true), null, None)).Value!;

        Assert.Equal(
            (ClientStatus.Closed, desk.Today, ClosingReason.SupportNoLongerNeeded, true), (closed.Client.Status, closed.Client.ClosedOn, closed.Client.ClosingReason, closed.Cancelled));
        Assert.Equal(closed.Client, await StoredAsync(desk));
        var cancelled = await FollowUpAsync(hers);
        Assert.Equal((FollowUpState.Cancelled, Rows.Now, desk.Rows.Specialist.Id), (cancelled.State, cancelled.DoneAt, cancelled.DoneById));
        Assert.Single(await database.Store.Read(session => session.FollowUps.OpenOfOwnerAsync(desk.Rows.Specialist.Id, null)));
        var second = (await desk.FollowUps.DoneAsync(desk.Lead, hers.Id, DueScope.All, null, None)).Value!;
        Assert.Equal((false, FollowUpState.Cancelled, "Alex Wilber"), (second.Changed, second.Item.State, second.Item.DoneByName));

        var undone = await desk.UndoAsync(null);

        Assert.Equal((UndoKind.ClientClosed, desk.Rows.Client.Reference), (undone.Kind, undone.ClientReference));
        Assert.Equal(desk.Rows.Client with { Version = 3 }, await StoredAsync(desk));
        Assert.Equal(mine with { Version = 3 }, await FollowUpAsync(mine));
        Assert.Equal(hers with { Version = 3 }, await FollowUpAsync(hers));
    }

    [Fact]
    public async Task After_an_undone_closing_what_came_before_can_be_undone_too()
    {
        var desk = await Desk.OpenAsync(database);
        var client = (await desk.NewClients.IssueAsync(desk.Rows.Actor, new NewClient { Programme = "WorkWell", EnteredOn = desk.Today }, null, None)).Value!;
        desk.Later(TimeSpan.FromMinutes(1));
        var reminder = (await desk.Reminders.AddAsync(
            desk.Rows.Actor, new AddReminder { Title = "Ring", ClientReference = client.Client.Reference, DueOn = desk.Today }, null, None)).Value!;
        desk.Later(TimeSpan.FromMinutes(1));
        await desk.Closing.CloseAsync(desk.Rows.Actor, Close(desk, cancel: true) with { ClientReference = client.Client.Reference }, null, None);

        Assert.Equal(
            [UndoKind.ClientClosed, UndoKind.ReminderAdded, UndoKind.ClientAdded],
            [(await desk.UndoAsync(null)).Kind, (await desk.UndoAsync(null)).Kind, (await desk.UndoAsync(null)).Kind]);
        Assert.Null(await database.Store.Read(session => session.FollowUps.FollowUpAsync(reminder.Item.Id)));
    }

    [Fact]
    public async Task Follow_ups_are_kept_unless_asked_and_a_closed_record_closes_once_and_changes_no_more()
    {
        var desk = await Desk.OpenAsync(database);
        var followUp = desk.Rows.FollowUp(desk.Today);
        await database.Store.Write(session => session.FollowUps.AddAsync(followUp));
        await desk.Closing.CloseAsync(desk.Rows.Actor, Close(desk, cancel: false), null, None);

        Assert.Equal(followUp, await FollowUpAsync(followUp));
        var again = (await desk.Closing.CloseAsync(desk.Rows.Actor, Close(desk, cancel: true) with { Reason = ClosingReason.Other }, null, None)).Value!;
        Assert.Equal((null, ClosingReason.SupportNoLongerNeeded), (again.UndoId, again.Client.ClosingReason));
        var change = new ChangeClient { ClientReference = desk.Rows.Client.Reference, Programme = "WorkWell" };
        Assert.Equal(RefusalReason.ClientClosed, (await desk.Changes.ChangeAsync(desk.Rows.Actor, change, null, None)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_client_of_another_team_is_unknown_and_an_admin_sees_none()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Rows.StoredAsync(database.Store, database.Ids));
        var (foreign, own) = (other.Client.Reference, desk.Rows.Client.Reference);

        Assert.Equal(RefusalReason.ClientUnknown, (await desk.Changes.ShowAsync(desk.Lead, foreign, null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.ClientUnknown, (await desk.Closing.PreviewAsync(desk.Lead, foreign, null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.ClientUnknown, (await desk.Closing.CloseAsync(desk.Lead, Close(desk, cancel: true) with { ClientReference = foreign }, null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Changes.ShowAsync(desk.Admin, own, null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Closing.CloseAsync(desk.Admin, Close(desk, cancel: true), null, None)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_record_closes_between_the_day_of_entry_and_today()
    {
        var desk = await Desk.OpenAsync(database);

        Assert.Equal(RefusalReason.FutureDate, await RefusedAsync(desk, desk.Today.AddDays(1)));
        Assert.Equal(RefusalReason.DayUnlikely, await RefusedAsync(desk, desk.Rows.Client.EnteredOn.AddDays(-1)));
        Assert.Null(await RefusedAsync(desk, desk.Rows.Client.EnteredOn));
    }

    private static CloseClient Close(Desk desk, bool cancel) =>
        new() { ClientReference = desk.Rows.Client.Reference, Reason = ClosingReason.SupportNoLongerNeeded, CancelFollowUps = cancel };

    private static async Task<RefusalReason?> RefusedAsync(Desk desk, DateOnly closedOn) =>
        (await desk.Closing.CloseAsync(desk.Rows.Actor, Close(desk, cancel: false) with { ClosedOn = closedOn }, null, None)).Refusal?.Reason;

    private Task<Client?> StoredAsync(Desk desk) => database.Store.Read(session => session.Clients.ClientAsync(desk.Rows.Client.Id));

    private async Task<FollowUp> FollowUpAsync(FollowUp followUp) => (await database.Store.Read(session => session.FollowUps.FollowUpAsync(followUp.Id)))!;
}

public sealed class ClientClosingOnSqlite(SqliteDatabase database) : ClientClosingTests(database), IClassFixture<SqliteDatabase>;

public sealed class ClientClosingOnSqlServer(SqlServerDatabase database) : ClientClosingTests(database), IClassFixture<SqlServerDatabase>;
