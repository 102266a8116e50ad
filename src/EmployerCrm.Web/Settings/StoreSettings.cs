using EmployerCrm.Store;

namespace EmployerCrm.Web.Settings;

/// <summary>Where the records are: <c>Store:…</c> and <c>ConnectionStrings:Crm</c>.</summary>
internal sealed record StoreSettings
{
    private const string DefaultSqlite = "Data Source=data/employercrm.db";

    private StoreSettings(IConfiguration configuration)
    {
        Provider = configuration["Store:Provider"];
        MigrateAtStart = configuration["Store:MigrateAtStart"];
        ConnectionString = configuration.GetConnectionString("Crm");
    }

    private string? Provider { get; }

    private string? MigrateAtStart { get; }

    private string? ConnectionString { get; }

    public static StoreSettings Of(IConfiguration configuration) => new(configuration);

    public bool IsSqlite => Kind is StoreProvider.Sqlite;

    private StoreProvider? Kind => Provider switch
    {
        null or "" => StoreProvider.Sqlite,
        _ when Provider.Equals(nameof(StoreProvider.Sqlite), StringComparison.OrdinalIgnoreCase) => StoreProvider.Sqlite,
        _ when Provider.Equals(nameof(StoreProvider.SqlServer), StringComparison.OrdinalIgnoreCase) => StoreProvider.SqlServer,
        _ => null,
    };

    public IEnumerable<string> Problems()
    {
        if (Kind is null)
            yield return $"Store:Provider is \"{Provider}\"; it is Sqlite or SqlServer.";
        if (!string.IsNullOrEmpty(MigrateAtStart) && !bool.TryParse(MigrateAtStart, out _))
            yield return $"Store:MigrateAtStart is \"{MigrateAtStart}\"; it is true or false.";
        if (Kind is StoreProvider.SqlServer && string.IsNullOrWhiteSpace(ConnectionString))
            yield return "ConnectionStrings:Crm is missing. With SqlServer it says which server and database, and states Encrypt.";
    }

    /// <summary>The options of the store; call after <see cref="Problems"/> found none.</summary>
    public StoreOptions ToOptions() => new()
    {
        Provider = Kind ?? StoreProvider.Sqlite,
        ConnectionString = string.IsNullOrWhiteSpace(ConnectionString) ? DefaultSqlite : ConnectionString,
        MigrateAtStart = bool.TryParse(MigrateAtStart, out var migrate) ? migrate : null,
    };
}
