using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.FollowUps;

/// <summary>A follow-up after somebody acted on it, with the list it stood in.</summary>
/// <param name="Changed">False when it was done already, by whoever the item names.</param>
/// <param name="UndoId">The step that takes the change back; null when nothing changed.</param>
/// <param name="List">The items of the list the person acted in, as they are now, in their order.</param>
public sealed record FollowUpChanged(FollowUpSummary Item, bool Changed, Guid? UndoId, DueListShown List);

/// <summary>Finishing and putting off what is owed. Anybody of the owner's team may, so that a colleague can cover.</summary>
public sealed class FollowUpActions(ICrmStore store, LondonClock clock, Ids ids)
{
    /// <summary>Marks a follow-up as done. The second to do so sees who was first.</summary>
    /// <param name="listed">The ids of the list that the person acted in, in order.</param>
    public Task<Outcome<FollowUpChanged>> DoneAsync(
        Actor actor, Guid id, IReadOnlyList<Guid> listed, Alongside<Outcome<FollowUpChanged>>? also, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, id, listed, UndoKind.FollowUpDone, "follow-up-done",
            (followUp, now) => followUp with { State = FollowUpState.Done, DoneAt = now, DoneById = actor.SpecialistId },
            also, cancellationToken);

    /// <summary>Puts a follow-up off to a later day; a day that is not after today is refused.</summary>
    public Task<Outcome<FollowUpChanged>> SnoozeAsync(
        Actor actor, Guid id, DateOnly until, IReadOnlyList<Guid> listed, Alongside<Outcome<FollowUpChanged>>? also, CancellationToken cancellationToken)
    {
        if (until <= clock.Today)
            return store.WriteAsync(_ => Task.FromResult<Outcome<FollowUpChanged>>(RefusalReason.DateInThePast), also, cancellationToken);
        return ChangeAsync(
            actor, id, listed, UndoKind.FollowUpSnoozed, "follow-up-snoozed", (followUp, _) => followUp with { DueOn = until }, also, cancellationToken);
    }

    /// <summary>The list as it is now, nothing changed: for a card that asks, or one that has gone stale.</summary>
    public Task<DueListShown> RefreshAsync(Actor actor, IReadOnlyList<Guid> listed, Alongside<DueListShown>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ListAsync(session, actor, listed, today), also, cancellationToken);
    }

    private Task<Outcome<FollowUpChanged>> ChangeAsync(
        Actor actor, Guid id, IReadOnlyList<Guid> listed, UndoKind kind, string action, Func<FollowUp, DateTimeOffset, FollowUp> change,
        Alongside<Outcome<FollowUpChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<FollowUpChanged>> Body(ICrmSession session)
        {
            if (await session.FollowUps.FollowUpAsync(id) is not { } followUp)
                return RefusalReason.NotFound;
            if (actor.SpecialistId is not { } specialistId || !actor.WorksIn(followUp.TeamId))
                return RefusalReason.NotAllowed;

            var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
            if (followUp.State == FollowUpState.Done)
                return await ChangedAsync(session, actor, id, listed, null, today);

            var after = change(followUp, now) with { Version = followUp.Version + 1 };
            if (!await session.FollowUps.SaveAsync(after, followUp.Version))
                return RefusalReason.ChangedMeanwhile;
            var rows = new UndoRows { FollowUp = new RowVersion(id, after.Version), FollowUpBefore = followUp };
            await session.Undo.AddAsync(rows.Step(undoId, specialistId, kind, id, now));
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, action, "follow-up", id), []);
            return await ChangedAsync(session, actor, id, listed, undoId, today);
        }
    }

    private static async Task<Outcome<FollowUpChanged>> ChangedAsync(
        ICrmSession session, Actor actor, Guid id, IReadOnlyList<Guid> listed, Guid? undoId, DateOnly today)
    {
        var list = await ListAsync(session, actor, listed.Contains(id) ? listed : [.. listed, id], today);
        var item = list.Items.First(item => item.Id == id);
        return new FollowUpChanged(item, undoId is not null, undoId, list);
    }

    private static async Task<DueListShown> ListAsync(ICrmSession session, Actor actor, IReadOnlyList<Guid> listed, DateOnly today)
    {
        var found = (await session.FollowUps.SummariesAsync(listed)).Where(item => actor.WorksIn(item.TeamId)).ToDictionary(item => item.Id);
        return new DueListShown([.. listed.Where(found.ContainsKey).Select(id => found[id])], today, 0);
    }
}
