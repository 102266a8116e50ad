using System.Globalization;
using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Tests.Metrics;

/// <summary>A strict reader of Prometheus' text format: what a collector would refuse, or would take for something else, fails the test.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);

    public Exposition(string text)
    {
        Assert.True(text.Length == 0 || text.EndsWith('\n'), "The last line does not end.");
        string? family = null;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
                Assert.Matches(Help(), line);
            else if (Kind().Match(line) is { Success: true } kind)
                Assert.True(_kinds.TryAdd(family = kind.Groups["name"].Value, kind.Groups["kind"].Value), $"{family} comes twice.");
            else
                Add(line, family);
        }

        foreach (var (name, kind) in _kinds)
            Assert.False(kind == "counter" && !name.EndsWith("_total", StringComparison.Ordinal), $"{name} is a counter.");
        CheckHistograms();
    }

    public IReadOnlyDictionary<string, string> Kinds => _kinds;

    /// <summary>Name and labels as they are written, with the value.</summary>
    public IReadOnlyDictionary<string, double> Samples => _samples;

    private void Add(string line, string? family)
    {
        var sample = Sample().Match(line);
        Assert.True(sample.Success, "Not a sample: " + line);
        var name = sample.Groups["name"].Value;
        Assert.True(family is not null && (name == family || (_kinds[family] == "histogram" && Suffix().Replace(name, "") == family)), $"{name} stands under {family}.");
        var labels = Label().Matches(sample.Groups["labels"].Value).Select(label => label.Groups["name"].Value).ToList();
        Assert.Equal(labels.Distinct(), labels);
        Assert.True(_samples.TryAdd(name + sample.Groups["labels"].Value, Number(sample.Groups["value"].Value)), "Comes twice: " + line);
    }

    private void CheckHistograms()
    {
        foreach (var family in _kinds.Where(kind => kind.Value == "histogram").Select(kind => kind.Key))
        {
            var series = _samples.Keys.Where(key => Bound().IsMatch(key) && key.StartsWith(family + "_bucket{", StringComparison.Ordinal)).GroupBy(key => Bound().Replace(key, "")).ToList();
            foreach (var buckets in series)
            {
                var bounds = buckets.Select(key => Number(Bound().Match(key).Groups["le"].Value)).ToList();
                var counts = buckets.Select(key => _samples[key]).ToList();
                Assert.Equal(bounds.Order(), bounds);
                Assert.Equal(counts.Order(), counts);
                Assert.Equal(double.PositiveInfinity, bounds[^1]);
                var labels = buckets.Key[(family + "_bucket").Length..].Replace("{}", "", StringComparison.Ordinal);
                Assert.Equal(counts[^1], _samples[family + "_count" + labels]);
                Assert.Contains(family + "_sum" + labels, _samples.Keys);
            }
        }
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^# HELP [a-zA-Z_:][a-zA-Z0-9_:]* ([^\\]|\\\\|\\n)*$")]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<kind>counter|gauge|histogram)$")]
    private static partial Regex Kind();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\"|\\n)*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\\\|\\"|\\n)*")*\})? (?<value>[-+]?([0-9.]+([eE][-+]?[0-9]+)?|Inf)|NaN)$""")]
    private static partial Regex Sample();

    [GeneratedRegex(""""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?:[^"\\]|\\.)*(?=")"""")]
    private static partial Regex Label();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(",?le=\"(?<le>[^\"]+)\"")]
    private static partial Regex Bound();
}
