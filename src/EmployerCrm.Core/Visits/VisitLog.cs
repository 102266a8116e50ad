using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Visits;

/// <summary>Recording employer contacts, held and planned.</summary>
public sealed class VisitLog(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, FreeTextCheck freeText, SupportSchedules schedules)
{
    /// <summary>Records the visit with what was promised at it, the week's count, the audit and the step that undoes it, in one transaction.</summary>
    public Task<Outcome<VisitLogged>> LogAsync(
        Actor actor, LogVisit visit, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken) =>
        store.WriteAsync(Prepare(actor, visit), also, cancellationToken);

    /// <summary>The same, to be run in a transaction with other things that were told at once. One that is refused does not keep the others from being recorded.</summary>
    public Func<ICrmSession, Task<Outcome<VisitLogged>>> Prepare(Actor actor, LogVisit visit)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(visit);
        var now = clock.Now;
        var keys = NewKeys();
        return session => LogAsync(session, actor, visit, now, keys);
    }

    private Keys NewKeys() => new(ids.New(), ids.New(), ids.New(), ids.New(), ids.New(), ids.New(), schedules.NewKeys());

    private async Task<Outcome<VisitLogged>> LogAsync(ICrmSession session, Actor actor, LogVisit visit, DateTimeOffset now, Keys keys)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (VisitRules.Check(visit, today) is { } refusal)
            return refusal;

        if (await IsFinishedAsync(session, visit))
            return RefusalReason.LineFinished;

        Visit? planned = null;
        if (visit.PlannedVisitId is { } plannedId)
        {
            planned = await session.Visits.VisitAsync(plannedId);
            if (planned is null || planned.SpecialistId != specialistId || planned.EmployerId != visit.EmployerId)
                return RefusalReason.NotFound;
            if (HeldVisits.Check(planned, visit.On, visit.Notes, today) is { } notHeld)
                return notHeld;
        }

        Client? client = null;
        if (visit.ClientReference is { } reference && (client = await session.Clients.OfTeamAsync(teamId, reference)) is null)
            return RefusalReason.ClientUnknown;
        if (await session.People.SpecialistAsync(specialistId) is not { } specialist)
            return RefusalReason.NotAllowed;
        if (await freeText.RefusalAsync(session, actor, visit.Typed, visit.Guard) is { } unanswered)
            return unanswered;

        var undo = new UndoRows();
        Employer? employer;
        if (visit.EmployerId is { } employerId)
        {
            employer = await session.Employers.EmployerAsync(employerId);
            if (employer is null)
                return RefusalReason.NotFound;
        }
        else
        {
            employer = new Employer { Id = keys.Employer, Name = visit.NewEmployerName!.Trim(), TeamId = teamId, OwnerId = specialistId, CreatedAt = now, Version = 1 };
            await session.Employers.AddAsync(employer);
            undo = undo with { Employer = new RowVersion(employer.Id, employer.Version) };
        }

        var (contact, contactAdded) = await ContactChoice.FindOrAddAsync(session, employer.Id, visit.ContactId, visit.ContactName, visit.ContactIsNew, keys.Contact);
        if (contactAdded)
            undo = undo with { Contact = new RowVersion(contact!.Id, contact.Version) };

        var row = planned is null
            ? await NewAsync(session, visit, visit.Id ?? keys.Visit, employer, specialist, contact, client, now)
            : await HeldVisits.OfAsync(session, planned, new HeldContact(visit.Channel, visit.On, visit.At, contact, client, visit.Notes, visit.Stated), now);
        if (planned is null)
        {
            await session.Visits.AddAsync(row);
            await VisitTally.AddAsync(session, row, fidelity, now);
        }
        else
        {
            row = row with { Version = planned.Version + 1 };
            if (!await session.Visits.SaveAsync(row, planned.Version))
                return RefusalReason.ChangedMeanwhile;
            await VisitTally.ReplaceAsync(session, planned, row, fidelity, now);
            await Recall.VisitAsync(session, planned, row, now);
        }

        undo = undo with { Visit = new RowVersion(row.Id, row.Version), VisitBefore = planned };
        FollowUp? next = null;
        if (visit.Next is { } promised)
            (next, undo) = await PromisedSteps.AddAsync(session, row, promised, undo, now, keys.FollowUp);
        var support = await SupportAsync(SupportTurn.Begin(session, actor, now, keys.Steps), row, client);
        undo = support?.Owed.In(undo) ?? undo;

        var action = planned is not null ? "visit-happened" : row.State == VisitState.Held ? "visit-logged" : "visit-planned";
        await session.Audit.AddAsync(
            AuditEntry.Of(keys.Audit, now, actor, action, "visit", row.Id),
            [.. planned is null ? [] : VisitChanges.Values(keys.Audit, planned, row), .. GuardDecision.Values(visit.Guard, keys.Audit)]);
        var step = undo.Step(keys.Undo, specialistId, planned is null ? UndoKind.VisitLogged : UndoKind.VisitChanged, row.Id, now);
        await session.Undo.AddAsync(step);
        if (visit.DraftId is { } draftId)
            await session.Conversations.RemoveDraftAsync(draftId);

        if (planned is not null)
            return (await VisitEditing.ShowAsync(session, actor, row.Id, step.Id, now, fidelity)).Value! with { ContactAdded = contactAdded, Support = support };
        return new VisitLogged(
            new VisitView(row, employer, contact, client?.Reference, next),
            step.Id,
            await VisitTally.ProgressAsync(session, specialist, row.On, fidelity),
            await session.FollowUps.CountOpenOfOwnerAsync(specialistId, today))
        {
            ContactAdded = contactAdded, Support = support, Standing = CountStanding.Of(row, fidelity), ThankYouDue = next is null ? await NextSteps.ThankYouDueAsync(session, row, today, fidelity) : null,
        };
    }

    /// <summary>What the contact does of what is owed about the client it names, and whether the client let the employer know; null for a general contact.</summary>
    private async Task<VisitSupport?> SupportAsync(SupportTurn turn, Visit visit, Client? client)
    {
        if (client is null)
            return null;
        if (ContactMade.Of(visit) is { } made)
            await schedules.FulfilAsync(turn, client, made);
        return await VisitSteps.SupportAsync(turn, visit);
    }

    private static async Task<Visit> NewAsync(
        ICrmSession session, LogVisit visit, Guid id, Employer employer, Specialist specialist, Contact? contact, Client? client, DateTimeOffset now)
    {
        var known = await ContactBackgrounds.OfAsync(session, employer.Id, contact, client, visit.On, id);
        return new Visit
        {
            Id = id, EmployerId = employer.Id, SpecialistId = specialist.Id, TeamId = specialist.TeamId, ContactId = contact?.Id, ClientId = client?.Id,
            State = visit.State, Channel = visit.Channel, On = visit.On, At = visit.At, Notes = Text.OrNull(visit.Notes),
            Facts = ContactProposal.Of(visit.Stated, known), LoggedAt = now, Version = 1,
        };
    }

    /// <summary>A question answered twice, or a form saved twice, is one visit.</summary>
    private static async Task<bool> IsFinishedAsync(ICrmSession session, LogVisit visit) =>
        (visit.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null)
        || (visit.Id is { } id && await session.Visits.VisitAsync(id) is not null);

    private sealed record Keys(Guid Visit, Guid FollowUp, Guid Employer, Guid Contact, Guid Undo, Guid Audit, RowKeys Steps);
}
