using System.Diagnostics.Metrics;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Bot;

/// <summary>What became of messages that were sent unasked, each time somebody tried to send one.</summary>
internal sealed class OutboxMetrics
{
    private readonly TimeProvider _time;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _wait;

    public OutboxMetrics(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(AnswerTelemetry.Name);
        _time = time;
        _messages = meter.CreateCounter<long>(
            OutboxTelemetry.Messages, "{message}", "Attempts to send a message of the outbox: sent, put off (tried again later), refused, in doubt (nobody knows), nothing left to say, or taken by another node.");
        _wait = meter.CreateHistogram<double>(
            OutboxTelemetry.Wait, "s", "How long a message waited from the moment it might have been sent.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 24 * 3600] });
        meter.CreateObservableGauge(OutboxTelemetry.Oldest, () => Facts?.Oldest.TotalSeconds ?? 0, "s", "How long the message waits that might have been sent first.");
        meter.CreateObservableGauge(OutboxTelemetry.Dead, () => Facts?.Dead ?? 0, "{message}", "Messages that were given up in the last day.");
        meter.CreateObservableGauge(OutboxTelemetry.InDoubt, () => Facts?.InDoubt ?? 0, "{message}", "Messages that came in doubt in the last day.");
    }

    /// <summary>As they were looked up last; null before.</summary>
    public OutboxFacts? Facts { get; set; }

    public void Ended(OutboxRow row, Delivery delivery)
    {
        Count(row.Kind, delivery switch
        {
            Delivery.Sent => "sent",
            Delivery.Nothing => "nothing",
            Delivery.Later => "later",
            Delivery.Refused => "refused",
            Delivery.InDoubt => "in_doubt",
            _ => "not_ours",
        });
        if (delivery is Delivery.Sent)
            _wait.Record(Math.Max(0, (_time.GetUtcNow() - row.NotBefore).TotalSeconds), new KeyValuePair<string, object?>(OutboxTelemetry.KindTag, row.Kind));
    }

    public void Lost(int rows) => _messages.Add(rows, new KeyValuePair<string, object?>(AnswerTelemetry.OutcomeTag, "in_doubt"));

    private void Count(string kind, string outcome) => _messages.Add(
        1, new KeyValuePair<string, object?>(OutboxTelemetry.KindTag, kind), new KeyValuePair<string, object?>(AnswerTelemetry.OutcomeTag, outcome));
}
