using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace EmployerCrm.Web.Hosting.Metrics;

/// <summary>
/// Adds up what this host measures (and, of the runtime, what is read only when somebody asks) and writes it down as Prometheus reads it. It is here
/// because OpenTelemetry's exporter is not to be had from every registry this is built on.
/// </summary>
internal sealed class MetricsCollector(IMeterFactory meters) : IDisposable
{
    // Names of meters, or, with a dot at the end, the beginning of several. Of the framework's many, those that tell whether the host keeps up.
    private static readonly string[] OfThisHost = ["EmployerCrm.", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];
    private static readonly string[] OfTheProcess = ["System.Runtime"];

    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _writing = new();

    /// <summary>Listens from now on; what was measured before is not counted.</summary>
    public void Start()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsWanted(instrument.Meter) && MetricFamily.Of(instrument) is { } family && _families.TryAdd(instrument, family))
                listener.EnableMeasurementEvents(instrument, family);
        };
        _listener.MeasurementsCompleted = (instrument, _) => Forget(instrument);
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, family) => ((MetricFamily)family!).Record((double)value, tags));
        _listener.Start();
    }

    /// <summary>Everything as it is now, in the text format of Prometheus.</summary>
    public string Write()
    {
        lock (_writing)
        {
            foreach (var family in _families.Values)
                family.ForgetObserved();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_families.Values);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Forget(Instrument instrument) => _families.TryRemove(instrument, out _);

    private bool IsWanted(Meter meter) =>
        (ReferenceEquals(meter.Scope, meters) && Array.Exists(OfThisHost, name => Fits(name, meter.Name)))
        || (meter.Scope is null && Array.Exists(OfTheProcess, name => Fits(name, meter.Name)));

    private static bool Fits(string name, string meter) => name.EndsWith('.') ? meter.StartsWith(name, StringComparison.Ordinal) : meter == name;
}
