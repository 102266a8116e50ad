using Microsoft.Data.SqlClient;

namespace EmployerCrm.Store.Tests.Support;

/// <summary>A database of its own on the T-SQL endpoint that EMPLOYERCRM_TEST_SQLSERVER names, where there is one.</summary>
public sealed class SqlServerDatabase : TestDatabase
{
    private static readonly string? Endpoint = Environment.GetEnvironmentVariable("EMPLOYERCRM_TEST_SQLSERVER");

    private readonly string _name;

    public SqlServerDatabase() => _name = "crm_test_" + Ids.New().ToString("N")[8..];

    public override StoreProvider Provider => StoreProvider.SqlServer;

    public override string ConnectionString => new SqlConnectionStringBuilder(Endpoint) { InitialCatalog = _name }.ConnectionString;

    protected override bool Available => !string.IsNullOrEmpty(Endpoint);

    public override void SkipUnlessAvailable() =>
        Assert.SkipUnless(Available, "No T-SQL endpoint: EMPLOYERCRM_TEST_SQLSERVER is not set.");

    public override Task CreateAsync() => RunAsync($"create database {_name}");

    public override async Task DropAsync()
    {
        SqlConnection.ClearAllPools();
        await RunAsync($"drop database {_name}");
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new SqlConnection(Endpoint);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
