using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Placements;

/// <summary>Placements as they are kept, and the client's status beside them.</summary>
public abstract class PlacementTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public async Task A_placement_comes_back_as_stored_with_and_without_a_job_title()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (titled, untitled) = (rows.Placement(Day) with { JobTitle = "Pobydd – “night shift” 🥐" }, rows.Placement(Day.AddDays(1)) with { JobTitle = null });
        await database.Store.Write(async session =>
        {
            await session.Placements.AddAsync(titled);
            await session.Placements.AddAsync(untitled);
        });

        Assert.Equal(titled, await database.Store.Read(session => session.Placements.PlacementAsync(titled.Id)));
        Assert.Equal(untitled, await database.Store.Read(session => session.Placements.PlacementAsync(untitled.Id)));
        Assert.Null(await database.Store.Read(session => session.Placements.PlacementAsync(database.Ids.New())));
    }

    [Fact]
    public async Task A_clients_placements_come_with_names_and_the_latest_start_first()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var other = rows.Client with { Id = database.Ids.New(), Reference = "ZZ" + database.Ids.New().ToString("N")[^8..].ToUpperInvariant() };
        var (early, late) = (rows.Placement(Day), rows.Placement(Day.AddMonths(2)) with { JobTitle = "shop assistant" });
        await database.Store.Write(async session =>
        {
            await session.Clients.AddAsync(other, []);
            await session.Placements.AddAsync(early);
            await session.Placements.AddAsync(late);
            await session.Placements.AddAsync(rows.Placement(Day) with { ClientId = other.Id });
        });

        var placements = await database.Store.Read(session => session.Placements.OfClientAsync(rows.Client.Id));

        Assert.Equal([late.Id, early.Id], placements.Select(placement => placement.Id));
        Assert.Equal(
            ("Friday's Café", "Leeds", "shop assistant", late.StartsOn, "Alex Wilber", Rows.Now),
            (placements[0].EmployerName, placements[0].Town, placements[0].JobTitle, placements[0].StartsOn, placements[0].RecordedByName, placements[0].RecordedAt));
    }

    [Fact]
    public async Task The_same_start_is_not_stored_twice()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(session => session.Placements.AddAsync(rows.Placement(Day)));

        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.Placements.AddAsync(rows.Placement(Day))));
    }

    [Fact]
    public async Task A_placement_is_removed_at_its_version_only()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var placement = rows.Placement(Day);
        await database.Store.Write(session => session.Placements.AddAsync(placement));

        Assert.False(await database.Store.Write(session => session.Placements.RemoveAsync(placement.Id, expectedVersion: 2)));
        Assert.True(await database.Store.Write(session => session.Placements.RemoveAsync(placement.Id, expectedVersion: 1)));
        Assert.Null(await database.Store.Read(session => session.Placements.PlacementAsync(placement.Id)));
    }

    [Fact]
    public async Task An_employer_with_a_placement_is_in_use()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var employer = rows.EmployerNamed("Big Ted's");
        await database.Store.Write(async session =>
        {
            await session.Employers.AddAsync(employer);
            await session.Placements.AddAsync(rows.Placement(Day) with { EmployerId = employer.Id });
        });

        Assert.False(await database.Store.Write(session => session.Employers.RemoveEmployerIfUnusedAsync(employer.Id, employer.Version)));
    }

    [Fact]
    public async Task A_clients_status_moves_on_from_the_one_expected_only()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);

        Assert.False(await database.Store.Write(session => session.Clients.ChangeStatusAsync(rows.Client.Id, ClientStatus.Closed, ClientStatus.InWork)));
        Assert.True(await database.Store.Write(session => session.Clients.ChangeStatusAsync(rows.Client.Id, ClientStatus.JobSearch, ClientStatus.InWork)));
        Assert.Equal(rows.Client with { Status = ClientStatus.InWork, Version = 2 }, await database.Store.Read(session => session.Clients.ClientAsync(rows.Client.Id)));
    }

    [Fact]
    public async Task A_specialists_open_references_leave_out_closed_clients_and_colleagues_clients()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(async session =>
        {
            await session.Clients.AddAsync(rows.Client with { Id = database.Ids.New(), Reference = "C" + rows.Client.Reference, Status = ClientStatus.Closed }, []);
            await session.Clients.AddAsync(rows.Client with { Id = database.Ids.New(), Reference = "O" + rows.Client.Reference, OwnerId = rows.Colleague.Id }, []);
            await session.Clients.AddAsync(rows.Client with { Id = database.Ids.New(), Reference = "W" + rows.Client.Reference, Status = ClientStatus.InWork }, []);
        });

        var open = await database.Store.Read(session => session.Clients.OpenReferencesOfOwnerAsync(rows.Specialist.Id));

        Assert.Equal(new[] { rows.Client.Reference, "W" + rows.Client.Reference }.Order(StringComparer.Ordinal), open);
    }
}

public sealed class PlacementsOnSqlite(SqliteDatabase database) : PlacementTests(database), IClassFixture<SqliteDatabase>;

public sealed class PlacementsOnSqlServer(SqlServerDatabase database) : PlacementTests(database), IClassFixture<SqlServerDatabase>;
