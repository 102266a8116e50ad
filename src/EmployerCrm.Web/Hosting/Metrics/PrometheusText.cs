using System.Globalization;
using System.Text;

namespace EmployerCrm.Web.Hosting.Metrics;

/// <summary>The text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4";

    /// <summary>Of families with one name, which the format does not allow, only the first is written.</summary>
    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families.GroupBy(family => family.Name, StringComparer.Ordinal).OrderBy(family => family.Key, StringComparer.Ordinal))
            Write(text, family.First());
        return text.ToString();
    }

    private static void Write(StringBuilder text, MetricFamily family)
    {
        text.Append("# HELP ").Append(family.Name).Append(' ').Append(family.Help.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n');
        text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Kind.ToString().ToLowerInvariant()).Append('\n');
        foreach (var (labels, series) in family.Series)
        {
            var (value, count, buckets) = series.Read();
            if (family.Kind is MetricKind.Histogram)
                WriteHistogram(text, family, labels, value, count, buckets);
            else
                WriteSample(text, family.Name, labels, value);
        }
    }

    private static void WriteHistogram(StringBuilder text, MetricFamily family, string labels, double sum, long count, long[] buckets)
    {
        var separator = labels.Length == 0 ? "" : ",";
        var soFar = 0L;
        for (var number = 0; number < buckets.Length; number++)
        {
            soFar += buckets[number];
            var bound = number < family.Bounds.Length ? Number(family.Bounds[number]) : "+Inf";
            WriteSample(text, family.Name + "_bucket", $"{labels}{separator}le=\"{bound}\"", soFar);
        }

        WriteSample(text, family.Name + "_sum", labels, sum);
        WriteSample(text, family.Name + "_count", labels, count);
    }

    private static void WriteSample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
