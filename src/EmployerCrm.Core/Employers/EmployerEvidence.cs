using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Core.Employers;

/// <summary>Keeps an employer's level in step with its recorded needs and its openings.</summary>
internal static class EmployerEvidence
{
    /// <summary>Counts what the record shows now in place of what it showed; null for one that was not there.</summary>
    public static Task ReplaceAsync(
        ICrmSession session, Employer? before, Employer after, LevelReason because, Guid? teamId, EngagementOptions options, DateTimeOffset now)
    {
        var difference = Evidence.Difference(before is null ? [] : Evidence.Of(before), Evidence.Of(after));
        return EngagementUpkeep.ApplyAsync(session, new EvidenceChange(after.Id, difference, because, teamId), options, now);
    }

    /// <summary>The same for an opening that was recorded or taken back. One that was closed had been shared all the same.</summary>
    public static Task ReplaceAsync(ICrmSession session, Opening? before, Opening? after, LevelReason because, EngagementOptions options, DateTimeOffset now)
    {
        var opening = (after ?? before)!;
        return EngagementUpkeep.ApplyAsync(
            session, new EvidenceChange(opening.EmployerId, Evidence.Difference(Of(before), Of(after)), because, opening.TeamId), options, now);
    }

    private static IEnumerable<Evidence> Of(Opening? opening) =>
        opening is null ? [] : Evidence.OfOpening(DateOnly.FromDateTime(LondonClock.ToLocal(opening.RecordedAt)));
}
