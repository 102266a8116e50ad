using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Visits;

/// <summary>Correcting a visit that was logged.</summary>
public sealed class VisitEditing(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, FreeTextCheck freeText, SupportSchedules schedules)
{
    /// <summary>The visit with what a form shows; refused for a visit of another person.</summary>
    public Task<Outcome<VisitLogged>> ShowAsync(Actor actor, Guid visitId, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.WriteAsync(session => ShowAsync(session, actor, visitId, null, now, fidelity), also, cancellationToken);
    }

    /// <summary>Saves the corrected fields with audit and undo step; a version that moved on is refused.</summary>
    public Task<Outcome<VisitLogged>> ChangeAsync(
        Actor actor, ChangeVisit change, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var now = clock.Now;
        var (followUpId, contactId) = (ids.New(), ids.New());
        var saved = new VisitChange(actor, change.VisitId, change.ExpectedVersion, "visit-changed", now, ids.New(), ids.New(), schedules) { Guard = change.Guard };
        return store.WriteAsync(Body, also, cancellationToken);

        Task<Outcome<VisitLogged>> Body(ICrmSession session)
        {
            Contact? added = null;
            return VisitChanges.SaveAsync(
                session,
                saved,
                fidelity,
                async before =>
                {
                    if (await UnansweredAsync(session, actor, before, change) is { } unanswered)
                        return unanswered;
                    var (outcome, newContact) = await CorrectedAsync(session, before, change, DateOnly.FromDateTime(LondonClock.ToLocal(now)), contactId);
                    added = newContact;
                    return outcome;
                },
                async (after, undo) =>
                {
                    if (change.DraftId is { } draftId && (await session.Conversations.DraftAsync(draftId))?.SpecialistId == actor.SpecialistId)
                        await session.Conversations.RemoveDraftAsync(draftId);
                    undo = undo with { Contact = added is null ? null : new RowVersion(added.Id, added.Version) };
                    return await PromisedSteps.ChangeAsync(session, after, change.Next, undo, now, followUpId);
                });
        }
    }

    /// <summary>Text that stays as it was recorded has been asked about, and is not again.</summary>
    private async Task<Refusal?> UnansweredAsync(ICrmSession session, Actor actor, Visit before, ChangeVisit change)
    {
        var notes = Text.OrNull(change.Notes) == before.Notes ? null : change.Notes;
        var titles = (await session.FollowUps.OfVisitAsync(before.Id)).Select(step => step.Title);
        var title = change.Next is { } next && !titles.Contains(next.Title.Trim(), StringComparer.Ordinal) ? next.Title : null;
        return await freeText.RefusalAsync(session, actor, before, [notes, title], change.Guard);
    }

    private static async Task<(Outcome<Visit> Outcome, Contact? Added)> CorrectedAsync(
        ICrmSession session, Visit before, ChangeVisit change, DateOnly today, Guid newContactId)
    {
        if (change.On != before.On && VisitRules.CheckDay(before.State, change.On, today) is { } dayRefusal)
            return (dayRefusal, null);
        if (VisitRules.CheckText(null, change.ContactName, change.Notes, change.Next?.Title) is { } textRefusal)
            return (textRefusal, null);
        var employerId = change.EmployerId ?? before.EmployerId;
        if (employerId != before.EmployerId && await session.Employers.EmployerAsync(employerId) is null)
            return (RefusalReason.NotFound, null);
        Client? client = null;
        if (change.ClientReference is null)
            client = before.ClientId is { } clientId ? await session.Clients.ClientAsync(clientId) : null;
        else if (change.ClientReference.Length > 0 && (client = await session.Clients.OfTeamAsync(before.TeamId, change.ClientReference)) is null)
            return (RefusalReason.ClientUnknown, null);

        var (contact, added) = await ContactChoice.FindOrAddAsync(session, employerId, null, change.ContactName, false, newContactId);
        var after = before with
        {
            EmployerId = employerId, ClientId = client?.Id, ContactId = contact?.Id, Channel = change.Channel, On = change.On, At = change.At, Notes = Text.OrNull(change.Notes),
        };
        after = after with { Facts = await FactsAsync(session, before, after, change.Stated, contact, client) };
        return (after, added ? contact : null);
    }

    /// <summary>What was assumed is proposed again where what it rested on has changed; a client who is taken off takes what naming them stated along.</summary>
    private static async Task<VisitFacts> FactsAsync(ICrmSession session, Visit before, Visit after, StatedFacts stated, Contact? contact, Client? client)
    {
        if (before.EmployerId == after.EmployerId && before.ContactId == after.ContactId && before.ClientId == after.ClientId)
            return before.Facts.With(stated);
        var known = StatedFacts.Of(before.Facts);
        if (before.ClientId is not null && after.ClientId is null)
            known = known with { ClientPresent = null, ClientSpecific = null, MatchesPreferences = null };
        return ContactProposal.Of(stated.Or(known), await ContactBackgrounds.OfAsync(session, after.EmployerId, contact, client, after.On, after.Id));
    }

    internal static async Task<Outcome<VisitLogged>> ShowAsync(ICrmSession session, Actor actor, Guid visitId, Guid? undoId, DateTimeOffset now, FidelityOptions fidelity)
    {
        if (await session.Visits.VisitAsync(visitId) is not { } visit)
            return RefusalReason.NotFound;
        if (visit.SpecialistId != actor.SpecialistId || await session.People.SpecialistAsync(visit.SpecialistId) is not { } specialist)
            return RefusalReason.NotAllowed;
        var employer = (await session.Employers.EmployerAsync(visit.EmployerId))!;
        var contact = visit.ContactId is { } contactId ? await session.Employers.ContactAsync(contactId) : null;
        var client = visit.ClientId is { } clientId ? await session.Clients.ClientAsync(clientId) : null;
        var next = await session.FollowUps.OfVisitAsync(visit.Id) is [var first, ..] ? first : null;
        var step = undoId ?? (await session.Undo.LatestOfSubjectAsync(visit.Id))?.Id ?? Guid.Empty;
        return new VisitLogged(
            new VisitView(visit, employer, contact, client?.Reference, next),
            step,
            await VisitTally.ProgressAsync(session, specialist, visit.On, fidelity),
            await session.FollowUps.CountOpenOfOwnerAsync(specialist.Id, DateOnly.FromDateTime(LondonClock.ToLocal(now))))
        {
            Standing = CountStanding.Of(visit, fidelity),
            ThankYouDue = await NextSteps.ThankYouDueAsync(session, visit, DateOnly.FromDateTime(LondonClock.ToLocal(now)), fidelity),
        };
    }
}
