using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Visits;

/// <summary>
/// The fields of a visit as a person corrected them; all of them, so that an emptied field is emptied. Employer, client and the facts of the contact
/// stay as they are where they are left out.
/// </summary>
public sealed record ChangeVisit
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The right employer, where it was recorded at another; null when it stays.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>As issued, "JS12"; empty for no client, null when it stays.</summary>
    public string? ClientReference { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }

    public string? ContactName { get; init; }

    public string? Notes { get; init; }

    /// <summary>What the person states of purpose, who was reached and the client; the rest stays, or is proposed again where employer, client or contact changed.</summary>
    public StatedFacts Stated { get; init; } = StatedFacts.Nothing;

    public PromisedStep? Next { get; init; }

    /// <summary>The edited line that this carries out; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}
