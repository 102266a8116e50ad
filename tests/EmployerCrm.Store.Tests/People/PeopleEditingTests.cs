using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>Joiners and changes: who may, what is refused, and what the audit keeps.</summary>
public abstract class PeopleEditingTests(TestDatabase database)
{
    [Fact]
    public async Task An_admin_adds_somebody_whom_chat_then_knows_by_their_object_id()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var id = database.Ids.New();

        var added = await scene.Editing.AddAsync(scene.Admin, scene.Joiner() with { ObjectId = $" {id.ToString().ToUpperInvariant()} ", Name = " Dai Pugh " }, PeopleScene.Token);

        Assert.Null(added.Refusal);
        var found = await database.Store.Read(session => session.People.SpecialistWithObjectIdAsync(id.ToString()));
        Assert.Equal(("Dai Pugh", Role.Specialist, 6, 1), (found!.Name, found.Role, found.WeeklyTarget, found.Version));
        Assert.Equal("person-added", (await scene.AuditAsync(found.Id)).Action);
    }

    [Fact]
    public async Task Only_admins_and_the_system_keep_people()
    {
        var scene = await PeopleScene.OpenAsync(database);
        foreach (var role in new[] { Role.Specialist, Role.TeamLead })
        {
            var actor = Actor.For(scene.Rows.Person("X", role), Via.Web);
            Assert.Equal(RefusalReason.NotAllowed, (await scene.Editing.AddAsync(actor, scene.Joiner(), PeopleScene.Token)).Refusal?.Reason);
            Assert.Equal(RefusalReason.NotAllowed, (await scene.Editing.ChangeAsync(actor, new ChangePerson { Id = actor.SpecialistId!.Value, Role = Role.Admin }, PeopleScene.Token)).Refusal?.Reason);
        }

        Assert.Null((await scene.Editing.AddAsync(Actor.System(Via.CommandLine), scene.Joiner(), PeopleScene.Token)).Refusal);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Editing.TakeRoleAsync(scene.Admin, scene.Rows.Specialist.ObjectId, Role.Admin, PeopleScene.Token)).Refusal?.Reason);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_kept_of_it()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var there = scene.Rows.Specialist;

        Assert.Equal(RefusalReason.NameMissing, await ReasonAsync(scene.Joiner() with { Name = "  " }));
        Assert.Equal(RefusalReason.TextTooLong, await ReasonAsync(scene.Joiner() with { Name = new string('x', 201) }));
        Assert.Equal(RefusalReason.ObjectIdUnlikely, await ReasonAsync(scene.Joiner() with { ObjectId = "" }));
        Assert.Equal(RefusalReason.ObjectIdUnlikely, await ReasonAsync(scene.Joiner() with { ObjectId = "dai pugh" }));
        Assert.Equal(RefusalReason.TargetUnlikely, await ReasonAsync(scene.Joiner() with { WeeklyTarget = 41 }));
        Assert.Equal(RefusalReason.TeamUnknown, await ReasonAsync(scene.Joiner() with { TeamId = database.Ids.New() }));
        Assert.Equal(RefusalReason.PersonThereAlready, await ReasonAsync(scene.Joiner() with { ObjectId = there.ObjectId.ToUpperInvariant() }));
        Assert.DoesNotContain(await database.Store.Read(session => session.People.SpecialistsAsync()), person => person.TeamId == scene.Rows.Team.Id && person.Name == scene.Joiner().Name);

        async Task<RefusalReason?> ReasonAsync(AddPerson add) => (await scene.Editing.AddAsync(scene.Admin, add, PeopleScene.Token)).Refusal?.Reason;
    }

    [Fact]
    public async Task A_change_counts_once_and_the_second_of_two_admins_is_told_who_was_first()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var person = scene.Rows.Specialist;

        var first = await scene.Editing.ChangeAsync(scene.Admin, new ChangePerson { Id = person.Id, ExpectedVersion = 1, Role = Role.TeamLead, WeeklyTarget = 2 }, PeopleScene.Token);
        var second = await scene.Editing.ChangeAsync(scene.Admin, new ChangePerson { Id = person.Id, ExpectedVersion = 1, Name = "Other" }, PeopleScene.Token);

        Assert.Equal((Role.TeamLead, 2, 2), (first.Value!.Role, first.Value.WeeklyTarget, first.Value.Version));
        Assert.Equal((RefusalReason.ChangedMeanwhile, scene.AdminPerson.Name), (second.Refusal!.Reason, second.Refusal.By));
        Assert.Equal(["role", "weekly-target"], second.Refusal.Fields);
        Assert.Equal(2, (await scene.Editing.ChangeAsync(scene.Admin, new ChangePerson { Id = person.Id, WeeklyTarget = 2 }, PeopleScene.Token)).Value!.Version);
    }

    [Fact]
    public async Task The_role_that_the_directory_gives_is_taken_over_by_the_system()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var system = Actor.System(Via.Web);

        Assert.Equal(RefusalReason.NotFound, (await scene.Editing.TakeRoleAsync(system, "nobody", Role.Admin, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(Role.TeamLead, (await scene.Editing.TakeRoleAsync(system, scene.Rows.Specialist.ObjectId, Role.TeamLead, PeopleScene.Token)).Value?.Role);
        Assert.Equal(2, (await scene.Editing.TakeRoleAsync(system, scene.Rows.Specialist.ObjectId, Role.TeamLead, PeopleScene.Token)).Value?.Version);
    }

    [Fact]
    public async Task Teams_have_names_of_their_own_and_a_nation()
    {
        var scene = await PeopleScene.OpenAsync(database);
        var name = "Teifi " + database.Ids.New();

        var team = (await scene.Teams.AddAsync(scene.Admin, $" {name} ", Nation.EnglandAndWales, PeopleScene.Token)).Value!;

        Assert.Equal(RefusalReason.TeamThereAlready, (await scene.Teams.AddAsync(scene.Admin, name.ToUpperInvariant(), Nation.Scotland, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NameMissing, (await scene.Teams.AddAsync(scene.Admin, "", Nation.Scotland, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Teams.AddAsync(scene.Rows.Actor, "Mine", Nation.Scotland, PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(Nation.Scotland, (await scene.Teams.ChangeAsync(scene.Admin, new ChangeTeam(team.Id, 1, null, Nation.Scotland), PeopleScene.Token)).Value?.Nation);
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await scene.Teams.ChangeAsync(scene.Admin, new ChangeTeam(team.Id, 1, "Other", null), PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Teams.ChangeAsync(scene.Rows.Actor, new ChangeTeam(team.Id, 2, "Other", null), PeopleScene.Token)).Refusal?.Reason);
        Assert.Equal((name, Nation.Scotland, 2), await database.Store.Read(async session => await session.People.TeamAsync(team.Id) is { } stored ? (stored.Name, stored.Nation, stored.Version) : default));
    }
}

public sealed class PeopleEditingOnSqlite(SqliteDatabase database) : PeopleEditingTests(database), IClassFixture<SqliteDatabase>;

public sealed class PeopleEditingOnSqlServer(SqlServerDatabase database) : PeopleEditingTests(database), IClassFixture<SqlServerDatabase>;
