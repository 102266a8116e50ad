using SQLitePCL;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// Sets the library up once, before its first connection. A connection of ours is used by one flow at a time, so its own locks protect nothing, and
/// nobody reads its memory statistics, which take a lock for all threads at every allocation. If another part of the process was first, it stays as it is.
/// </summary>
/// <remarks>
/// What could still touch a connection from a second thread is the finalizer, for a statement that nobody disposed. Every command of ours is therefore
/// disposed by the method that makes it or kept by <see cref="Sql.CommandCache"/> until its connection closes; the driver's pool, which prunes on a timer,
/// is off; and what the threads of the process share (page cache, allocator, file locks) keeps its locks in this mode too.
/// </remarks>
internal static class SqliteLibrary
{
    private static readonly Lazy<bool> Configured = new(Configure);

    /// <summary>Whether the library took the settings.</summary>
    public static bool IsConfigured => Configured.Value;

    private static bool Configure()
    {
        Batteries_V2.Init();
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) == raw.SQLITE_OK & raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK;
    }
}
