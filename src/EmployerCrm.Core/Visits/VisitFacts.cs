namespace EmployerCrm.Core.Visits;

/// <summary>What an employer contact was for.</summary>
public enum Purpose
{
    /// <summary>To say who we are and ask for an appointment.</summary>
    Introduce,

    /// <summary>To learn the business and what it needs, without a pitch.</summary>
    LearnNeeds,

    PresentCandidate,
    FollowUp,

    /// <summary>For a client who works there.</summary>
    InWorkSupport,

    /// <summary>For adjustments of a client who works there.</summary>
    Adjustments,
}

/// <summary>Who was reached at the employer.</summary>
public enum Reached
{
    DecisionMaker,
    OtherStaff,
    Nobody,
}

/// <summary>The fields of a contact that the service proposes where nobody states them.</summary>
[Flags]
public enum VisitFields
{
    None = 0,
    Purpose = 1,
    Reached = 2,
    ClientPresent = 4,
    ClientSpecific = 8,
    All = Purpose | Reached | ClientPresent | ClientSpecific,
}

/// <summary>What a contact holds beyond the line: what a fidelity reviewer asks about it, and how much of that somebody has stated.</summary>
public sealed record VisitFacts
{
    /// <summary>Nothing is known of the contact but that it was made.</summary>
    public static readonly VisitFacts Unknown = new()
    {
        Purpose = Purpose.FollowUp, Reached = Reached.OtherStaff, ClientPresent = false, ClientSpecific = false, Assumed = VisitFields.All,
    };

    public required Purpose Purpose { get; init; }

    public required Reached Reached { get; init; }

    /// <summary>Whether the client was there.</summary>
    public required bool ClientPresent { get; init; }

    /// <summary>Whether it was made for one client; else it was general.</summary>
    public required bool ClientSpecific { get; init; }

    /// <summary>Whether it was made on the basis of the client's preferences; null when that was not answered, and for a general contact.</summary>
    public bool? MatchesPreferences { get; init; }

    /// <summary>Which of the fields nobody has stated.</summary>
    public required VisitFields Assumed { get; init; }

    /// <summary>These with what somebody states, or confirms as it stands; what was assumed besides stays so.</summary>
    public VisitFacts With(StatedFacts stated, VisitFields confirmed = VisitFields.None)
    {
        ArgumentNullException.ThrowIfNull(stated);
        // Whoever says whether it matched a client's preferences, or that the client was there, speaks of one client.
        var specific = stated.ClientSpecific
            ?? (stated.MatchesPreferences is not null || ClientSpecific || (stated.ClientPresent == true && IsAssumed(VisitFields.ClientSpecific)));
        return new VisitFacts
        {
            Purpose = stated.Purpose ?? Purpose,
            Reached = stated.Reached ?? Reached,
            ClientPresent = stated.ClientPresent ?? ClientPresent,
            ClientSpecific = specific,
            MatchesPreferences = specific ? stated.MatchesPreferences ?? MatchesPreferences : null,
            Assumed = Assumed & ~confirmed & ~stated.Fields,
        };
    }

    public bool IsAssumed(VisitFields field) => (Assumed & field) != VisitFields.None;
}

/// <summary>What a person said of a contact: null for what was not said.</summary>
public sealed record StatedFacts
{
    public static readonly StatedFacts Nothing = new();

    public Purpose? Purpose { get; init; }

    public Reached? Reached { get; init; }

    public bool? ClientPresent { get; init; }

    public bool? ClientSpecific { get; init; }

    public bool? MatchesPreferences { get; init; }

    /// <summary>Which fields these settle.</summary>
    public VisitFields Fields =>
        (Purpose is null ? VisitFields.None : VisitFields.Purpose)
        | (Reached is null ? VisitFields.None : VisitFields.Reached)
        | (ClientPresent is null ? VisitFields.None : VisitFields.ClientPresent)
        | (ClientSpecific is null && MatchesPreferences is null ? VisitFields.None : VisitFields.ClientSpecific);

    /// <summary>What somebody has stated of a contact so far.</summary>
    public static StatedFacts Of(VisitFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new StatedFacts
        {
            Purpose = facts.IsAssumed(VisitFields.Purpose) ? null : facts.Purpose,
            Reached = facts.IsAssumed(VisitFields.Reached) ? null : facts.Reached,
            ClientPresent = facts.IsAssumed(VisitFields.ClientPresent) ? null : facts.ClientPresent,
            ClientSpecific = facts.IsAssumed(VisitFields.ClientSpecific) ? null : facts.ClientSpecific,
            MatchesPreferences = facts.MatchesPreferences,
        };
    }

    /// <summary>These, and where nothing was said the others.</summary>
    public StatedFacts Or(StatedFacts others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new StatedFacts
        {
            Purpose = Purpose ?? others.Purpose,
            Reached = Reached ?? others.Reached,
            ClientPresent = ClientPresent ?? others.ClientPresent,
            ClientSpecific = ClientSpecific ?? others.ClientSpecific,
            MatchesPreferences = ClientSpecific == false ? MatchesPreferences : MatchesPreferences ?? others.MatchesPreferences,
        };
    }
}
