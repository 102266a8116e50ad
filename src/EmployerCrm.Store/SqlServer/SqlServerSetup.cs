using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store.SqlServer;

/// <summary>What is asked of the database itself, outside every transaction.</summary>
internal static class SqlServerSetup
{
    private const int AlreadyThere = 2714;

    private const string HasTable = "select count(*) from sys.tables where name = N'migrations'";

    private const string SnapshotState = "select count(*) from sys.databases where name = db_name() and snapshot_isolation_state = 1";

    private static readonly string[] Versioning =
    [
        "alter database current set allow_snapshot_isolation on",
        "alter database current set read_committed_snapshot on with rollback immediate",
    ];

    /// <summary>Creates the migrator's own tables, and in a database that is still empty switches row versioning on.</summary>
    public static async Task PrepareAsync(string connectionString, string bootstrap, ILogger logger, CancellationToken cancellationToken)
    {
        if (await HasMigrationsAsync(connectionString, cancellationToken))
            return;
        foreach (var option in Versioning)
        {
            try
            {
                await RunAsync(connectionString, option, cancellationToken);
            }
            catch (SqlException error)
            {
                Log.OptionRefused(logger, option, error.Number);
            }
        }

        try
        {
            await RunAsync(connectionString, bootstrap, cancellationToken);
        }
        catch (SqlException error) when (error.Number == AlreadyThere)
        {
            // Another node was first; its tables are the same.
        }
    }

    public static async Task<bool> HasMigrationsAsync(string connectionString, CancellationToken cancellationToken) =>
        await CountAsync(connectionString, HasTable, cancellationToken) > 0;

    /// <summary>Snapshot where the database allows it, so that a read of several statements sees one state.</summary>
    public static async Task<IsolationLevel> ReadIsolationAsync(string connectionString, CancellationToken cancellationToken) =>
        await CountAsync(connectionString, SnapshotState, cancellationToken) > 0 ? IsolationLevel.Snapshot : IsolationLevel.ReadCommitted;

    private static async Task RunAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> CountAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
