using System.Diagnostics.Metrics;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Bot;

/// <summary>What became of messages that were sent unasked, each time somebody tried to send one.</summary>
internal sealed class OutboxMetrics(IMeterFactory meters, TimeProvider time)
{
    private readonly Counter<long> _messages = meters.Create(AnswerTelemetry.Name).CreateCounter<long>(
        OutboxTelemetry.Messages, "{message}", "Attempts to send a message of the outbox: sent, put off (tried again later), refused, in doubt (nobody knows), nothing left to say, or taken by another node.");

    private readonly Histogram<double> _wait = meters.Create(AnswerTelemetry.Name).CreateHistogram<double>(
        OutboxTelemetry.Wait, "s", "How long a message waited from the moment it might have been sent.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 24 * 3600] });

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
            _wait.Record(Math.Max(0, (time.GetUtcNow() - row.NotBefore).TotalSeconds), new KeyValuePair<string, object?>(OutboxTelemetry.KindTag, row.Kind));
    }

    public void Lost(int rows) => _messages.Add(rows, new KeyValuePair<string, object?>(AnswerTelemetry.OutcomeTag, "in_doubt"));

    private void Count(string kind, string outcome) => _messages.Add(
        1, new KeyValuePair<string, object?>(OutboxTelemetry.KindTag, kind), new KeyValuePair<string, object?>(AnswerTelemetry.OutcomeTag, outcome));
}
