namespace EmployerCrm.Core.Engagement;

/// <summary>What shows how engaged an employer is.</summary>
public enum EvidenceKind
{
    /// <summary>A contact in person at which somebody was reached.</summary>
    Visit,

    /// <summary>A contact on another channel at which somebody was reached.</summary>
    OtherContact,

    /// <summary>A contact on any channel at which a decision-maker was reached.</summary>
    DecisionMaker,

    /// <summary>What the employer needs was learnt, at a contact or on its record.</summary>
    Needs,

    /// <summary>An opening that the employer shared.</summary>
    Opening,

    /// <summary>A client's start in a job there.</summary>
    Placement,

    /// <summary>A client's job there that has lasted (see <see cref="EngagementOptions.SustainedDays"/>).</summary>
    SustainedPlacement,
}

public static class EvidenceKinds
{
    public static readonly IReadOnlyList<EvidenceKind> All = Enum.GetValues<EvidenceKind>();

    /// <summary>Whether the records behind it are about clients: then they are shown to the clients' own team only.</summary>
    public static bool IsAboutClients(this EvidenceKind kind) => kind is EvidenceKind.Placement or EvidenceKind.SustainedPlacement;
}
