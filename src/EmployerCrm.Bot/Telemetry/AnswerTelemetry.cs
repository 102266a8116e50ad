namespace EmployerCrm.Bot;

/// <summary>The names under which the bot's answers can be counted, all in this one place.</summary>
public static class AnswerTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "EmployerCrm.Bot";

    public const string Answers = "employercrm.answers";

    internal const string OutcomeTag = "employercrm.outcome";
}
