using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>Where the time of a turn goes, one turn at a time so that nothing waits for another turn, and what a turn allocates.</summary>
internal static class SharesBenchmark
{
    public static async Task RunAsync(TurnsOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("employercrm-shares-");
        try
        {
            var database = Path.Combine(folder.FullName, "employercrm.db");
            var cast = await Cast.OnStageAsync($"Data Source=\"{database}\"", options.Specialists, options.Employers);
            await using var sink = await ConnectorSink.OpenAsync();
            await using var server = await ServerProcess.StartAsync(
                "dotnet",
                port => [Assembly.GetExecutingAssembly().Location, "measured-host", $"--urls=http://127.0.0.1:{port}"],
                OurHost.Settings(database),
                OurHost.Folder,
                "healthz/ready");
            using var load = new Load(new Messages(cast, sink.ServiceUrl), null);
            await TurnsBenchmark.WarmUpAsync(new Contestant(Programs.Ours, database, server, load), options, output);
            var shares = new List<Shares>();
            for (var round = 0; round < options.Rounds; round++)
                shares.Add(await MeasureAsync(server, load, options));
            await output.WriteLineAsync(Table(shares.OrderBy(each => each.Whole).ElementAt(shares.Count / 2)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Shares> MeasureAsync(ServerProcess server, Load load, TurnsOptions options)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var before = (await client.GetFromJsonAsync<Sums>(MeasuredHost.SumsPath))!;
        var (cpu, start) = (server.Cpu, Stopwatch.GetTimestamp());
        var round = await load.RunAsync(server, 1, options.Round);
        var (whole, used) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds / round.Turns, (server.Cpu - cpu).TotalMilliseconds / round.Turns);
        var after = (await client.GetFromJsonAsync<Sums>(MeasuredHost.SumsPath))!;
        return new Shares(whole, used, round.Turns, before, after);
    }

    private static string Table(Shares shares) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        | of a turn, one at a time | ms | % |
        |---|---|---|
        | HTTP, sockets and the load itself | {Row(shares, shares.Whole - shares.Of(sums => sums.Requests))}
        | front door: JSON, authentication, the conversation's queue | {Row(shares, shares.Of(sums => sums.Requests - sums.Turns))}
        | reading the line, rendering and writing the card | {Row(shares, shares.Of(sums => sums.Turns - sums.Reads - sums.Writes - sums.Replies))}
        | statements that read ({shares.Of(sums => sums.ReadCalls):F1} times, in one transaction) | {Row(shares, shares.Of(sums => sums.Reads))}
        | statements that write ({shares.Of(sums => sums.WriteCalls):F1} times, in a transaction) | {Row(shares, shares.Of(sums => sums.WriteBodies))}
        | commits, with the way to the writer and back | {Row(shares, shares.Of(sums => sums.Writes - sums.WriteBodies))}
        | reply to the connector | {Row(shares, shares.Of(sums => sums.Replies))}
        | whole | {Row(shares, shares.Whole)}

        Beside the turn, which does not wait for it: {shares.Of(sums => sums.Marks):F3} ms until its answer is marked as delivered.
        {shares.Of(sums => sums.Allocated) / 1024:F0} KB allocated and {shares.Cpu:F2} ms of processor time a turn.
        """);

    private static string Row(Shares shares, double milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F3} | {100 * milliseconds / shares.Whole:F0} |");

    private sealed record Shares(double Whole, double Cpu, int Turns, Sums Before, Sums After)
    {
        public double Of(Func<Sums, double> sum) => (sum(After) - sum(Before)) / Turns;
    }
}
