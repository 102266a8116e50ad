namespace EmployerCrm.Core.Engagement;

/// <summary>One way to reach a level: so much of each kind of evidence, all of it within its window.</summary>
public sealed record LevelRule(int Level, IReadOnlyDictionary<EvidenceKind, int> AtLeast)
{
    public bool IsMet(EvidenceCounts counts) => AtLeast.All(need => counts[need.Key] >= need.Value);

    /// <summary>What is missing of each kind; empty when nothing is.</summary>
    public IReadOnlyList<MissingEvidence> Missing(EvidenceCounts counts) =>
        [.. AtLeast.Where(need => counts[need.Key] < need.Value).Select(need => new MissingEvidence(need.Key, need.Value - counts[need.Key])).OrderBy(missing => missing.Kind)];
}

/// <summary>How much more of a kind of evidence is needed.</summary>
public sealed record MissingEvidence(EvidenceKind Kind, int More);
