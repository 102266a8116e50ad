using EmployerCrm.Core.Outbox;
using System.Globalization;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.FollowUps;

/// <summary>A follow-up after somebody acted on it, with what the person owes now.</summary>
/// <param name="Changed">False when it was done already, by whoever the item names.</param>
/// <param name="UndoId">The step that takes the change back; null when nothing changed.</param>
public sealed record FollowUpChanged(FollowUpSummary Item, bool Changed, Guid? UndoId, DueListShown List);

/// <summary>Finishing and putting off what is owed. Anybody of the owner's team may, so that a colleague can cover.</summary>
public sealed class FollowUpActions(ICrmStore store, LondonClock clock, Ids ids, SupportSchedules schedules, FollowUpOptions options)
{
    /// <summary>Marks a follow-up as done; of a step that has no end the next time is owed, and a permission counts as talked through. The second to do so sees who was first.</summary>
    /// <param name="page">Where in the list the person acted; it comes back as it is now.</param>
    public Task<Outcome<FollowUpChanged>> DoneAsync(
        Actor actor, Guid id, DuePage page, Alongside<Outcome<FollowUpChanged>>? also, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, id, page, UndoKind.FollowUpDone, "follow-up-done",
            (followUp, now) => followUp with { State = FollowUpState.Done, DoneAt = now, DoneById = actor.SpecialistId },
            also, cancellationToken);

    /// <summary>Puts a follow-up off to a later day; a day that is not after today is refused, and so is once more than may be.</summary>
    public Task<Outcome<FollowUpChanged>> SnoozeAsync(
        Actor actor, Guid id, DateOnly until, DuePage page, Alongside<Outcome<FollowUpChanged>>? also, CancellationToken cancellationToken)
    {
        if (until <= clock.Today)
            return store.WriteAsync(_ => Task.FromResult<Outcome<FollowUpChanged>>(RefusalReason.DateInThePast), also, cancellationToken);
        return ChangeAsync(
            actor, id, page, UndoKind.FollowUpSnoozed, "follow-up-snoozed", (followUp, _) => followUp with { DueOn = until, SnoozedTimes = followUp.SnoozedTimes + 1 }, also, cancellationToken);
    }

    private Task<Outcome<FollowUpChanged>> ChangeAsync(
        Actor actor, Guid id, DuePage page, UndoKind kind, string action, Func<FollowUp, DateTimeOffset, FollowUp> change,
        Alongside<Outcome<FollowUpChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var (undoId, auditId, keys) = (ids.New(), ids.New(), schedules.NewKeys());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<FollowUpChanged>> Body(ICrmSession session)
        {
            if (await session.FollowUps.FollowUpAsync(id) is not { } followUp)
                return RefusalReason.NotFound;
            if (actor.SpecialistId is not { } specialistId || !actor.WorksIn(followUp.TeamId))
                return RefusalReason.NotAllowed;

            if (followUp.State != FollowUpState.Open)
                return await ChangedAsync(session, actor, id, page, null, now);

            if (kind == UndoKind.FollowUpSnoozed && followUp.SnoozedTimes >= options.MostSnoozes)
                return new Refusal(RefusalReason.SnoozedTooOften) { Names = [options.MostSnoozes.ToString(CultureInfo.InvariantCulture)] };

            var after = change(followUp, now) with { Version = followUp.Version + 1 };
            if (!await session.FollowUps.SaveAsync(after, followUp.Version))
                return RefusalReason.ChangedMeanwhile;
            await Recall.FollowUpAsync(session, followUp, after, now);
            var turn = SupportTurn.Begin(session, actor, now, keys);
            if (after.State == FollowUpState.Done && followUp is { StepKey: not null, ClientId: { } clientId })
                await schedules.NextAsync(turn, followUp, (await session.Clients.ClientAsync(clientId))!, turn.Today);
            var undo = new UndoRows { FollowUp = new RowVersion(id, after.Version), FollowUpBefore = followUp };
            if (after is { State: FollowUpState.Done, Kind: FollowUpKind.PermissionRevisit, ClientId: { } toldId }
                && await PermissionRevisits.TalkedThroughAsync(turn, schedules.Book, followUp, (await session.Clients.ClientAsync(toldId))!) is var (before, talked))
                undo = undo with { Permission = new RowVersion(talked.Id, talked.Version), PermissionBefore = before };
            var rows = turn.Owed.In(undo);
            await session.Undo.AddAsync(rows.Step(undoId, specialistId, kind, id, now));
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, action, "follow-up", id), PutOff(auditId, followUp, after));
            return await ChangedAsync(session, actor, id, page, undoId, now);
        }
    }

    private static IReadOnlyList<AuditValue> PutOff(Guid auditId, FollowUp before, FollowUp after) =>
        before.DueOn == after.DueOn ? [] : [new AuditValue { AuditId = auditId, Field = FollowUpStory.DueOn, OldValue = FollowUpStory.Iso(before.DueOn), NewValue = FollowUpStory.Iso(after.DueOn) }];

    private static async Task<Outcome<FollowUpChanged>> ChangedAsync(
        ICrmSession session, Actor actor, Guid id, DuePage page, Guid? undoId, DateTimeOffset now)
    {
        var item = (await session.FollowUps.SummariesAsync([id]))[0];
        return new FollowUpChanged(item, undoId is not null, undoId, await DueList.NowAsync(session, actor.SpecialistId!.Value, page, now, actor.Via));
    }
}
