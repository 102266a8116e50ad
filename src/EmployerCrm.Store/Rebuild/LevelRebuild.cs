using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Store.Rebuild;

/// <summary>By which settings levels are computed, and when.</summary>
internal sealed record LevelsAsOf(EngagementOptions Options, DateTimeOffset Now);

/// <summary>Levels, compared with the evidence and with what leads have set. That time has passed since they were computed is no difference.</summary>
internal sealed class LevelRebuild(CrmSession session, LevelsAsOf levels)
{
    public async Task<IReadOnlyList<string>> RunAsync(Guid[] employerIds)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(levels.Now));
        var differences = new List<string>();
        foreach (var id in employerIds)
        {
            if (await session.Engagement.StandingAsync(id) is not { } kept)
                continue;
            var set = await session.Engagement.OverrideAsync(id);
            var evidence = await session.Engagement.EvidenceAsync(id, levels.Options.Since(today));
            var right = (kept with { SetLevel = set?.Level, SetUntil = set?.EndsOn }).On(today, evidence, levels.Options);
            if (right == kept)
                continue;
            var late = kept.ReviewOn <= today;
            if (!late)
                differences.Add($"the level of employer {id} was {kept.Level} ({kept.ComputedLevel} computed), its evidence says {right.Level} ({right.ComputedLevel})");
            await session.Engagement.SaveAsync(right);
            if (right.Level != kept.Level)
                await session.Engagement.AddAsync(new LevelChange
                {
                    EmployerId = id, ChangedAt = levels.Now, FromLevel = kept.Level, ToLevel = right.Level, Because = late ? LevelReason.Time : LevelReason.Rebuilt,
                });
        }

        return differences;
    }
}
