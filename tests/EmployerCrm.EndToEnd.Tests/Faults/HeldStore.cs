using EmployerCrm.EndToEnd.Tests.Stack;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Faults;

/// <summary>Takes the database file away from all other processes, as a backup, a scan or a hung file server does.</summary>
internal static class HeldStore
{
    // Where the library puts its eight locks in the file that its processes share: one for writing, one for checkpoints, one for recovery, five for reading.
    private const int FirstLock = 120;
    private const int Locks = 8;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(2);

    /// <summary>Nobody else can write: the database is busy.</summary>
    public static async Task<IAsyncDisposable> BusyAsync(string database, CancellationToken cancellationToken)
    {
        var connection = await StoredFacts.OpenAsync(database, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new Writing(connection);
    }

    /// <summary>
    /// Nobody else can read or write: as their hosts see it, the database is gone. Until it is disposed of this process must not open the database: to close it
    /// again would end these locks.
    /// </summary>
    public static async Task<IAsyncDisposable> GoneAsync(string database, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException();
        var shared = new FileStream(database + "-shm", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        for (var at = FirstLock; at < FirstLock + Locks; at++)
        {
            while (!TryLock(shared, at))
                await Task.Delay(BetweenTries, cancellationToken);
        }

        return shared;
    }

    [SupportedOSPlatform("linux")]
    private static bool TryLock(FileStream file, int at)
    {
        try
        {
            file.Lock(at, 1);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private sealed class Writing(SqliteConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "rollback";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            await connection.DisposeAsync();
        }
    }
}
