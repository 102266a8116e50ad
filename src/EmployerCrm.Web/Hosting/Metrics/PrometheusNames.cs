using System.Text;

namespace EmployerCrm.Web.Hosting.Metrics;

/// <summary>Names as Prometheus has them: letters, digits and underscores, the unit in words at the end, counters with <c>_total</c>.</summary>
internal static class PrometheusNames
{
    public static string OfFamily(string instrument, string? unit, MetricKind kind)
    {
        var name = OfLabel(instrument);
        if (UnitInWords(unit) is { } words && !name.EndsWith("_" + words, StringComparison.Ordinal))
            name += "_" + words;
        return kind is MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string OfLabel(string tag)
    {
        var name = new StringBuilder(tag.Length + 1);
        foreach (var letter in tag)
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>An annotation in braces ("{turn}") says what is counted and is no unit.</summary>
    private static string? UnitInWords(string? unit) => unit switch
    {
        null or "" or "1" or ['{', ..] => null,
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "%" => "percent",
        _ => OfLabel(unit),
    };
}
