using SQLitePCL;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// Sets the library up once, before its first connection. A connection of ours is used by one flow at a time, so its own locks protect nothing, and
/// nobody reads its memory statistics, which take a lock for all threads at every allocation. If another part of the process was first, it stays as it is.
/// </summary>
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
