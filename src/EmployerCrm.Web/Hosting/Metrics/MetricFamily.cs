using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace EmployerCrm.Web.Hosting.Metrics;

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One instrument with its series, one for each set of labels.</summary>
internal sealed class MetricFamily
{
    /// <summary>More sets of labels than this are a mistake; what comes on top is added up in one series that says so.</summary>
    public const int MostSeries = 2000;

    private const string Overflow = "otel_metric_overflow=\"true\"";

    // In seconds; for a histogram that does not say what suits it.
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MetricSeries>.AlternateLookup<ReadOnlySpan<char>> _byLabels;
    private readonly bool _isObserved;
    private readonly bool _isTotal;

    private MetricFamily(Instrument instrument, MetricKind kind, bool isTotal, double[] bounds)
    {
        (Kind, _isTotal, Bounds) = (kind, isTotal, bounds);
        _isObserved = instrument.IsObservable;
        _byLabels = _series.GetAlternateLookup<ReadOnlySpan<char>>();
        Name = PrometheusNames.OfFamily(instrument.Name, instrument.Unit, kind);
        Help = instrument.Description ?? "";
    }

    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    /// <summary>The upper bounds of a histogram's buckets, ascending, without the last, infinite one.</summary>
    public double[] Bounds { get; }

    /// <summary>The series by their labels as they are written, in the order of the alphabet.</summary>
    public IEnumerable<(string Labels, MetricSeries Series)> Series =>
        _series.OrderBy(series => series.Key, StringComparer.Ordinal).Select(series => (series.Key, series.Value));

    /// <summary>Null for a kind of instrument that this does not know.</summary>
    public static MetricFamily? Of(Instrument instrument)
    {
        var type = instrument.GetType();
        var kind = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (kind == typeof(Histogram<>))
            return new MetricFamily(instrument, MetricKind.Histogram, isTotal: false, BoundsOf(instrument));
        if (kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>))
            return new MetricFamily(instrument, MetricKind.Counter, isTotal: instrument.IsObservable, []);
        if (kind == typeof(UpDownCounter<>))
            return new MetricFamily(instrument, MetricKind.Gauge, isTotal: false, []);
        return kind == typeof(Gauge<>) || kind == typeof(ObservableGauge<>) || kind == typeof(ObservableUpDownCounter<>)
            ? new MetricFamily(instrument, MetricKind.Gauge, isTotal: true, [])
            : null;
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = SeriesOf(PrometheusLabels.Write(tags));
        if (Kind is MetricKind.Histogram)
            series.Observe(value, Bounds);
        else if (_isTotal)
            series.Set(value);
        else
            series.Add(value);
    }

    /// <summary>What is read only when somebody asks says each time which series there are.</summary>
    public void ForgetObserved()
    {
        if (_isObserved)
            _series.Clear();
    }

    private MetricSeries SeriesOf(ReadOnlySpan<char> labels)
    {
        if (_byLabels.TryGetValue(labels, out var known))
            return known;
        var key = _series.Count < MostSeries ? labels.ToString() : Overflow;
        return _series.GetOrAdd(key, static (_, bounds) => new MetricSeries(bounds.Length), Bounds);
    }

    private static double[] BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => UsualBounds,
    };
}
