using EmployerCrm.Store.Remembering;
using EmployerCrm.Store.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmployerCrm.Store.Sqlite;

/// <summary>An open SQLite connection, set up as the service needs it, with its prepared commands.</summary>
internal sealed class SqliteLink : IDisposable
{
    private const int Patience = 30_000;
    private const int ShortPatience = 20;

    // SqliteCheckpoints keeps the log short; the writer does it by itself only when that has failed for long.
    private const string WriterPragmas =
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma wal_autocheckpoint = 128000; pragma cache_size = -32000;";

    private const string ReaderPragmas = "pragma query_only = on; pragma cache_size = -4000;";

    private bool _waitsForDisk = true;

    private SqliteLink(SqliteConnection connection)
    {
        Connection = connection;
        Commands = new CommandCache(connection);
    }

    public SqliteConnection Connection { get; }

    public CommandCache Commands { get; }

    /// <summary>The directory as the open transaction sees it, for all who share it; null until somebody asked.</summary>
    public DirectorySight? Sight { get; set; }

    /// <summary>Whether a BEGIN is open; some errors roll the whole transaction back on their own.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    /// <summary>Whether a commit returns only when it is on disk. Without, it outlives the process, not a power cut. Set between transactions.</summary>
    public bool WaitsForDisk
    {
        get => _waitsForDisk;
        set
        {
            if (value == _waitsForDisk)
                return;
            // No kept command: this pragma takes effect when it is prepared.
            using var command = Connection.CreateCommand();
            command.CommandText = value ? "pragma synchronous = full" : "pragma synchronous = normal";
            command.ExecuteNonQuery();
            _waitsForDisk = value;
        }
    }

    public static SqliteLink ForWriting(string connectionString) => Open(connectionString, WriterPragmas);

    public static SqliteLink ForReading(string connectionString) => Open(connectionString, ReaderPragmas);

    /// <summary>Our own pools keep prepared commands with the connection, so the driver's pool is off.</summary>
    public static string Prepare(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory)
            throw new ArgumentException("The store needs a database file (Data Source=FILE): its readers and its writer are connections of their own.", nameof(connectionString));
        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        return builder.ConnectionString;
    }

    public void BeginWriting()
    {
        Commands.Run("begin immediate");
        Sight = null;
    }

    /// <summary>How many pages this connection has written since it was asked last.</summary>
    public int PagesWritten()
    {
        raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>Moves the rest of the log into the database file and begins the log anew; false when somebody holds it for longer than a moment.</summary>
    public bool BeginLogAnew()
    {
        raw.sqlite3_busy_timeout(Connection.Handle, ShortPatience);
        try
        {
            return raw.sqlite3_wal_checkpoint_v2(Connection.Handle, "main", raw.SQLITE_CHECKPOINT_RESTART, out _, out _) == raw.SQLITE_OK;
        }
        finally
        {
            raw.sqlite3_busy_timeout(Connection.Handle, Patience);
        }
    }

    public void RollBack()
    {
        if (InTransaction)
            Commands.Run("rollback");
    }

    public void Dispose()
    {
        Commands.Dispose();
        Connection.Dispose();
    }

    private static SqliteLink Open(string connectionString, string pragmas)
    {
        _ = SqliteLibrary.IsConfigured;
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // Without, a statement whose LIMIT is a parameter is planned again each time that one is bound.
            if (raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _) != raw.SQLITE_OK)
                throw new InvalidOperationException("SQLite does not keep plans.");
            raw.sqlite3_busy_timeout(connection.Handle, Patience);
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return new SqliteLink(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
