using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EmployerCrm.Store;

/// <summary>What is counted and timed of the writing. Times are in seconds.</summary>
internal sealed class StoreMetrics
{
    private readonly Meter _meter;
    private readonly Histogram<double> _writes;
    private readonly Histogram<long> _commits;
    private readonly Counter<long> _deadlocks;

    public StoreMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(StoreTelemetry.Name);
        _writes = _meter.CreateHistogram(
            StoreTelemetry.WriteDuration, "s", "How long a use case took to be written, its wait for the writer and the commit included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
        _commits = _meter.CreateHistogram(
            StoreTelemetry.CommitSize, "{use_case}", "Use cases that shared one commit.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64] });
        _deadlocks = _meter.CreateCounter<long>(StoreTelemetry.Deadlocks, "{deadlock}", "Use cases that were run again because of a deadlock.");
    }

    public async Task<T> MeasureAsync<T>(Func<Task<T>> write, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        using var span = StoreTelemetry.Source.StartActivity(StoreTelemetry.WriteSpan);
        try
        {
            var value = await write();
            _writes.Record(clock.GetElapsedTime(start).TotalSeconds);
            return value;
        }
        catch (Exception exception)
        {
            var type = exception.GetType().FullName;
            span?.SetTag(StoreTelemetry.ErrorTypeTag, type);
            span?.SetStatus(ActivityStatusCode.Error);
            _writes.Record(clock.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>(StoreTelemetry.ErrorTypeTag, type));
            throw;
        }
    }

    public void Committed(int useCases) => _commits.Record(useCases);

    public void Deadlock() => _deadlocks.Add(1);

    /// <summary>Use cases that wait for the writer, asked for whenever somebody looks.</summary>
    public void ObserveQueue(Func<int> length) =>
        _meter.CreateObservableUpDownCounter(StoreTelemetry.QueueLength, length, "{use_case}", "Use cases that wait for the writer.");
}
