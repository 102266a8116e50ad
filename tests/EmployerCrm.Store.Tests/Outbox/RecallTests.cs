using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Outbox;

/// <summary>What is no longer true is not sent: the use case that ends the reason ends the message.</summary>
public abstract class RecallTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_follow_up_that_is_done_or_put_off_is_not_announced()
    {
        var desk = await Desk.OpenAsync(database);
        var (done, later) = (desk.Rows.FollowUp(desk.Today), desk.Rows.FollowUp(desk.Today));
        await desk.WriteAsync(async session =>
        {
            await session.FollowUps.AddAsync(done);
            await session.FollowUps.AddAsync(later);
        });
        var (first, second) = (await WaitingAsync(desk, row => row with { SubjectId = done.Id }), await WaitingAsync(desk, row => row with { SubjectId = later.Id }));
        await desk.FollowUps.DoneAsync(desk.Rows.Actor, done.Id, DueScope.All, null, Token);
        await desk.FollowUps.SnoozeAsync(desk.Rows.Actor, later.Id, desk.Today.AddDays(2), DueScope.All, null, Token);
        await AssertAsync(desk, first, OutboxReasons.Done);
        await AssertAsync(desk, second, OutboxReasons.Moved);
    }

    [Fact]
    public async Task A_planned_visit_that_is_moved_cancelled_held_or_undone_is_not_announced_as_it_was()
    {
        var desk = await Desk.OpenAsync(database);
        var (moved, cancelled, held, undone) = (await PlannedAsync(desk), await PlannedAsync(desk), await PlannedAsync(desk), await PlannedAsync(desk));
        var rows = new List<OutboxRow>();
        foreach (var plan in new[] { moved, cancelled, held, undone })
            rows.Add(await WaitingAsync(desk, row => row with { Kind = OutboxKinds.VisitReminder, SubjectId = plan.View.Visit.Id }));
        desk.Later(TimeSpan.FromMinutes(1));
        await desk.MoveAsync(new MoveVisit { VisitId = moved.View.Visit.Id, ExpectedVersion = 1, At = new TimeOnly(9, 0) });
        await desk.CancelAsync(new CancelVisit { VisitId = cancelled.View.Visit.Id, ExpectedVersion = 1 });
        desk.Later(TimeSpan.FromDays(1));
        await desk.HappenedAsync(new VisitHappened { VisitId = held.View.Visit.Id, ExpectedVersion = 1 });
        await desk.UndoAsync(undone.UndoId);
        await AssertAsync(desk, rows[0], OutboxReasons.Moved);
        await AssertAsync(desk, rows[1], OutboxReasons.VisitOver);
        await AssertAsync(desk, rows[2], OutboxReasons.VisitOver);
        await AssertAsync(desk, rows[3], OutboxReasons.Undone);
    }

    [Fact]
    public async Task A_revoked_permission_takes_back_what_was_to_be_said_about_the_client_at_that_employer_alone()
    {
        var desk = await Desk.OpenAsync(database);
        var (client, employer) = (desk.Rows.Client, desk.Rows.Employer);
        await desk.Permissions.GiveAsync(
            desk.Rows.Actor, new GivePermission { ClientReference = client.Reference, EmployerId = employer.Id, Level = DisclosureLevel.WordingAndAdjustments, Adjustments = "a quiet place" }, null, Token);
        var here = await WaitingAsync(desk, row => row with { ClientId = client.Id, EmployerId = employer.Id });
        var elsewhere = await WaitingAsync(desk, row => row with { ClientId = client.Id, EmployerId = database.Ids.New() });
        await desk.Permissions.RevokeAsync(desk.Rows.Actor, client.Reference, employer.Id, null, Token);
        await AssertAsync(desk, here, OutboxReasons.PermissionRevoked);
        Assert.Equal(elsewhere, await desk.ReadAsync(session => session.Outbox.OfIdAsync(elsewhere.Id)));
        await desk.Closing.CloseAsync(desk.Rows.Actor, new CloseClient { ClientReference = client.Reference, Reason = ClosingReason.MovedAway, CancelFollowUps = true }, null, Token);
        await AssertAsync(desk, elsewhere, OutboxReasons.ClientClosed);
    }

    [Fact]
    public async Task An_archived_employer_and_a_person_who_leaves_take_their_messages_with_them()
    {
        var desk = await Desk.OpenAsync(database);
        var about = await WaitingAsync(desk, row => row with { EmployerId = desk.Rows.Employer.Id, RecipientId = desk.Rows.Colleague.Id });
        var to = await WaitingAsync(desk, row => row);
        var archived = await desk.EmployerEditing.ArchiveAsync(desk.Rows.Actor, desk.Rows.Employer.Id, 1, null, Token);
        Assert.Null(archived.Refusal);
        await AssertAsync(desk, about, OutboxReasons.EmployerArchived);
        var left = await desk.Handovers.LeaveAsync(
            Actor.System(Via.Job), new LeavePerson { Id = desk.Rows.Specialist.Id, LeftOn = desk.Today, HandOverToId = desk.Rows.Colleague.Id }, Token);
        Assert.Null(left.Refusal);
        await AssertAsync(desk, to, OutboxReasons.PersonLeft);
    }

    private static async Task<VisitLogged> PlannedAsync(Desk desk)
    {
        var planned = await desk.LogAsync(new LogVisit { EmployerId = desk.Rows.Employer.Id, State = VisitState.Planned, Channel = Channel.InPerson, On = desk.Today.AddDays(1), At = new TimeOnly(15, 0) });
        Assert.Null(planned.Refusal);
        return planned.Value!;
    }

    private static async Task<OutboxRow> WaitingAsync(Desk desk, Func<OutboxRow, OutboxRow> with)
    {
        var row = with(desk.Rows.Unsent());
        await desk.WriteAsync(session => session.Outbox.AddAsync(row));
        return row;
    }

    private static async Task AssertAsync(Desk desk, OutboxRow row, string reason)
    {
        var now = (await desk.ReadAsync(session => session.Outbox.OfIdAsync(row.Id)))!;
        Assert.Equal((OutboxState.Cancelled, reason), (now.State, now.Reason));
    }
}

public sealed class RecallOnSqlite(SqliteDatabase database) : RecallTests(database), IClassFixture<SqliteDatabase>;

public sealed class RecallOnSqlServer(SqlServerDatabase database) : RecallTests(database), IClassFixture<SqlServerDatabase>;
