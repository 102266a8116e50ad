using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Migrations;

/// <summary>A database that has been in use is brought forward with what is in it, and the version before still writes to it.</summary>
public abstract class UpgradeTests(TestDatabase database) : IAsyncLifetime
{
    /// <summary>The last migration of the version whose statements stand below.</summary>
    private const int Before = 6;

    private const string AddTeam = "insert into teams (id, name, nation) values (@Id, @Name, @Nation)";

    private const string AddSpecialist = """
        insert into specialists (id, object_id, name, team_id, role, weekly_target, left_on)
        values (@Id, @ObjectId, @Name, @TeamId, @Role, @WeeklyTarget, @LeftOn)
        """;

    private const string AddEmployer = """
        insert into employers (id, name, name_key, town, town_key, sector, team_id, owner_id, created_at, version)
        values (@Id, @Name, 'x', null, null, null, @TeamId, @OwnerId, @CreatedAt, @Version)
        """;

    private const string AddClient = """
        insert into clients (id, reference, owner_id, team_id, programme, entered_on, status, check_reference)
        values (@Id, @Reference, @OwnerId, @TeamId, @Programme, @EnteredOn, @Status, @CheckReference)
        """;

    private const string AddFollowUp = """
        insert into follow_ups (id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version)
        values (@Id, @EmployerId, @VisitId, @ClientId, @OwnerId, @TeamId, @Title, @DueOn, @State, @DoneAt, @DoneById, @CreatedAt, @Version)
        """;

    private const string AddPlacement = """
        insert into placements (id, client_id, employer_id, specialist_id, team_id, job_title, starts_on, recorded_at, version)
        values (@Id, @ClientId, @EmployerId, @SpecialistId, @TeamId, @JobTitle, @StartsOn, @RecordedAt, @Version)
        """;

    public async ValueTask InitializeAsync()
    {
        database.SkipUnlessAvailable();
        await database.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_stored_before_is_there_after()
    {
        var rows = new Rows(database.Ids);
        var (followUp, placement) = (rows.FollowUp(new DateOnly(2026, 11, 20)), rows.Placement());
        await using (var old = await database.OpenAsync(migrate: true, provider => [.. Migration.Embedded(provider).Where(migration => migration.Number <= Before)]))
        {
            await WriteAsBeforeAsync(old, rows, followUp, placement);
        }

        await using var store = await database.OpenAsync();

        await CompareAsync(store, rows, followUp, placement);
    }

    [Fact]
    public async Task What_the_version_before_writes_still_goes_in()
    {
        var rows = new Rows(database.Ids);
        var (followUp, placement) = (rows.FollowUp(new DateOnly(2026, 11, 20)), rows.Placement());
        await using var store = await database.OpenAsync();

        await WriteAsBeforeAsync(store, rows, followUp, placement);

        await CompareAsync(store, rows, followUp, placement);
    }

    private static Task WriteAsBeforeAsync(CrmStore store, Rows rows, Core.FollowUps.FollowUp followUp, Core.Placements.Placement placement) => store.Write(async session =>
    {
        var sql = ((CrmSession)session).Sql;
        await sql.ExecuteUnrecordedAsync(AddTeam, rows.Team);
        await sql.ExecuteUnrecordedAsync(AddSpecialist, rows.Specialist);
        await sql.ExecuteUnrecordedAsync(AddEmployer, rows.Employer);
        await sql.ExecuteUnrecordedAsync(AddClient, rows.Client);
        await sql.ExecuteUnrecordedAsync(AddFollowUp, followUp);
        await sql.ExecuteUnrecordedAsync(AddPlacement, placement);
    });

    private static Task<bool> CompareAsync(CrmStore store, Rows rows, Core.FollowUps.FollowUp followUp, Core.Placements.Placement placement) => store.Read(async session =>
    {
        Assert.Equal(rows.Client, await session.Clients.ClientAsync(rows.Client.Id));
        Assert.Equal(followUp, await session.FollowUps.FollowUpAsync(followUp.Id));
        Assert.Equal(followUp.Id, Assert.Single(await session.FollowUps.OpenOfOwnerAsync(rows.Specialist.Id, null)).Id);
        Assert.Equal(placement, await session.Placements.PlacementAsync(placement.Id));
        return true;
    });
}

public sealed class UpgradeOnSqlite() : UpgradeTests(new SqliteDatabase());

public sealed class UpgradeOnSqlServer() : UpgradeTests(new SqlServerDatabase());
