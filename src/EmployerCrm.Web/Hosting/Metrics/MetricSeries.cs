namespace EmployerCrm.Web.Hosting.Metrics;

/// <summary>The numbers under one set of labels.</summary>
internal sealed class MetricSeries(int bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = bounds == 0 ? [] : new long[bounds + 1];
    private double _value;
    private long _count;

    public void Set(double value)
    {
        lock (_lock)
        {
            _value = value;
        }
    }

    public void Add(double value)
    {
        lock (_lock)
        {
            _value += value;
        }
    }

    /// <summary>A bucket's bound belongs to the bucket.</summary>
    public void Observe(double value, double[] upperBounds)
    {
        var found = Array.BinarySearch(upperBounds, value);
        lock (_lock)
        {
            _buckets[found < 0 ? ~found : found]++;
            _count++;
            _value += value;
        }
    }

    /// <summary>The value (of a histogram the sum), the number of observations, and those of each bucket alone, all of one moment.</summary>
    public (double Value, long Count, long[] Buckets) Read()
    {
        lock (_lock)
        {
            return (_value, _count, [.. _buckets]);
        }
    }
}
