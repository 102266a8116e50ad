namespace EmployerCrm.Store;

public enum StoreProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Which database, and who migrates it. The host fills it from <c>Store:Provider</c>, <c>Store:MigrateAtStart</c> and <c>ConnectionStrings:Crm</c>.</summary>
public sealed record StoreOptions
{
    public StoreProvider Provider { get; init; } = StoreProvider.Sqlite;

    /// <summary>For SQLite at least <c>Data Source=FILE</c>; for SQL Server it states <c>Encrypt</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Null means the provider's default: SQLite migrates at start, SQL Server refuses to start until somebody has migrated.</summary>
    public bool? MigrateAtStart { get; init; }

    /// <summary>Most connections that read at the same time on SQLite. SQL Server has its own pool.</summary>
    public int Readers { get; init; } = 16;

    internal bool Migrates => MigrateAtStart ?? Provider == StoreProvider.Sqlite;
}
