using System.Collections.Immutable;

namespace EmployerCrm.Core.Engagement;

/// <summary>
/// What makes a level. The five steps are those of the published tracker (S): 1 cold call, fair, listing; 2 met once or twice, or one hire; 3 regular involvement
/// and hiring; 4 responsive, gives feedback; 5 constant: hires again and supports the programme. How many contacts that takes, and for how long they count, the
/// tracker leaves open (R): hence settings.
/// </summary>
public sealed record EngagementOptions
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>Days after which a job counts as sustained (S: dashboards in use show 90-day retention).</summary>
    public int SustainedDays { get; init; } = 90;

    /// <summary>Each so many months without any evidence cost one level (R).</summary>
    public int SilenceMonths { get; init; } = 6;

    /// <summary>The longest time, in months, for which a team lead may set a level by hand (R).</summary>
    public int LongestOverrideMonths { get; init; } = 12;

    /// <summary>
    /// For how many months each kind counts. Contacts and openings a year (R), what was learnt two (R); hires in this year and the three before are repeat
    /// business (S).
    /// </summary>
    public ImmutableDictionary<EvidenceKind, int> WindowMonths { get; init; } = ImmutableDictionary.CreateRange(new KeyValuePair<EvidenceKind, int>[]
    {
        new(EvidenceKind.Visit, 12), new(EvidenceKind.OtherContact, 12), new(EvidenceKind.DecisionMaker, 12), new(EvidenceKind.Needs, 24), new(EvidenceKind.Opening, 12),
        new(EvidenceKind.Placement, 48), new(EvidenceKind.SustainedPlacement, 48),
    });

    /// <summary>The ways to reach levels 2 to 5; the highest level that any of them reaches is the one. Numbers R.</summary>
    public IReadOnlyList<LevelRule> Rules { get; init; } =
    [
        Rule(2, (EvidenceKind.Visit, 1)),
        Rule(2, (EvidenceKind.Placement, 1)),
        Rule(3, (EvidenceKind.Visit, 3), (EvidenceKind.Placement, 1)),
        Rule(3, (EvidenceKind.Visit, 3), (EvidenceKind.Opening, 1)),
        Rule(4, (EvidenceKind.Visit, 4), (EvidenceKind.DecisionMaker, 2), (EvidenceKind.Needs, 1), (EvidenceKind.Placement, 1)),
        Rule(4, (EvidenceKind.Visit, 4), (EvidenceKind.DecisionMaker, 2), (EvidenceKind.Needs, 1), (EvidenceKind.Opening, 2)),
        Rule(5, (EvidenceKind.Visit, 6), (EvidenceKind.DecisionMaker, 3), (EvidenceKind.Needs, 1), (EvidenceKind.Placement, 2), (EvidenceKind.SustainedPlacement, 1)),
    ];

    /// <summary>The first day that may still count on this day.</summary>
    public DateOnly Since(DateOnly today) => today.AddMonths(-WindowMonths.Values.Max()).AddDays(-1);

    /// <summary>Whether evidence that stands on a day counts on another.</summary>
    public bool IsCounting(EvidenceKind kind, DateOnly on, DateOnly today) => on <= today && today < on.AddMonths(WindowMonths[kind]);

    private static LevelRule Rule(int level, params (EvidenceKind Kind, int Count)[] atLeast) => new(level, atLeast.ToImmutableDictionary(need => need.Kind, need => need.Count));
}
