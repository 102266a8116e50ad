using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.People;

/// <summary>Leave of a person: their own, or set by the lead of their team.</summary>
public sealed record AddLeave
{
    public required Guid SpecialistId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public Guid? CoverId { get; init; }
}

/// <summary>Leave as it is to be.</summary>
public sealed record ChangeLeave
{
    public required Guid LeaveId { get; init; }

    /// <summary>The version that was seen; null where none was.</summary>
    public int? ExpectedVersion { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public Guid? CoverId { get; init; }
}

/// <summary>What became of leave.</summary>
/// <param name="Leave">As it is now; as it was where it was removed.</param>
/// <param name="Uncovered">Leave of colleagues whom the person was to cover on days on which they are away themselves now.</param>
/// <param name="UndoId">The step that takes it back; null for the system, and when nothing was changed.</param>
public sealed record LeaveChanged(LeaveShown Leave, bool IsRemoved, IReadOnlyList<LeaveShown> Uncovered, IReadOnlyList<Specialist> Colleagues, DateOnly Today, Guid? UndoId);

/// <summary>When people are away and who covers: everybody's own, and the whole team's for its lead.</summary>
public sealed class LeaveBook(ICrmStore store, LondonClock clock, Ids ids)
{
    internal const string AuditKind = "leave";

    public Task<Outcome<LeaveChanged>> AddAsync(Actor actor, AddLeave add, Alongside<Outcome<LeaveChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(add);
        var leave = new Leave { Id = ids.New(), SpecialistId = add.SpecialistId, From = add.From, To = add.To, CoverId = add.CoverId };
        return RunAsync(actor, add.SpecialistId, _ => Task.FromResult<Outcome<LeaveStep>>(new LeaveStep(null, leave)), also, cancellationToken);
    }

    public Task<Outcome<LeaveChanged>> ChangeAsync(Actor actor, ChangeLeave change, Alongside<Outcome<LeaveChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return OfLeaveAsync(
            actor, change.LeaveId, change.ExpectedVersion,
            before => new LeaveStep(before, before with { From = change.From, To = change.To, CoverId = change.CoverId, Version = before.Version + 1 }), also, cancellationToken);
    }

    public Task<Outcome<LeaveChanged>> RemoveAsync(
        Actor actor, Guid leaveId, int? expectedVersion, Alongside<Outcome<LeaveChanged>>? also, CancellationToken cancellationToken) =>
        OfLeaveAsync(actor, leaveId, expectedVersion, before => new LeaveStep(before, null), also, cancellationToken);

    /// <summary>The person is back on that day: the leave that holds it ends the day before, or is removed where it would have no day left.</summary>
    public Task<Outcome<LeaveChanged>> BackAsync(Actor actor, DateOnly back, Alongside<Outcome<LeaveChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return RunAsync(actor, actor.SpecialistId ?? Guid.Empty, Decide, also, cancellationToken);

        async Task<Outcome<LeaveStep>> Decide(ICrmSession session)
        {
            if (actor.SpecialistId is not { } id)
                return RefusalReason.NotAllowed;
            if ((await session.Settings.LeaveAsync([id], back, back)) is not [var leave, ..])
                return RefusalReason.NotAway;
            return new LeaveStep(leave, leave.From < back ? leave with { To = back.AddDays(-1), Version = leave.Version + 1 } : null) { IsBack = true };
        }
    }

    private Task<Outcome<LeaveChanged>> OfLeaveAsync(
        Actor actor, Guid leaveId, int? expectedVersion, Func<Leave, LeaveStep> decide, Alongside<Outcome<LeaveChanged>>? also, CancellationToken cancellationToken)
    {
        return RunAsync(actor, null, Decide, also, cancellationToken);

        async Task<Outcome<LeaveStep>> Decide(ICrmSession session)
        {
            if (await session.Settings.LeaveAsync(leaveId) is not { } before)
                return RefusalReason.NotFound;
            if (expectedVersion is { } seen && seen != before.Version)
                return await LatestChange.RefusalAsync(session, before.Id);
            return decide(before);
        }
    }

    private Task<Outcome<LeaveChanged>> RunAsync(
        Actor actor, Guid? personId, Func<ICrmSession, Task<Outcome<LeaveStep>>> decide, Alongside<Outcome<LeaveChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, today, auditId, undoId) = (clock.Now, clock.Today, ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<LeaveChanged>> Body(ICrmSession session)
        {
            if (personId is { } id && (await session.People.SpecialistAsync(id) is not { } whose || !LeaveRules.MayKeep(actor, whose)))
                return RefusalReason.NotAllowed;
            var decided = await decide(session);
            if (decided.Value is not { } step)
                return decided.Refusal!;
            if (await session.People.SpecialistAsync(step.Either.SpecialistId) is not { } person || !LeaveRules.MayKeep(actor, person))
                return RefusalReason.NotAllowed;
            if (step is { IsBack: false, After: { } wanted } && await LeaveRules.CheckAsync(session, wanted, person, today) is { } refusal)
                return refusal;
            return await SaveAsync(session, actor, step, person, new Marks(now, today, auditId, undoId));
        }
    }

    private static async Task<Outcome<LeaveChanged>> SaveAsync(ICrmSession session, Actor actor, LeaveStep step, Specialist person, Marks marks)
    {
        var saved = step switch
        {
            { Before: null, After: { } added } => await AddedAsync(session, added),
            { Before: { } before, After: { } after } => await session.Settings.SaveAsync(after, before.Version),
            _ => await session.Settings.RemoveLeaveAsync(step.Before!.Id, step.Before.Version),
        };
        if (!saved)
            return RefusalReason.ChangedMeanwhile;
        var kind = step.Before is null ? UndoKind.LeaveAdded : step.After is null ? UndoKind.LeaveRemoved : UndoKind.LeaveChanged;
        var action = kind switch { UndoKind.LeaveAdded => "leave-added", UndoKind.LeaveRemoved => "leave-removed", _ => "leave-changed" };
        await session.Audit.AddAsync(
            AuditEntry.Of(marks.AuditId, marks.Now, actor, action, AuditKind, step.Either.Id), SettingsAudit.Values(marks.AuditId, step.Before, step.After));
        if (actor.SpecialistId is { } by)
        {
            var rows = new UndoRows { Leave = step.After is { } row ? new RowVersion(row.Id, row.Version) : null, LeaveBefore = step.Before };
            await session.Undo.AddAsync(rows.Step(marks.UndoId, by, kind, step.Either.Id, marks.Now));
        }

        var uncovered = step.After is { } away ? await session.Settings.CoveredByAsync(person.Id, away.From < marks.Today ? marks.Today : away.From, away.To) : [];
        return new LeaveChanged(
            (await LeaveRules.ShownAsync(session, [step.Either]))[0], step.After is null, await LeaveRules.ShownAsync(session, uncovered),
            await LeaveRules.ColleaguesAsync(session, person, marks.Today), marks.Today, actor.SpecialistId is null ? null : marks.UndoId);
    }

    private static async Task<bool> AddedAsync(ICrmSession session, Leave leave)
    {
        await session.Settings.AddAsync(leave);
        return true;
    }

    /// <summary>Leave before and after; one of both may be missing.</summary>
    private sealed record LeaveStep(Leave? Before, Leave? After)
    {
        /// <summary>What shortens leave needs no check of its days.</summary>
        public bool IsBack { get; init; }

        public Leave Either => After ?? Before!;
    }

    private sealed record Marks(DateTimeOffset Now, DateOnly Today, Guid AuditId, Guid UndoId);
}
