namespace EmployerCrm.Core.Engagement;

/// <summary>Something that would move an employer up.</summary>
/// <param name="Level">The level that it would reach.</param>
/// <param name="Missing">What is missing for it; empty when the evidence is there and any contact at which somebody is reached would do, because only silence holds it down.</param>
public sealed record StepUp(int Level, IReadOnlyList<MissingEvidence> Missing)
{
    /// <summary>Every way up from where the employer stands, the shortest first.</summary>
    public static IReadOnlyList<StepUp> Of(LevelSum sum, EngagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(sum);
        ArgumentNullException.ThrowIfNull(options);
        IEnumerable<StepUp> steps = sum.Level < sum.Reached ? [new StepUp(sum.Reached, [])] : [];
        var higher = options.Rules.Where(rule => rule.Level > sum.Reached).ToList();
        if (higher.Count == 0)
            return [.. steps];
        var next = higher.Min(rule => rule.Level);
        return
        [
            .. steps, .. higher.Where(rule => rule.Level == next).Select(rule => new StepUp(next, rule.Missing(sum.Counts))).OrderBy(step => step.Missing.Sum(missing => missing.More)),
        ];
    }
}
