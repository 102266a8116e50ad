namespace EmployerCrm.Bot;

/// <summary>The names under which messages of the outbox can be counted; they belong to the meter of <see cref="AnswerTelemetry"/>.</summary>
public static class OutboxTelemetry
{
    public const string Messages = "employercrm.outbox.messages";

    public const string Wait = "employercrm.outbox.wait";

    public const string Oldest = "employercrm.outbox.oldest";

    public const string Dead = "employercrm.outbox.dead";

    public const string InDoubt = "employercrm.outbox.in_doubt";

    internal const string KindTag = "employercrm.kind";
}
