using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>Leavers and movers: access and team change with what they held, or nothing does.</summary>
public abstract class HandoverTests(TestDatabase database)
{
    [Fact]
    public async Task A_leaver_is_out_and_what_they_owed_is_a_colleagues_with_the_audit_of_each_record()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var (leaver, colleague) = (scene.Rows.Specialist, scene.Rows.Colleague);
        var (open, done) = (scene.Rows.FollowUp(scene.Today), scene.Rows.FollowUp() with { State = FollowUpState.Done });
        var (planned, held) = (scene.Rows.Visit(scene.Today) with { State = VisitState.Planned }, scene.Rows.Visit());
        await database.Store.Write(async session =>
        {
            await session.Visits.AddAsync(planned);
            await session.Visits.AddAsync(held);
            await session.FollowUps.AddAsync(open);
            await session.FollowUps.AddAsync(done);
        });

        var left = await scene.Handovers.LeaveAsync(scene.Admin, Leave(scene) with { HandOverToId = colleague.Id }, PeopleScene.Token);

        Assert.Null(left.Refusal);
        Assert.Equal((1, 1, 1, 1), (left.Value!.Work.FollowUps.Count, left.Value.Work.PlannedVisits.Count, left.Value.Work.Employers.Count, left.Value.Work.Clients.Count));
        Assert.True((await PersonAsync(leaver.Id)).HasLeft(scene.Today));
        await database.Store.Read(async session =>
        {
            Assert.Equal((colleague.Id, 2), await session.FollowUps.FollowUpAsync(open.Id) is { } f ? (f.OwnerId, f.Version) : default);
            Assert.Equal(leaver.Id, (await session.FollowUps.FollowUpAsync(done.Id))!.OwnerId);
            Assert.Equal((colleague.Id, 2), await session.Visits.VisitAsync(planned.Id) is { } v ? (v.SpecialistId, v.Version) : default);
            Assert.Equal(leaver.Id, (await session.Visits.VisitAsync(held.Id))!.SpecialistId);
            Assert.Equal(colleague.Id, (await session.Employers.EmployerAsync(scene.Rows.Employer.Id))!.OwnerId);
            Assert.Equal(colleague.Id, (await session.Clients.ClientAsync(scene.Rows.Client.Id))!.OwnerId);
            Assert.Equal(0, (await session.People.HeldByAsync(leaver.Id)).Total);
            Assert.Equal(0, (await session.People.HeldCountsAsync()).Single(row => row.SpecialistId == leaver.Id).Total);
            return true;
        });
        Assert.Equal("person-left", (await scene.AuditAsync(leaver.Id)).Action);
        foreach (var (kind, id) in left.Value.Work.Records)
        {
            var entry = await scene.AuditAsync(id);
            Assert.Equal((kind + "-handed-over", kind, scene.AdminPerson.Id), (entry.Action, entry.RecordKind, entry.SpecialistId));
            var value = Assert.Single(await database.Store.Read(session => session.Audit.ValuesAsync(entry.Id)));
            Assert.Equal(("owner", leaver.Id.ToString(), colleague.Id.ToString()), (value.Field, value.OldValue, value.NewValue));
        }
    }

    [Fact]
    public async Task Without_somebody_who_may_take_over_nothing_changes()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var other = (await scene.Teams.AddAsync(scene.Admin, "Other " + database.Ids.New(), Nation.Scotland, PeopleScene.Token)).Value!;
        var elsewhere = (await scene.Editing.AddAsync(scene.Admin, scene.Joiner() with { TeamId = other.Id }, PeopleScene.Token)).Value!;
        var gone = scene.Rows.Person("Gone", Role.Specialist) with { LeftOn = scene.Today };
        await database.Store.Write(session => session.People.AddAsync(gone));

        foreach (var to in new Guid?[] { null, elsewhere.Id, gone.Id, scene.AdminPerson.Id, scene.Rows.Specialist.Id, database.Ids.New() })
        {
            Assert.Equal(RefusalReason.NobodyToTakeOver, (await scene.Handovers.LeaveAsync(scene.Admin, Leave(scene) with { HandOverToId = to }, PeopleScene.Token)).Refusal?.Reason);
            Assert.Equal(
                RefusalReason.NobodyToTakeOver,
                (await scene.Handovers.MoveAsync(scene.Admin, new MovePerson { Id = scene.Rows.Specialist.Id, ToTeamId = other.Id, HandOverToId = to }, PeopleScene.Token)).Refusal?.Reason);
        }

        Assert.Equal((null, 1, scene.Rows.Team.Id), await PersonAsync(scene.Rows.Specialist.Id) is { } person ? (person.LeftOn, person.Version, person.TeamId) : default);
    }

    [Fact]
    public async Task Whoever_holds_nothing_leaves_without_a_colleague_once_and_may_come_back()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var leave = Leave(scene) with { Id = scene.Rows.Colleague.Id };

        Assert.Equal(RefusalReason.FutureDate, (await scene.Handovers.LeaveAsync(scene.Admin, leave with { LeftOn = scene.Today.AddDays(1) }, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Handovers.LeaveAsync(scene.Rows.Actor, leave, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await scene.Handovers.LeaveAsync(scene.Admin, leave with { ExpectedVersion = 7 }, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await scene.Handovers.LeaveAsync(scene.Admin, leave with { Id = database.Ids.New() }, PeopleScene.Token)).Refusal?.Reason);
        Assert.Null((await scene.Handovers.LeaveAsync(scene.Admin, leave with { ExpectedVersion = 1 }, PeopleScene.Token)).Refusal);
        Assert.Equal(RefusalReason.LeftAlready, (await scene.Handovers.LeaveAsync(scene.Admin, leave, PeopleScene.Token)).Refusal?.Reason);
        Assert.Null((await scene.Editing.ChangeAsync(scene.Admin, new ChangePerson { Id = leave.Id, IsBack = true }, PeopleScene.Token)).Value!.LeftOn);
    }

    [Fact]
    public async Task A_mover_takes_nothing_along()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var other = (await scene.Teams.AddAsync(scene.Admin, "Other " + database.Ids.New(), Nation.Scotland, PeopleScene.Token)).Value!;
        var mover = scene.Rows.Specialist;

        var moved = await scene.Handovers.MoveAsync(scene.Admin, new MovePerson { Id = mover.Id, ToTeamId = other.Id, HandOverToId = scene.Rows.Colleague.Id }, PeopleScene.Token);

        Assert.Equal(other.Id, moved.Value?.Person.TeamId);
        Assert.Equal(scene.Rows.Colleague.Id, (await database.Store.Read(session => session.Clients.ClientAsync(scene.Rows.Client.Id)))!.OwnerId);
        Assert.Equal(scene.Rows.Team.Id, (await database.Store.Read(session => session.Clients.ClientAsync(scene.Rows.Client.Id)))!.TeamId);
        Assert.Equal(RefusalReason.TeamUnknown, (await scene.Handovers.MoveAsync(scene.Admin, new MovePerson { Id = mover.Id, ToTeamId = other.Id }, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Handovers.MoveAsync(scene.Rows.Actor, new MovePerson { Id = mover.Id, ToTeamId = scene.Rows.Team.Id }, PeopleScene.Token)).Refusal?.Reason);
    }

    private static LeavePerson Leave(PeopleScene scene) => new() { Id = scene.Rows.Specialist.Id, LeftOn = scene.Today };

    private async Task<Specialist> PersonAsync(Guid id) => (await database.Store.Read(session => session.People.SpecialistAsync(id)))!;
}

public sealed class HandoverOnSqlite(SqliteDatabase database) : HandoverTests(database), IClassFixture<SqliteDatabase>;

public sealed class HandoverOnSqlServer(SqlServerDatabase database) : HandoverTests(database), IClassFixture<SqlServerDatabase>;
