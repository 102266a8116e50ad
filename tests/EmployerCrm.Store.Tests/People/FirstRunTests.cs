using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>What a new service begins with: once, on an empty store, by the system alone. And the last admin stays.</summary>
public abstract class FirstRunTests(TestDatabase database)
{
    private static readonly SetUpService SetUp = new()
    {
        TeamName = "Aire and Wharfe", Nation = Nation.EnglandAndWales, AdminObjectId = "44444444-0000-4000-8000-00000000000A", AdminName = "Cal Moss",
        LeadObjectId = "44444444-0000-4000-8000-00000000000b", LeadName = "Bea Hart", LeadWeeklyTarget = 2,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_service_gets_its_first_team_admin_and_lead_once()
    {
        database.SkipUnlessAvailable();
        var clock = new LondonClock(new StandingClock(Rows.Now));
        var (firstRun, system) = (new FirstRun(database.Store, clock, database.Ids), Actor.System(Via.Web));

        Assert.True(await firstRun.IsNeededAsync(Token));
        Assert.Equal(RefusalReason.NameMissing, (await firstRun.SetUpAsync(system, SetUp with { TeamName = " " }, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.ObjectIdUnlikely, (await firstRun.SetUpAsync(system, SetUp with { LeadObjectId = null }, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.PersonThereAlready, (await firstRun.SetUpAsync(system, SetUp with { LeadObjectId = SetUp.AdminObjectId.ToLowerInvariant() }, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await firstRun.SetUpAsync(new Actor(database.Ids.New(), null, Role.Admin, Via.Web), SetUp, Token)).Refusal?.Reason);
        Assert.True(await firstRun.IsNeededAsync(Token));

        var admin = (await firstRun.SetUpAsync(system, SetUp, Token)).Value!;

        Assert.False(await firstRun.IsNeededAsync(Token));
        Assert.Equal(RefusalReason.SetUpAlready, (await firstRun.SetUpAsync(system, SetUp, Token)).Refusal?.Reason);
        var people = (await database.Store.Read(session => session.People.SpecialistsAsync())).Select(person => (person.ObjectId, person.Role, person.WeeklyTarget));
        Assert.Equal([(SetUp.LeadObjectId!, Role.TeamLead, 2), (SetUp.AdminObjectId.ToLowerInvariant(), Role.Admin, 0)], people);

        var (editing, handovers) = (new PeopleEditing(database.Store, clock, database.Ids), new Handovers(database.Store, clock, database.Ids));
        var actor = Actor.For(admin, Via.Web);
        Assert.Equal(RefusalReason.LastAdmin, (await editing.ChangeAsync(actor, new ChangePerson { Id = admin.Id, Role = Role.Specialist }, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.LastAdmin, (await handovers.LeaveAsync(actor, new LeavePerson { Id = admin.Id, LeftOn = clock.Today }, Token)).Refusal?.Reason);
        var second = (await editing.AddAsync(actor, new AddPerson { ObjectId = "x", Name = "Dai", TeamId = admin.TeamId, Role = Role.Admin }, Token)).Value!;
        Assert.Null((await handovers.LeaveAsync(Actor.For(second, Via.Web), new LeavePerson { Id = admin.Id, LeftOn = clock.Today }, Token)).Refusal);
    }
}

public sealed class FirstRunOnSqlite(SqliteDatabase database) : FirstRunTests(database), IClassFixture<SqliteDatabase>;

public sealed class FirstRunOnSqlServer(SqlServerDatabase database) : FirstRunTests(database), IClassFixture<SqlServerDatabase>;
