using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Clients;

/// <summary>Ending support in work by decision, and taking it up again: after a step-down, and of a record that was closed.</summary>
public abstract class SteppingDownTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_step_down_is_recorded_with_its_day_and_cancels_on_request_what_is_owed()
    {
        var desk = await InWorkAsync();
        var owed = desk.Rows.FollowUp(desk.Today);
        await database.Store.Write(session => session.FollowUps.AddAsync(owed));
        var preview = (await desk.SteppingDown.PreviewAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, None)).Value!;
        Assert.Equal((owed.Id, "Friday's Café"), (Assert.Single(preview.OpenFollowUps).Id, Assert.Single(preview.Jobs).EmployerName));

        var done = (await desk.SteppingDown.DecideAsync(desk.Rows.Actor, Step(desk) with { CancelFollowUps = true }, null, None)).Value!;

        Assert.Equal((ClientStatus.SteppedDown, desk.Today, true), (done.Client.Status, done.Client.SteppedDownOn, done.Cancelled));
        Assert.Equal(done.Client, await StoredAsync(desk));
        Assert.Equal(FollowUpState.Cancelled, (await FollowUpAsync(owed)).State);
        var listed = Assert.Single((await desk.MyClients.ShowAsync(desk.Rows.Actor, true, null, None)).Value!.Clients, client => client.Client.Id == desk.Rows.Client.Id);
        Assert.Equal((ClientStatus.SteppedDown, 1), (listed.Standing, listed.Jobs.Count));

        var undone = await desk.UndoAsync(null);

        Assert.Equal((UndoKind.ClientSteppedDown, desk.Rows.Client.Reference), (undone.Kind, undone.ClientReference));
        Assert.Equal(desk.Rows.Client with { Version = 3 }, await StoredAsync(desk));
        Assert.Equal(owed with { Version = 3 }, await FollowUpAsync(owed));
    }

    [Fact]
    public async Task Nobody_steps_down_twice_nor_without_a_job_nor_from_a_closed_record()
    {
        var desk = await Desk.OpenAsync(database);
        Assert.Equal(RefusalReason.NotInWork, (await desk.SteppingDown.DecideAsync(desk.Rows.Actor, Step(desk), null, None)).Refusal!.Reason);

        await database.Store.Write(session => session.Placements.AddAsync(desk.Rows.Placement(desk.Today)));
        Assert.NotNull((await desk.SteppingDown.DecideAsync(desk.Rows.Actor, Step(desk), null, None)).Value!.UndoId);
        var again = (await desk.SteppingDown.DecideAsync(desk.Lead, Step(desk) with { DecidedOn = desk.Today.AddDays(-3) }, null, None)).Value!;
        Assert.Equal((null, desk.Today), (again.UndoId, again.Client.SteppedDownOn));

        await desk.Closing.CloseAsync(desk.Rows.Actor, new CloseClient { ClientReference = desk.Rows.Client.Reference, Reason = ClosingReason.MovedAway, CancelFollowUps = false }, null, None);
        Assert.Equal(RefusalReason.ClientClosed, (await desk.SteppingDown.PreviewAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, None)).Refusal!.Reason);
    }

    [Fact]
    public async Task The_day_lies_between_entry_and_today()
    {
        var desk = await InWorkAsync();

        Assert.Equal(RefusalReason.FutureDate, await RefusedAsync(desk, desk.Today.AddDays(1)));
        Assert.Equal(RefusalReason.DayUnlikely, await RefusedAsync(desk, desk.Rows.Client.EnteredOn.AddDays(-1)));
        Assert.Null(await RefusedAsync(desk, desk.Rows.Client.EnteredOn));
    }

    [Fact]
    public async Task Support_is_taken_up_again_in_the_job_that_goes_on()
    {
        var desk = await InWorkAsync();
        await desk.SteppingDown.DecideAsync(desk.Rows.Actor, Step(desk), null, None);
        desk.Later(TimeSpan.FromDays(100));

        var taken = (await desk.Reopening.ReopenAsync(desk.Lead, desk.Rows.Client.Reference, null, None)).Value!;

        Assert.Equal(ClientStatus.InWork, taken.Standing);
        Assert.NotNull(taken.Client.SteppedDownOn);
        Assert.Null((await desk.Reopening.ReopenAsync(desk.Lead, desk.Rows.Client.Reference, null, None)).Value!.UndoId);
        Assert.Equal(UndoKind.ClientReopened, (await desk.UndoAsync(null, desk.Lead)).Kind);
        Assert.Equal(ClientStatus.SteppedDown, (await StoredAsync(desk)).Status);
    }

    [Fact]
    public async Task Who_had_stepped_down_from_a_job_that_nobody_recorded_is_in_work_again()
    {
        var desk = await Desk.OpenAsync(database);
        await database.Store.Write(session => session.Clients.SaveAsync(desk.Rows.Client with { Status = ClientStatus.SteppedDown, Version = 2 }, [], 1));

        Assert.Equal(ClientStatus.InWork, (await desk.Reopening.ReopenAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, None)).Value!.Standing);
    }

    [Fact]
    public async Task A_closed_record_opens_under_its_reference_a_year_later()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.Closing.CloseAsync(desk.Rows.Actor, new CloseClient { ClientReference = desk.Rows.Client.Reference, Reason = ClosingReason.LostContact, CancelFollowUps = false }, null, None);
        desk.Later(TimeSpan.FromDays(365));

        var open = (await desk.Reopening.ReopenAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, None)).Value!;

        Assert.Equal((desk.Rows.Client.Reference, ClientStatus.JobSearch, null, null), (open.Client.Reference, open.Standing, open.Client.ClosedOn, open.Client.ClosingReason));
        Assert.Equal(["retail", "kitchen"], open.PreferredJobTypes);
        Assert.Equal(["client-closed", "client-reopened"], (await database.Store.Read(session => session.Audit.OfAsync(open.Client.Id))).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Another_team_s_client_is_unknown_and_an_admin_decides_nothing()
    {
        var (desk, other) = (await InWorkAsync(), await Rows.StoredAsync(database.Store, database.Ids));

        Assert.Equal(RefusalReason.ClientUnknown, (await desk.SteppingDown.DecideAsync(desk.Lead, Step(desk) with { ClientReference = other.Client.Reference }, null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.ClientUnknown, (await desk.Reopening.ReopenAsync(desk.Lead, other.Client.Reference, null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.SteppingDown.DecideAsync(desk.Admin, Step(desk), null, None)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Reopening.ReopenAsync(desk.Admin, desk.Rows.Client.Reference, null, None)).Refusal!.Reason);
    }

    private static StepDown Step(Desk desk) => new() { ClientReference = desk.Rows.Client.Reference, CancelFollowUps = false };

    private static async Task<RefusalReason?> RefusedAsync(Desk desk, DateOnly decidedOn) =>
        (await desk.SteppingDown.DecideAsync(desk.Rows.Actor, Step(desk) with { DecidedOn = decidedOn }, null, None)).Refusal?.Reason;

    private async Task<Desk> InWorkAsync()
    {
        var desk = await Desk.OpenAsync(database);
        await database.Store.Write(session => session.Placements.AddAsync(desk.Rows.Placement(desk.Today)));
        return desk;
    }

    private async Task<Client> StoredAsync(Desk desk) => (await database.Store.Read(session => session.Clients.ClientAsync(desk.Rows.Client.Id)))!;

    private async Task<FollowUp> FollowUpAsync(FollowUp followUp) => (await database.Store.Read(session => session.FollowUps.FollowUpAsync(followUp.Id)))!;
}

public sealed class SteppingDownOnSqlite(SqliteDatabase database) : SteppingDownTests(database), IClassFixture<SqliteDatabase>;

public sealed class SteppingDownOnSqlServer(SqlServerDatabase database) : SteppingDownTests(database), IClassFixture<SqlServerDatabase>;
