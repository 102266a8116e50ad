using System.Diagnostics;

namespace EmployerCrm.Benchmarks;

/// <summary>Times of single calls.</summary>
internal sealed class Quantiles
{
    private readonly List<double> _milliseconds = [];

    public double Median => At(0.5);

    public double Percentile95 => At(0.95);

    public double Percentile99 => At(0.99);

    public async Task MeasureAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private double At(double share)
    {
        _milliseconds.Sort();
        return _milliseconds[(int)Math.Min(_milliseconds.Count - 1, share * _milliseconds.Count)];
    }
}
