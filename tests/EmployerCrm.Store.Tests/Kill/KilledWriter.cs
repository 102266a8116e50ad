using System.Globalization;
using System.IO.Pipes;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmployerCrm.Store.Tests.Kill;

/// <summary>The child process of <see cref="KillTests"/>: logs visits from several callers and notes each one that was acknowledged, until it is killed.</summary>
public sealed class KilledWriter
{
    public const string Setting = "EMPLOYERCRM_TEST_KILLED_WRITER";

    private const int Callers = 8;

    [Fact(Explicit = true)]
    public async Task Logs_visits_until_it_is_killed()
    {
        var settings = Environment.GetEnvironmentVariable(Setting)?.Split('\n');
        Assert.SkipWhen(settings is null, "Runs only as the child process of the kill test.");
        var (provider, connectionString, pipeName) = (Enum.Parse<StoreProvider>(settings![0]), settings[1], settings[2]);
        var ids = new Core.Ids(TimeProvider.System);
        await using var store = await CrmStoreFactory.OpenAsync(
            new StoreOptions { Provider = provider, ConnectionString = connectionString, MigrateAtStart = false },
            new StoreParts(TimeProvider.System, ids, NullLoggerFactory.Instance) { Migrations = Migration.Embedded },
            TestContext.Current.CancellationToken);
        var rows = await Rows.StoredAsync(store, ids);
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.Out);
        await pipe.ConnectAsync(TestContext.Current.CancellationToken);
        await using var notes = TextWriter.Synchronized(new StreamWriter(pipe) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (!TestContext.Current.CancellationToken.IsCancellationRequested)
                await notes.WriteLineAsync((await Turn.LogVisitAsync(store, rows)).ToString("D", CultureInfo.InvariantCulture));
        })));
    }
}
