using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Visits;

/// <summary>What the service knows about a contact without being told.</summary>
/// <param name="ReachedBefore">Earlier contacts of anybody in the service with the employer at which somebody was reached; more than two are not told apart.</param>
/// <param name="ClientNamed">Whether it names a client.</param>
/// <param name="ClientWorksThere">Whether that client has a job at the employer, or is about to start in one.</param>
/// <param name="ContactNamed">Whether it names a person at the employer.</param>
/// <param name="ContactRole">That person's role, where it is known.</param>
public sealed record ContactBackground(int ReachedBefore, bool ClientNamed, bool ClientWorksThere, bool ContactNamed, string? ContactRole);

/// <summary>
/// Fills in what was not said about a contact. What was said is never overruled; all else is assumed and marked so. The purpose follows the good
/// visit sequence: introduce yourself, learn the business, then come back, with a candidate where one is named.
/// </summary>
public static class ContactProposal
{
    // English and Welsh, as they stand in a role: "Rheolwr", "General Manager", "Head chef".
    private static readonly HashSet<string> DecisionMakers = new(
        [
            "manager", "manageress", "owner", "proprietor", "director", "head", "chief", "ceo", "md", "boss", "partner", "principal", "landlord", "landlady", "matron",
            "hr", "recruiter", "recruitment", "rheolwr", "rheolwraig", "perchennog", "cyfarwyddwr", "pennaeth",
        ],
        StringComparer.Ordinal);

    public static VisitFacts Of(StatedFacts stated, ContactBackground known)
    {
        ArgumentNullException.ThrowIfNull(stated);
        ArgumentNullException.ThrowIfNull(known);
        // Whoever says whether it matched a client's preferences speaks of one client.
        var specific = stated.ClientSpecific ?? (known.ClientNamed || stated.MatchesPreferences is not null ? true : null);
        var isSpecific = specific ?? stated.ClientPresent ?? false;
        return new VisitFacts
        {
            Purpose = stated.Purpose ?? PurposeOf(known),
            Reached = stated.Reached ?? (IsDecisionMaker(known.ContactRole) ? Reached.DecisionMaker : Reached.OtherStaff),
            ClientPresent = stated.ClientPresent ?? false,
            ClientSpecific = isSpecific,
            MatchesPreferences = isSpecific ? stated.MatchesPreferences : null,
            Assumed = VisitFields.All & ~stated.Fields & ~(known.ClientNamed ? VisitFields.ClientSpecific : VisitFields.None),
        };
    }

    /// <summary>Whether somebody with this role decides on hiring, as far as a role tells.</summary>
    public static bool IsDecisionMaker(string? role) => role is not null && FoldedText.Words(role).Any(DecisionMakers.Contains);

    private static Purpose PurposeOf(ContactBackground known) => known switch
    {
        { ClientNamed: true, ClientWorksThere: true } => Purpose.InWorkSupport,
        { ReachedBefore: 0 } => Purpose.Introduce,
        { ClientNamed: true } => Purpose.PresentCandidate,
        { ReachedBefore: 1 } => Purpose.LearnNeeds,
        _ => Purpose.FollowUp,
    };
}
