using System.Globalization;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Engagement;

/// <summary>The engagement level of an employer: read with its reasons by everybody, set by hand by the lead of the employer's team.</summary>
public sealed class EmployerEngagement(ICrmStore store, LondonClock clock, Ids ids, EngagementOptions options, FreeTextCheck freeText)
{
    private const int MostChanges = 50;

    public Task<Outcome<EngagementLevel>> OfAsync(Actor actor, Guid employerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(session => OfAsync(session, actor, employerId, today), cancellationToken);
    }

    /// <summary>Sets the level by hand until a day; the level that the evidence comes to is kept beside it. A reason that the guard stops at is not stored.</summary>
    public Task<Outcome<EngagementLevel>> OverrideAsync(Actor actor, SetLevelByHand set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(set);
        var (now, auditId) = (clock.Now, ids.New());
        return store.WriteAsync(session => OverrideAsync(session, actor, set, now, auditId), cancellationToken);
    }

    /// <summary>Ends what was set by hand, before its day.</summary>
    public Task<Outcome<EngagementLevel>> EndOverrideAsync(Actor actor, Guid employerId, int expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, auditId) = (clock.Now, ids.New());
        return store.WriteAsync(session => EndOverrideAsync(session, actor, employerId, expectedVersion, now, auditId), cancellationToken);
    }

    private async Task<Outcome<EngagementLevel>> OfAsync(ICrmSession session, Actor actor, Guid employerId, DateOnly today)
    {
        if (actor.SpecialistId is null && actor.Role is not null)
            return RefusalReason.NotAllowed;
        if (await session.Employers.EmployerAsync(employerId) is not { } employer || await session.Engagement.StandingAsync(employerId) is not { } kept)
            return RefusalReason.NotFound;
        var evidence = await session.Engagement.EvidenceAsync(employerId, options.Since(today));
        var (sum, standing) = (LevelSum.Of(evidence, today, options), kept.On(today, evidence, options));
        return new EngagementLevel(
            standing.Level,
            standing.ComputedLevel,
            standing.IsSet(today) ? await SetAsync(session, employerId) : null,
            await new EvidenceLines(session, actor, options, today).OfAsync(employer, sum),
            Math.Min(sum.Silence, sum.Reached - sum.Level),
            StepUp.Of(sum, options),
            [.. (await session.Engagement.ChangesAsync(employerId, MostChanges)).Select(change => Step(actor, change))]);
    }

    private async Task<Outcome<EngagementLevel>> OverrideAsync(ICrmSession session, Actor actor, SetLevelByHand set, DateTimeOffset now, Guid auditId)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (await RefusalAsync(session, actor, set.EmployerId) is { } notAllowed)
            return notAllowed;
        if (Check(set, today) is { } wrong)
            return wrong;
        var typed = new TypedTexts { EmployerId = set.EmployerId, Texts = [set.Reason] };
        if (await freeText.RefusalAsync(session, actor, typed, set.Guard) is { } unanswered)
            return unanswered;

        await session.Engagement.HoldAsync(set.EmployerId);
        var before = await session.Engagement.OverrideAsync(set.EmployerId);
        if (before is not null && before.EndsOn >= today && before.Version != set.ExpectedVersion)
            return await LatestChange.RefusalAsync(session, set.EmployerId);
        var after = new LevelOverride
        {
            EmployerId = set.EmployerId, Level = set.Level, Reason = set.Reason.Trim(), SetById = actor.SpecialistId!.Value, SetAt = now, EndsOn = set.EndsOn,
            Version = (before?.Version ?? 0) + 1,
        };
        if (before is null)
            await session.Engagement.AddAsync(after);
        else if (!await session.Engagement.SaveAsync(after, before.Version))
            return await LatestChange.RefusalAsync(session, set.EmployerId);
        var entry = AuditEntry.Of(auditId, now, actor, "level-set", "employer", set.EmployerId);
        await session.Audit.AddAsync(entry, [.. Values(auditId, before, after), .. GuardDecision.Values(set.Guard, auditId)]);
        return await SavedAsync(session, actor, after, LevelReason.Set, now);
    }

    private async Task<Outcome<EngagementLevel>> EndOverrideAsync(
        ICrmSession session, Actor actor, Guid employerId, int expectedVersion, DateTimeOffset now, Guid auditId)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (await RefusalAsync(session, actor, employerId) is { } notAllowed)
            return notAllowed;
        await session.Engagement.HoldAsync(employerId);
        if (await session.Engagement.OverrideAsync(employerId) is not { } before || before.EndsOn < today)
            return await OfAsync(session, actor, employerId, today);
        var after = before with { EndsOn = today.AddDays(-1), Version = before.Version + 1 };
        if (before.Version != expectedVersion || !await session.Engagement.SaveAsync(after, before.Version))
            return await LatestChange.RefusalAsync(session, employerId);
        await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "level-set-ended", "employer", employerId), Values(auditId, before, after));
        return await SavedAsync(session, actor, after, LevelReason.SetEnded, now);
    }

    private async Task<Outcome<EngagementLevel>> SavedAsync(ICrmSession session, Actor actor, LevelOverride set, LevelReason because, DateTimeOffset now)
    {
        if (await session.Engagement.StandingAsync(set.EmployerId) is { } before)
            await EngagementUpkeep.LevelAsync(session, before, before with { SetLevel = set.Level, SetUntil = set.EndsOn }, because, actor.TeamId, options, now);
        return await OfAsync(session, actor, set.EmployerId, DateOnly.FromDateTime(LondonClock.ToLocal(now)));
    }

    private static async Task<Refusal?> RefusalAsync(ICrmSession session, Actor actor, Guid employerId)
    {
        if (actor is not { SpecialistId: not null, TeamId: { } teamId, Role: Role.TeamLead })
            return new Refusal(RefusalReason.NotAllowed);
        if (await session.Employers.EmployerAsync(employerId) is not { } employer)
            return new Refusal(RefusalReason.NotFound);
        return employer.TeamId == teamId ? null : new Refusal(RefusalReason.NotAllowed);
    }

    private Refusal? Check(SetLevelByHand set, DateOnly today)
    {
        if (set.Level is < EngagementOptions.Lowest or > EngagementOptions.Highest)
            return new Refusal(RefusalReason.LevelUnknown);
        if (string.IsNullOrWhiteSpace(set.Reason))
            return new Refusal(RefusalReason.ReasonMissing);
        if (set.Reason.Length > Limits.Title)
            return new Refusal(RefusalReason.TextTooLong);
        if (set.EndsOn < today)
            return new Refusal(RefusalReason.DateInThePast);
        return set.EndsOn > today.AddMonths(options.LongestOverrideMonths) ? new Refusal(RefusalReason.TooFarAhead) : null;
    }

    private static async Task<SetLevel?> SetAsync(ICrmSession session, Guid employerId)
    {
        if (await session.Engagement.OverrideAsync(employerId) is not { } set)
            return null;
        var by = await session.People.SpecialistAsync(set.SetById);
        return new SetLevel(set.Level, set.Reason, by?.Name ?? "", set.SetAt, set.EndsOn, set.Version);
    }

    private static LevelStep Step(Actor actor, LevelChange change) => new(
        change.FromLevel, change.ToLevel, change.ChangedAt, change.Because != LevelReason.Clients || (change.TeamId is { } team && actor.WorksIn(team)) ? change.Because : null);

    private static List<AuditValue> Values(Guid auditId, LevelOverride? before, LevelOverride after)
    {
        (string Field, string? Old, string? New)[] fields =
        [
            ("level", before?.Level.ToString(CultureInfo.InvariantCulture), after.Level.ToString(CultureInfo.InvariantCulture)),
            ("reason", before?.Reason, after.Reason),
            ("ends-on", before?.EndsOn.ToString("O", CultureInfo.InvariantCulture), after.EndsOn.ToString("O", CultureInfo.InvariantCulture)),
        ];
        return [.. fields.Where(field => field.Old != field.New).Select(field => new AuditValue { AuditId = auditId, Field = field.Field, OldValue = field.Old, NewValue = field.New })];
    }
}
