namespace EmployerCrm.Core.Outbox;

/// <summary>What the service says unasked.</summary>
public static class OutboxKinds
{
    public const string Digest = "digest";
    public const string VisitReminder = "visit-reminder";
    public const string VisitQuestion = "visit-question";
    public const string WrapUp = "wrap-up";
    public const string LeadSummary = "lead-summary";

    /// <summary>Says only that it arrived; an admin sends it to themself.</summary>
    public const string Probe = "probe";

    public static IReadOnlyList<string> All { get; } = [Digest, VisitReminder, VisitQuestion, WrapUp, LeadSummary, Probe];
}
