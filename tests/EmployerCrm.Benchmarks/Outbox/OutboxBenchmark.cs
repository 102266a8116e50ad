using System.Diagnostics;
using System.Globalization;
using EmployerCrm.Core;

namespace EmployerCrm.Benchmarks.Outbox;

/// <summary>How near the outbox comes to the rate it may send at, with a connector that is busy now and then, beside a bare loop in the same run.</summary>
internal static class OutboxBenchmark
{
    public static async Task RunAsync(MessagesRun run, TextWriter output)
    {
        await using var connector = await BusyConnector.OpenAsync();
        await output.WriteLineAsync($"{run.Rows:N0} messages to {run.People:N0} people; 5 % of the calls are answered 429 and 1 % 503.\n");
        await output.WriteLineAsync("| allowed a second | | seconds | messages/s | of the allowed | calls |");
        await output.WriteLineAsync("|---|---|---|---|---|---|");
        foreach (var perSecond in run.PerSecond)
        {
            var ours = await OursAsync(run, perSecond, connector);
            await WriteAsync(output, run, perSecond, "outbox", ours, connector);
            connector.Restart();
            var bare = await TimeAsync(() => BareLoop.SendAsync(run, perSecond, connector.ServiceUrl));
            await WriteAsync(output, run, perSecond, "bare loop", bare, connector);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| | outbox ÷ bare loop | | {bare / ours:F2} | | |"));
        }
    }

    private static async Task<double> OursAsync(MessagesRun run, int perSecond, BusyConnector connector)
    {
        await using var store = await BenchmarkStore.OpenAsync();
        var ids = new Ids(TimeProvider.System, new Random(7));
        await OurOutbox.FillAsync(store, ids, run, connector.ServiceUrl);
        connector.Restart();
        return await TimeAsync(() => OurOutbox.SendAsync(store, ids, run.Rows, perSecond));
    }

    private static async Task<double> TimeAsync(Func<Task> send)
    {
        var start = Stopwatch.GetTimestamp();
        await send();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task WriteAsync(TextWriter output, MessagesRun run, int perSecond, string who, double seconds, BusyConnector connector)
    {
        if (connector.Taken != run.Rows)
            throw new InvalidOperationException($"{who}: {connector.Taken} of {run.Rows} messages were taken.");
        var rate = run.Rows / seconds;
        var share = perSecond == 0 ? "–" : (rate / perSecond).ToString("P1", CultureInfo.InvariantCulture);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"| {(perSecond == 0 ? "no limit" : perSecond)} | {who} | {seconds:F1} | {rate:N0} | {share} | {connector.Calls:N0} |"));
    }
}
