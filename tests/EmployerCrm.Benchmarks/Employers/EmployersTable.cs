using System.Globalization;

namespace EmployerCrm.Benchmarks.Employers;

/// <summary>What was measured, a line for each thing that people do and a column for each size.</summary>
internal sealed class EmployersTable
{
    private readonly List<Cell> _cells = [];

    public void Add(string what, int employers, Quantiles ours, Quantiles peer, double? found) =>
        _cells.Add(new Cell(what, employers, ours.Percentile95, peer.Percentile95, found));

    public async Task WriteAsync(TextWriter output)
    {
        var sizes = _cells.Select(cell => cell.Employers).Distinct().Order().ToList();
        await output.WriteLineAsync($"| | {string.Join(" | ", sizes.Select(size => Text($"{size:N0}: p95 ms (peer, ratio)")))} | growth of p95 | of the peer | found |");
        await output.WriteLineAsync($"|---|{string.Concat(sizes.Select(_ => "---|"))}---|---|---|");
        foreach (var line in _cells.GroupBy(cell => cell.What))
        {
            var cells = line.OrderBy(cell => cell.Employers).ToList();
            var (first, last) = (cells[0], cells[^1]);
            await output.WriteLineAsync(Text(
                $"| {line.Key} | {string.Join(" | ", cells.Select(cell => Text($"{cell.Ours:F1} ({cell.Peer:F1}, {cell.Peer / cell.Ours:F1}x)")))} | {last.Ours / first.Ours:F1}x | {last.Peer / first.Peer:F1}x | {(last.Found is { } found ? Text($"{found:F0} %") : "")} |"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>One thing at one size.</summary>
    /// <param name="Found">How often, in per cent, the employer meant was among the first ten.</param>
    private sealed record Cell(string What, int Employers, double Ours, double Peer, double? Found);
}
