using System.Diagnostics;
using System.Globalization;
using EmployerCrm.Bot.Digest;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Store;
using EmployerCrm.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmployerCrm.Benchmarks.Digests;

/// <summary>
/// A Monday, 08:30: finding everybody who has a digest, claiming the rows and making each card, up to the point where the connector would be called; nothing
/// limits the pace. The same for a tenth of the service, to see what grows.
/// </summary>
internal static class DigestsBenchmark
{
    public static async Task RunAsync(DigestSizes sizes, TextWriter output)
    {
        await output.WriteLineAsync("| people | follow-ups | due | digests | find ms | find again ms | claim, make and write down s | digests/s | reads a digest | writes a digest | card KB p50 / max | allocated KB a digest | peak MB |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var size in new[] { sizes.Tenth, sizes })
            await output.WriteLineAsync(await RowAsync(size));
    }

    private static async Task<string> RowAsync(DigestSizes sizes)
    {
        var folder = Directory.CreateTempSubdirectory("employercrm-benchmark-");
        var (clock, statements) = (new TestClock(DigestService.Morning), new StatementCount());
        var ids = new Ids(clock, new Random(3));
        var options = new StoreOptions { Provider = StoreProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(folder.FullName, "benchmark.db")}" };
        var store = await CrmStoreFactory.OpenAsync(options, new StoreParts(clock, ids, NullLoggerFactory.Instance) { Recorder = statements }, CancellationToken.None);
        await new DigestService(store, ids, sizes).FillAsync();

        var (london, fidelity) = (new LondonClock(clock), new FidelityOptions());
        var job = new MorningDigests(new PeopleSwept(store, london, ids, fidelity.Holidays));
        var find = await TimedAsync(() => job.RunAsync(new JobRunContext(DigestService.Morning), CancellationToken.None));
        var again = await TimedAsync(() => job.RunAsync(new JobRunContext(DigestService.Morning), CancellationToken.None));

        var message = new DigestMessage(new Core.Digest.Digests(store, london, new ScheduleBook(fidelity.Holidays, ClientLists.Default), fidelity), store, london);
        var channel = new MadeOnly(store, message);
        var dispatcher = new OutboxDispatcher(store, [channel], clock, ids, new OutboxOptions { TeamsPerSecond = 0 }, new NoObserver());
        statements.Reset();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var make = await TimedAsync(() => dispatcher.RunAsync(CancellationToken.None));
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        using var process = Process.GetCurrentProcess();
        var (peak, made) = (process.PeakWorkingSet64, channel.Bytes.Count);
        await store.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        var bytes = channel.Bytes.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {sizes.People:N0} | {sizes.FollowUps:N0} | {sizes.Due:N0} | {made:N0} | {find.TotalMilliseconds:F0} | {again.TotalMilliseconds:F0} | {make.TotalSeconds:F2} | {made / make.TotalSeconds:N0} | {(double)statements.Reads / made:F1} | {(double)statements.Writes / made:F1} | {bytes[made / 2] / 1024.0:F1} / {bytes[^1] / 1024.0:F1} | {allocated / 1024.0 / made:F0} | {peak / 1048576.0:F0} |");
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start);
    }
}
