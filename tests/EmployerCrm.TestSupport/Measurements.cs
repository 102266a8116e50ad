using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace EmployerCrm.TestSupport;

/// <summary>Everything one host measures: the meters that its factory made, nobody else's.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measurement> _seen = new();

    public Measurements(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Measurement> All => [.. _seen];

    /// <summary>What was counted or timed under a name, each as its value and its tags: <c>1 reason=Expired</c>.</summary>
    public IReadOnlyList<string> Of(string name) => [.. _seen.Where(one => one.Name == name).Select(one => $"{one.Value} {one.Tags}".TrimEnd())];

    /// <summary>The tags alone, for what is timed.</summary>
    public IReadOnlyList<string> TagsOf(string name) => [.. _seen.Where(one => one.Name == name).Select(one => one.Tags)];

    /// <summary>Asks the instruments that are only read when somebody looks.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Enqueue(new Measurement(instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}

/// <summary>One value that was measured; its tags as <c>name=value</c>, with a space between.</summary>
public sealed record Measurement(string Name, double Value, string Tags);
