namespace EmployerCrm.Store.Tests.Support;

public sealed class SqliteDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-");

    public override StoreProvider Provider => StoreProvider.Sqlite;

    public override string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "crm.db")}";

    protected override bool Available => true;

    public override void SkipUnlessAvailable()
    {
        // SQLite is there wherever the tests run.
    }

    public override Task CreateAsync() => Task.CompletedTask;

    public override Task DropAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
