namespace EmployerCrm.Core.Engagement;

/// <summary>How much evidence of each kind there is; negative numbers take back.</summary>
public sealed record EvidenceCounts
{
    public static readonly EvidenceCounts None = new();

    public int Visits { get; init; }

    public int OtherContacts { get; init; }

    public int DecisionMakers { get; init; }

    public int Needs { get; init; }

    public int Openings { get; init; }

    public int Placements { get; init; }

    public int SustainedPlacements { get; init; }

    public int this[EvidenceKind kind] => kind switch
    {
        EvidenceKind.Visit => Visits,
        EvidenceKind.OtherContact => OtherContacts,
        EvidenceKind.DecisionMaker => DecisionMakers,
        EvidenceKind.Needs => Needs,
        EvidenceKind.Opening => Openings,
        EvidenceKind.Placement => Placements,
        EvidenceKind.SustainedPlacement => SustainedPlacements,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static EvidenceCounts operator +(EvidenceCounts left, EvidenceCounts right) => Add(left, right);

    public static EvidenceCounts operator -(EvidenceCounts left, EvidenceCounts right) => Subtract(left, right);

    /// <summary>One of a kind, or so many.</summary>
    public static EvidenceCounts Of(EvidenceKind kind, int count = 1) => kind switch
    {
        EvidenceKind.Visit => new EvidenceCounts { Visits = count },
        EvidenceKind.OtherContact => new EvidenceCounts { OtherContacts = count },
        EvidenceKind.DecisionMaker => new EvidenceCounts { DecisionMakers = count },
        EvidenceKind.Needs => new EvidenceCounts { Needs = count },
        EvidenceKind.Opening => new EvidenceCounts { Openings = count },
        EvidenceKind.Placement => new EvidenceCounts { Placements = count },
        EvidenceKind.SustainedPlacement => new EvidenceCounts { SustainedPlacements = count },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static EvidenceCounts Add(EvidenceCounts left, EvidenceCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new EvidenceCounts
        {
            Visits = left.Visits + right.Visits,
            OtherContacts = left.OtherContacts + right.OtherContacts,
            DecisionMakers = left.DecisionMakers + right.DecisionMakers,
            Needs = left.Needs + right.Needs,
            Openings = left.Openings + right.Openings,
            Placements = left.Placements + right.Placements,
            SustainedPlacements = left.SustainedPlacements + right.SustainedPlacements,
        };
    }

    public static EvidenceCounts Subtract(EvidenceCounts left, EvidenceCounts right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return Add(left, new EvidenceCounts
        {
            Visits = -right.Visits,
            OtherContacts = -right.OtherContacts,
            DecisionMakers = -right.DecisionMakers,
            Needs = -right.Needs,
            Openings = -right.Openings,
            Placements = -right.Placements,
            SustainedPlacements = -right.SustainedPlacements,
        });
    }
}
