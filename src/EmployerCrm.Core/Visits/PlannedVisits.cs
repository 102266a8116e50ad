using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Visits;

/// <summary>What becomes of planned visits: they happen, are moved, or do not happen.</summary>
public sealed class PlannedVisits(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, FreeTextCheck freeText, SupportSchedules schedules)
{
    /// <summary>The visit took place: it is logged as it was planned, with what is said now. Counted once, in the week in which it was held.</summary>
    public Task<Outcome<VisitLogged>> HappenedAsync(
        Actor actor, VisitHappened happened, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var change = Change(actor, happened.VisitId, happened.ExpectedVersion, "visit-happened") with { Guard = happened.Guard };
        return store.WriteAsync(
            session => VisitChanges.SaveAsync(session, change, fidelity, planned => HeldAsync(session, actor, planned, happened, change.Now)), also, cancellationToken);
    }

    /// <summary>The visit is on another day or at another time; what is not said stays.</summary>
    public Task<Outcome<VisitLogged>> MoveAsync(
        Actor actor, MoveVisit move, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken) =>
        store.WriteAsync(Prepare(actor, move), also, cancellationToken);

    /// <summary>The same, to be run in a transaction with other things that were told at once.</summary>
    public Func<ICrmSession, Task<Outcome<VisitLogged>>> Prepare(Actor actor, MoveVisit move)
    {
        ArgumentNullException.ThrowIfNull(move);
        var change = Change(actor, move.VisitId, move.ExpectedVersion, "visit-moved") with { Guard = move.Guard };
        return Saving(change, (session, planned) => MovedAsync(session, actor, planned, move, change.Now), move.Next);
    }

    /// <summary>The visit did not happen. It stays as a cancelled one: evidence of planning, never counted.</summary>
    public Task<Outcome<VisitLogged>> CancelAsync(
        Actor actor, CancelVisit cancel, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken) =>
        store.WriteAsync(Prepare(actor, cancel), also, cancellationToken);

    /// <summary>The same, to be run in a transaction with other things that were told at once.</summary>
    public Func<ICrmSession, Task<Outcome<VisitLogged>>> Prepare(Actor actor, CancelVisit cancel)
    {
        ArgumentNullException.ThrowIfNull(cancel);
        var change = Change(actor, cancel.VisitId, cancel.ExpectedVersion, "visit-cancelled") with { Guard = cancel.Guard };
        return Saving(change, (session, planned) => CancelledAsync(session, actor, planned, cancel, change.Now), cancel.Next);
    }

    /// <summary>
    /// The person's own planned visits at the employer, in time order: the one that a line means, several to choose from, or none. A visit that is
    /// typed as held on the day of one of them completes it by <see cref="LogVisit.PlannedVisitId"/>.
    /// </summary>
    /// <param name="on">Only those on this day; null for every day, those whose day has passed included.</param>
    public Task<IReadOnlyList<VisitSummary>> AtEmployerAsync(Actor actor, Guid employerId, DateOnly? on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<IReadOnlyList<VisitSummary>>(
            async session => actor.SpecialistId is { } id
                ? [.. (await session.Visits.PlannedAtAsync(id, employerId)).Where(visit => on is null || visit.On == on)]
                : [],
            cancellationToken);
    }

    /// <summary>The person's own planned visits from the first to the last day, both included, at every employer, in time order.</summary>
    public Task<IReadOnlyList<VisitSummary>> BetweenAsync(Actor actor, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<IReadOnlyList<VisitSummary>>(
            async session => actor.SpecialistId is { } id
                ? [.. (await session.Visits.OfSpecialistAsync(id, from, to)).Where(visit => visit.State == VisitState.Planned)]
                : [],
            cancellationToken);
    }

    private async Task<Outcome<Visit>> HeldAsync(ICrmSession session, Actor actor, Visit planned, VisitHappened happened, DateTimeOffset now)
    {
        var on = happened.On ?? planned.On;
        if (HeldVisits.Check(planned, on, happened.Notes, DateOnly.FromDateTime(LondonClock.ToLocal(now))) is { } refusal)
            return refusal;
        if (await freeText.RefusalAsync(session, actor, planned, [happened.Notes], happened.Guard) is { } unanswered)
            return unanswered;
        return await HeldVisits.OfAsync(session, planned, new HeldContact(planned.Channel, on, happened.At, null, null, happened.Notes, happened.Stated), now);
    }

    private async Task<Outcome<Visit>> MovedAsync(ICrmSession session, Actor actor, Visit planned, MoveVisit move, DateTimeOffset now)
    {
        if (planned.State != VisitState.Planned)
            return RefusalReason.NotPlanned;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var moved = planned with { On = move.On ?? planned.On, At = move.At ?? planned.At, Notes = HeldVisits.Both(planned.Notes, Text.OrNull(move.Notes)) };
        var refusal = VisitRules.CheckDay(VisitState.Planned, moved.On, today) ?? VisitRules.CheckText(null, null, moved.Notes, null) ?? NextSteps.Check(move.Next, today)
            ?? await freeText.RefusalAsync(session, actor, planned, [move.Notes, move.Next?.Title], move.Guard);
        return refusal is null ? moved : refusal;
    }

    private async Task<Outcome<Visit>> CancelledAsync(ICrmSession session, Actor actor, Visit planned, CancelVisit cancel, DateTimeOffset now)
    {
        var because = Text.OrNull(cancel.Because);
        if (planned.State != VisitState.Planned)
            return RefusalReason.NotPlanned;
        var refusal = VisitRules.CheckText(null, null, because, null) ?? NextSteps.Check(cancel.Next, DateOnly.FromDateTime(LondonClock.ToLocal(now)))
            ?? await freeText.RefusalAsync(session, actor, planned, [because, cancel.Next?.Title], cancel.Guard);
        return refusal is null ? planned with { State = VisitState.Cancelled, CancelledBecause = because } : refusal;
    }

    private VisitChange Change(Actor actor, Guid visitId, int expectedVersion, string action)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new VisitChange(actor, visitId, expectedVersion, action, clock.Now, ids.New(), ids.New(), schedules);
    }

    /// <summary>Saves what becomes of the planned visit.</summary>
    /// <param name="next">What is owed with it from now on, beside what was owed already.</param>
    private Func<ICrmSession, Task<Outcome<VisitLogged>>> Saving(VisitChange change, Func<ICrmSession, Visit, Task<Outcome<Visit>>> decide, PromisedStep? next)
    {
        var followUpId = ids.New();
        return session => VisitChanges.SaveAsync(
            session, change, fidelity, planned => decide(session, planned),
            next is null ? null : async (after, undo) => (await PromisedSteps.AddAsync(session, after, next, undo, change.Now, followUpId)).Undo);
    }
}
