using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Migrations;

/// <summary>Each test has an empty database of its own.</summary>
public abstract class MigrationTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly Migration Breaking = new(9001, "9001_breaks_half_way", "create table half (id int not null primary key); insert into nowhere (id) values (1);");

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
    public async Task A_migration_that_fails_leaves_the_old_schema()
    {
        await using (await database.OpenAsync())
        {
            var failed = await Assert.ThrowsAsync<MigrationFailedException>(() => database.OpenAsync(migrate: true, WithBreaking));
            Assert.Contains("9001_breaks_half_way", failed.Message, StringComparison.Ordinal);
        }

        await using var store = await database.OpenAsync(migrate: false, Migration.Embedded);
        await Rows.StoredAsync(store, database.Ids);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.Write(session =>
            ((CrmSession)session).Sql.ExecuteUnrecordedAsync("delete from half")));
    }

    [Fact]
    public async Task Without_leave_to_migrate_the_start_fails_and_names_what_is_missing()
    {
        await using (await database.OpenAsync())
        {
        }

        var refused = await Assert.ThrowsAsync<SchemaOutOfDateException>(() => database.OpenAsync(migrate: false, WithBreaking));
        Assert.Equal(["9001_breaks_half_way"], refused.Missing);
        Assert.Contains("9001", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_lacks_every_migration()
    {
        var refused = await Assert.ThrowsAsync<SchemaOutOfDateException>(() => database.OpenAsync(migrate: false, Migration.Embedded));
        Assert.Equal(Migration.Embedded(database.Provider).Count - 1, refused.Missing.Count);
    }

    [Fact]
    public async Task The_version_before_runs_on_the_schema_after()
    {
        await using (await database.OpenAsync())
        {
        }

        await using var before = await database.OpenAsync(migrate: false, provider => [.. Migration.Embedded(provider).SkipLast(1)]);
        await Rows.StoredAsync(before, database.Ids);
    }

    [Fact]
    public async Task Several_nodes_that_start_at_once_apply_each_migration_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(database.OpenAsync)));
        var numbers = await stores[0].Read(session => ((CrmSession)session).Sql.Unrecorded().QueryAsync<int>("select number from migrations order by number"));
        foreach (var store in stores)
            await store.DisposeAsync();
        Assert.Equal(Migration.Embedded(database.Provider).Skip(1).Select(migration => migration.Number), numbers);
    }

    [Fact]
    public async Task Migrating_again_does_nothing()
    {
        await using var store = await database.OpenAsync();
        Assert.Empty(await store.MigrateAsync(TestContext.Current.CancellationToken));
    }

    private static IReadOnlyList<Migration> WithBreaking(StoreProvider provider) => [.. Migration.Embedded(provider), Breaking];
}

public sealed class MigrationOnSqlite() : MigrationTests(new SqliteDatabase());

public sealed class MigrationOnSqlServer() : MigrationTests(new SqlServerDatabase());
