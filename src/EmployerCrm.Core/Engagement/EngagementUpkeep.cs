using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Engagement;

/// <summary>What happened to an employer's evidence in a turn.</summary>
/// <param name="Evidence">What to add to the counts; negative numbers take back.</param>
/// <param name="TeamId">The team whose work it was; null for the service itself.</param>
public sealed record EvidenceChange(Guid EmployerId, IReadOnlyList<Evidence> Evidence, LevelReason Because, Guid? TeamId);

/// <summary>Keeps evidence and level in step with what was recorded, inside the turn that records it: a few rows, however long the history.</summary>
public static class EngagementUpkeep
{
    public static async Task ApplyAsync(ICrmSession session, EvidenceChange change, EngagementOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(change);
        if (change.Evidence.Count == 0)
            return;
        var before = await session.Engagement.HoldAsync(change.EmployerId);
        foreach (var day in change.Evidence)
            await session.Engagement.CountAsync(change.EmployerId, day);
        if (before is not null)
            await LevelAsync(session, before, before, change.Because, change.TeamId, options, now);
    }

    /// <summary>Brings the level up to date with evidence, what a lead has set and the day. The caller holds the employer, and may have set another level.</summary>
    internal static async Task LevelAsync(
        ICrmSession session, EmployerStanding before, EmployerStanding set, LevelReason because, Guid? teamId, EngagementOptions options, DateTimeOffset now)
    {
        var (employerId, today) = (before.EmployerId, DateOnly.FromDateTime(LondonClock.ToLocal(now)));
        var evidence = await session.Engagement.EvidenceAsync(employerId, options.Since(today));
        var after = set.On(today, evidence, options);
        if (after == before)
            return;
        await session.Engagement.SaveAsync(after);
        if (after.Level != before.Level)
            await session.Engagement.AddAsync(new LevelChange
            {
                EmployerId = employerId, ChangedAt = now, FromLevel = before.Level, ToLevel = after.Level, Because = because, TeamId = teamId,
            });
    }
}
