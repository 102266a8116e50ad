using System.Globalization;
using System.Text;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>The results as a Markdown table; every figure is the median of the rounds.</summary>
internal static class TurnsTable
{
    public const string Head = """
        | at a time | | turns/s | p50 ms | p99 ms | CPU ms a turn | ÷ (a) | ÷ (b) |
        |---|---|---|---|---|---|---|---|
        """;

    public static string Rows(int atATime, IReadOnlyList<(Contestant Contestant, List<Round> Rounds)> results)
    {
        var rows = new StringBuilder();
        foreach (var (contestant, rounds) in results)
        {
            rows.AppendLine(CultureInfo.InvariantCulture, $"""
                | {atATime} | {contestant.Name} | {Median(rounds, round => round.PerSecond):N0} | {Median(rounds, round => round.Median):F2} | {Median(rounds, round => round.Percentile99):F2} | {Median(rounds, round => round.CpuPerTurn):F2} | {Ratio(rounds, Programs.Sdk)} | {Ratio(rounds, Programs.Bare)} |
                """);
        }

        return rows.ToString();

        // Round by round, so that what slowed the machine down for a while slowed both.
        string Ratio(List<Round> rounds, string peer) =>
            results.FirstOrDefault(result => result.Contestant.Name == peer) is { Rounds: { } theirs }
                ? Median(rounds.Zip(theirs, (our, their) => our.PerSecond / their.PerSecond), ratio => ratio).ToString("F2", CultureInfo.InvariantCulture)
                : "–";
    }

    private static double Median<T>(IEnumerable<T> rounds, Func<T, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
