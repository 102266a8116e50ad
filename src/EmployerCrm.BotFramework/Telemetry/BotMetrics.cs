using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace EmployerCrm.BotFramework;

/// <summary>What is counted and timed on a turn's way in, through, and out. Times are in seconds.</summary>
internal sealed class BotMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly Meter _meter;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _turnDuration;
    private readonly Histogram<double> _turnWait;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _keyFetches;
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _callDuration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _inDoubt;
    private readonly Histogram<double> _limiterWait;

    public BotMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(BotTelemetry.Name);
        _turns = _meter.CreateCounter<long>(BotTelemetry.Turns, "{turn}", "Turns that ended.");
        _turnDuration = _meter.CreateHistogram(BotTelemetry.TurnDuration, "s", "How long the bot took over a turn.", advice: Seconds);
        _turnWait = _meter.CreateHistogram(BotTelemetry.TurnWait, "s", "How long a turn waited for the one before it in its conversation.", advice: Seconds);
        _refusals = _meter.CreateCounter<long>(BotTelemetry.Refusals, "{request}", "Callers turned away, by reason.");
        _unreadable = _meter.CreateCounter<long>(BotTelemetry.Unreadable, "{request}", "Authenticated requests whose body was no activity.");
        _keyFetches = _meter.CreateCounter<long>(BotTelemetry.KeyFetches, "{fetch}", "Fetches of the callers' signing keys.");
        _calls = _meter.CreateCounter<long>(BotTelemetry.ConnectorCalls, "{call}", "Calls to the connector, each counted once with its last status.");
        _callDuration = _meter.CreateHistogram(BotTelemetry.ConnectorDuration, "s", "How long a call to the connector took, with its repetitions.", advice: Seconds);
        _retries = _meter.CreateCounter<long>(BotTelemetry.ConnectorRetries, "{retry}", "Repeated calls to the connector, by the status that caused it.");
        _inDoubt = _meter.CreateCounter<long>(BotTelemetry.ConnectorInDoubt, "{call}", "Calls of which nobody knows whether the connector took them.");
        _limiterWait = _meter.CreateHistogram(BotTelemetry.LimiterWait, "s", "How long a send was held back so that the channel's limits hold.", advice: Seconds);
    }

    public void TurnEnded(Activity activity, TimeSpan elapsed, Exception? failure)
    {
        var tags = new TagList { { BotTelemetry.ActivityTypeTag, TelemetryTags.TypeOf(activity) } };
        if (TelemetryTags.InvokeNameOf(activity) is { } name)
        {
            tags.Add(BotTelemetry.InvokeNameTag, name);
        }

        if (failure is not null)
        {
            tags.Add(BotTelemetry.ErrorTypeTag, failure.GetType().FullName);
        }

        _turns.Add(1, tags);
        _turnDuration.Record(elapsed.TotalSeconds, tags);
    }

    public void TurnWaited(TimeSpan elapsed) => _turnWait.Record(elapsed.TotalSeconds);

    public void Refused(Refusal reason) => _refusals.Add(1, new KeyValuePair<string, object?>(BotTelemetry.ReasonTag, TelemetryTags.NameOf(reason)));

    public void Unreadable(int status) => _unreadable.Add(1, new KeyValuePair<string, object?>(BotTelemetry.StatusTag, TelemetryTags.NameOf((HttpStatusCode)status)));

    public void KeysFetched() => _keyFetches.Add(1);

    public void KeysNotFetched(Exception failure) =>
        _keyFetches.Add(1, new KeyValuePair<string, object?>(BotTelemetry.ErrorTypeTag, failure.GetType().FullName));

    public void ConnectorCalled(HttpMethod method, TimeSpan elapsed, HttpStatusCode? status, Exception? failure)
    {
        var tags = new TagList { { BotTelemetry.MethodTag, method.Method } };
        AddOutcome(ref tags, status, failure);
        _calls.Add(1, tags);
        _callDuration.Record(elapsed.TotalSeconds, tags);
    }

    public void ConnectorRetried(HttpStatusCode? status, Exception? failure)
    {
        var tags = new TagList();
        AddOutcome(ref tags, status, failure);
        _retries.Add(1, tags);
    }

    /// <summary>The connector may or may not have taken what was sent; it was not sent again.</summary>
    public void ConnectorInDoubt(HttpMethod method) => _inDoubt.Add(1, new KeyValuePair<string, object?>(BotTelemetry.MethodTag, method.Method));

    /// <summary>A send was let through after this wait; also call it with zero, so that the share that waited can be seen.</summary>
    public void LimiterWaited(TimeSpan elapsed) => _limiterWait.Record(elapsed.TotalSeconds);

    /// <summary>Sends that are held back now, asked for whenever somebody looks.</summary>
    public void ObserveLimiter(Func<int> waiting) =>
        _meter.CreateObservableUpDownCounter(BotTelemetry.LimiterWaiting, waiting, "{send}", "Sends held back now so that the channel's limits hold.");

    /// <summary>Turns that run or wait, asked for whenever somebody looks.</summary>
    public void ObserveQueue(Func<int> length) =>
        _meter.CreateObservableUpDownCounter(BotTelemetry.QueueLength, length, "{turn}", "Turns that run or wait for the one before them in their conversation.");

    private static void AddOutcome(ref TagList tags, HttpStatusCode? status, Exception? failure)
    {
        if (status is { } known)
        {
            tags.Add(BotTelemetry.StatusTag, TelemetryTags.NameOf(known));
        }
        else if (failure is not null)
        {
            tags.Add(BotTelemetry.ErrorTypeTag, failure.GetType().FullName);
        }
    }
}
