using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Core.Placements;

/// <summary>Keeps the employer's level in step with the jobs that clients have there.</summary>
internal static class PlacementEvidence
{
    /// <summary>Counts a job as it is now in the store in place of what it was; null for one that is not there.</summary>
    public static Task ReplaceAsync(ICrmSession session, Placement? before, Placement? after, LevelReason because, EngagementOptions options, DateTimeOffset now)
    {
        var placement = (after ?? before)!;
        var difference = Evidence.Difference(Of(before, options), Of(after, options));
        return EngagementUpkeep.ApplyAsync(session, new EvidenceChange(placement.EmployerId, difference, because, placement.TeamId), options, now);
    }

    private static IEnumerable<Evidence> Of(Placement? placement, EngagementOptions options) =>
        placement is null ? [] : Evidence.Of(new JobSpan(placement.StartsOn, placement.EndsOn), options);
}
