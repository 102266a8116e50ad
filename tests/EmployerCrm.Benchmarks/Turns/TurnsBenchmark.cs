using System.Diagnostics;
using System.Globalization;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>
/// Whole turns: the real host in Release on a SQLite file, logging a visit durably and answering with a card, beside (a) an empty echo bot on the genuine
/// Bot Framework SDK and (b) a bare echo. Each is a process of its own on this machine; the load and the connector are this process, the same for all.
/// Rounds alternate between the programs, so that a busy machine changes all of them, and the median round counts.
/// </summary>
internal static class TurnsBenchmark
{
    private const int LeastTurns = 5_000;

    public static async Task<int> RunAsync(TurnsOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("employercrm-turns-");
        try
        {
            return await RunAsync(options, folder.FullName, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(TurnsOptions options, string folder, TextWriter output)
    {
        var database = Path.Combine(folder, "employercrm.db");
        var cast = await Cast.OnStageAsync($"Data Source=\"{database}\"", options.Specialists, options.Employers);
        await using var sink = await ConnectorSink.OpenAsync();
        await using var programs = await Programs.StartAsync(options, database, sink.ServiceUrl, cast);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{options.Specialists} specialists, {options.Employers:N0} employers, {cast.Said.Count:N0} lines; {Environment.ProcessorCount} processors; the median of {options.Rounds} rounds of {options.Round.TotalSeconds} s\n"));

        foreach (var contestant in programs.Contestants)
            await WarmUpAsync(contestant, options, output);

        await output.WriteLineAsync("\n" + TurnsTable.Head);
        foreach (var atATime in options.AtATime)
            await output.WriteAsync(TurnsTable.Rows(atATime, await ContestAsync(programs.Contestants, atATime, options)));
        return await TurnsCheck.RunAsync(programs.Contestants, sink, output) ? 0 : 1;
    }

    /// <summary>The runtimes compile what runs often, in several steps; a program is warm when its turns have stopped getting cheaper.</summary>
    public static async Task WarmUpAsync(Contestant contestant, TurnsOptions options, TextWriter output)
    {
        var (least, unchanged, turns, start) = (double.MaxValue, 0, 0, Stopwatch.GetTimestamp());
        while ((unchanged < 3 || turns < LeastTurns) && Stopwatch.GetElapsedTime(start) < options.WarmUp)
        {
            var round = await contestant.Load.RunAsync(contestant.Server, 16, TimeSpan.FromSeconds(2));
            turns += round.Turns;
            unchanged = round.CpuPerTurn > 0.97 * least ? unchanged + 1 : 0;
            least = Math.Min(least, round.CpuPerTurn);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{contestant.Name}: warm after {turns:N0} turns, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s."));
    }

    private static async Task<List<(Contestant Contestant, List<Round> Rounds)>> ContestAsync(IReadOnlyList<Contestant> contestants, int atATime, TurnsOptions options)
    {
        var results = contestants.Select(contestant => (Contestant: contestant, Rounds: new List<Round>())).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var (contestant, rounds) in results)
                rounds.Add(await contestant.Load.RunAsync(contestant.Server, atATime, options.Round));
        }

        return results;
    }
}
