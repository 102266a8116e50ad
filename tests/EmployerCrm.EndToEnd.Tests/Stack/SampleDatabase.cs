using System.Globalization;
using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Data.Sqlite;

[assembly: AssemblyFixture(typeof(SampleDatabase))]

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>The sample data, made once by the host's own verbs; each test works on a copy.</summary>
public sealed class SampleDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-sample-");
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Puts a copy of the sample data into the folder.</summary>
    /// <param name="today">The day on which the sample data end; without one, today.</param>
    internal async Task<string> CopyToAsync(string folder, CancellationToken cancellationToken, DateOnly? today = null)
    {
        var original = await MadeAsync(today?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken);
        var copy = Path.Combine(folder, "employercrm.db");
        File.Copy(original, copy);
        return copy;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        _oneAtATime.Dispose();
    }

    private async Task<string> MadeAsync(string? today, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder.FullName, $"sample{today}.db");
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!File.Exists(file))
            {
                var unfinished = file + ".new";
                await CrmHost.RunAsync(["migrate"], unfinished, cancellationToken);
                await CrmHost.RunAsync(today is null ? ["seed"] : ["seed", "--today", today], unfinished, cancellationToken);
                await FoldAsync(unfinished, cancellationToken);
                File.Move(unfinished, file);
            }

            return file;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Brings everything from the write-ahead log into the one file that is copied.</summary>
    private static async Task FoldAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{file}\";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
