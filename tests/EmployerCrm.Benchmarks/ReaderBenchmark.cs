using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Benchmarks;

/// <summary>
/// Reading whole lines: the reader with a directory in memory, and the same lines through the store on disk as in chat, whose look-up is the peer.
/// </summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 20;

    public static async Task RunAsync(TextWriter output)
    {
        await using var store = await BenchmarkStore.OpenAsync();
        using var directory = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "directory.json")));
        await store.AddAsync(directory.RootElement.GetProperty("employers").EnumerateArray().Select(employer => (
            employer.GetProperty("name").GetString()!, employer.GetProperty("town").GetString()!,
            (IReadOnlyList<(string, string)>)[.. employer.GetProperty("contacts").EnumerateArray().Select(contact => (contact.GetProperty("name").GetString()!, contact.GetProperty("role").GetString()!))])));

        var lines = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "lines.jsonl"))).Where(line => line.Length > 0).Select(Line).ToList();
        var stored = new ReadingDirectory(store.Store, store.Actor);
        var remembered = await RememberedDirectory.OfAsync(stored, lines.Select(line => line.Text));

        await output.WriteLineAsync("| lines | lines a second | µs a line | KB allocated a line |");
        await output.WriteLineAsync("|---|---|---|---|");
        var alone = await MeasureAsync(new LineReader(remembered), lines, "the reader, look-ups remembered", output);
        var whole = await MeasureAsync(new LineReader(stored), lines, "the reader with look-ups in the store", output);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nOf the time of a line in chat {100 * alone / whole:F0} % is reading, the rest is look-up."));
    }

    /// <summary>Microseconds a line.</summary>
    private static async Task<double> MeasureAsync(LineReader reader, List<(string Text, DateTime Now)> lines, string name, TextWriter output)
    {
        foreach (var (text, now) in lines)
            await reader.ReadAsync(text, now, CancellationToken.None);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (text, now) in lines)
                await reader.ReadAsync(text, now, CancellationToken.None);
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        var count = Rounds * lines.Count;
        var kilobytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / count;
        var microseconds = elapsed.TotalMicroseconds / count;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {name} | {count / elapsed.TotalSeconds:F0} | {microseconds:F0} | {kilobytes:F1} |"));
        return microseconds;
    }

    private static (string Text, DateTime Now) Line(string json)
    {
        using var line = JsonDocument.Parse(json);
        return (line.RootElement.GetProperty("text").GetString()!, DateTime.Parse(line.RootElement.GetProperty("now").GetString()!, CultureInfo.InvariantCulture));
    }
}

/// <summary>The answers of a directory by the keys asked, so that a second reading of the same lines looks nothing up.</summary>
internal sealed class RememberedDirectory(IReadingDirectory directory) : IReadingDirectory
{
    private readonly Dictionary<string, IReadOnlyList<DirectoryEmployer>> _answers = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _references;

    public static async Task<RememberedDirectory> OfAsync(IReadingDirectory directory, IEnumerable<string> lines)
    {
        var remembered = new RememberedDirectory(directory);
        foreach (var line in lines)
            await new LineReader(remembered).ReadAsync(line, DateTime.UnixEpoch, CancellationToken.None);
        return remembered;
    }

    public async Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var asked = string.Join(' ', keys);
        if (!_answers.TryGetValue(asked, out var answer))
            _answers[asked] = answer = await directory.EmployersWithKeysAsync(keys, cancellationToken);
        return answer;
    }

    public async Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken) =>
        _references ??= await directory.ClientReferencesAsync(cancellationToken);
}
