using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>What was measured must have been done: every turn answered once, and every one of ours logged once.</summary>
internal static class TurnsCheck
{
    private const int MostShown = 10;
    private static readonly TimeSpan LongestMark = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static async Task<bool> RunAsync(IReadOnlyList<Contestant> contestants, ConnectorSink sink, TextWriter output)
    {
        var sent = contestants.SelectMany(contestant => contestant.Load.Sent.SelectMany(round => Enumerable.Range(round.First, round.Last - round.First + 1))).ToList();
        var notOnce = sent.Where(turn => sink.RepliesTo(turn) != 1).ToList();
        var ours = contestants.Where(contestant => contestant.Database is not null).Sum(contestant => contestant.Load.Sent.Sum(round => round.Last - round.First + 1));
        var (visits, delivered) = (0L, 0L);
        foreach (var database in contestants.Select(contestant => contestant.Database).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            visits += await CountAsync(database, "select count(*) from visits");
            await SettledAsync(database);
            delivered += await CountAsync(database, "select (select count(*) from received_activities) - (select count(*) from owed_answers)");
        }

        var right = notOnce.Count == 0 && sink.Strays == 0 && visits == ours && delivered == ours;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{sent.Count:N0} turns, {notOnce.Count} not answered exactly once, {sink.Strays} stray replies; of {ours:N0} turns of ours {visits:N0} visits are stored and {delivered:N0} answers marked as delivered: {(right ? "right" : "WRONG")}."));
        foreach (var turn in notOnce.Take(MostShown))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Turn {turn} was answered {sink.RepliesTo(turn)} times."));
        return right;
    }

    // A turn does not wait until its answer is marked as delivered, so the last marks may still be on their way. Those that do not come are missing from the count.
    private static async Task SettledAsync(string database)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < LongestMark && await CountAsync(database, "select count(*) from owed_answers") > 0;)
            await Task.Delay(BetweenLooks);
    }

    private static async Task<long> CountAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
