namespace EmployerCrm.Core.Outbox;

/// <summary>What the service says unasked.</summary>
public static class OutboxKinds
{
    public const string Digest = "digest";
    public const string VisitReminder = "visit-reminder";
    public const string VisitQuestion = "visit-question";
    public const string WrapUp = "wrap-up";
    public const string LeadSummary = "lead-summary";

    public static IReadOnlyList<string> All { get; } = [Digest, VisitReminder, VisitQuestion, WrapUp, LeadSummary];
}
