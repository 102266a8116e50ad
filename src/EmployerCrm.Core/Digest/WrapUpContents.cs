using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Digest;

/// <summary>A contact of which somebody should say whether it was as the service assumes.</summary>
/// <param name="Assumed">The fields that decide whether it counts and that nobody has stated.</param>
public sealed record ContactToConfirm(VisitSummary Visit, VisitFacts Facts, VisitFields Assumed);

/// <summary>What is left to say about a week at its end.</summary>
/// <param name="Unanswered">Plans of which nobody has said what became of them, the oldest first.</param>
/// <param name="Clients">References of the person's clients with whom no contact is recorded this week, those without one for longest first.</param>
/// <param name="Week">Null where the person does not want to see it.</param>
public sealed record WrapUpContents(
    DateOnly WeekStart, DateOnly Today, WeekProgress? Week, IReadOnlyList<VisitSummary> Unanswered, IReadOnlyList<ContactToConfirm> ToConfirm, IReadOnlyList<string> Clients);
