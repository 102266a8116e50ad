using System.Diagnostics.Metrics;

namespace EmployerCrm.Bot;

/// <summary>What became of stored answers, each time somebody tried to deliver one.</summary>
internal sealed class AnswerMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _answers = meters.Create(AnswerTelemetry.Name).CreateCounter<long>(
        AnswerTelemetry.Answers, "{answer}", "Attempts to deliver a stored answer: delivered, owed (tried again later), in doubt (nobody knows) or given up (its conversation is gone).");

    public void Delivered() => Count("delivered");

    public void Owed() => Count("owed");

    public void InDoubt() => Count("in_doubt");

    public void GivenUp() => Count("given_up");

    private void Count(string outcome) => _answers.Add(1, new KeyValuePair<string, object?>(AnswerTelemetry.OutcomeTag, outcome));
}
