using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Visits;

/// <summary>Recording employer contacts, held and planned.</summary>
public sealed class VisitLog(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity)
{
    /// <summary>Records the visit with what was promised at it, the week's count, the audit and the step that undoes it, in one transaction.</summary>
    public Task<Outcome<VisitLogged>> LogAsync(
        Actor actor, LogVisit visit, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(visit);
        var now = clock.Now;
        var keys = new Keys(ids.New(), ids.New(), ids.New(), ids.New(), ids.New(), ids.New());
        return store.WriteAsync(session => LogAsync(session, actor, visit, now, keys, fidelity), also, cancellationToken);
    }

    private static async Task<Outcome<VisitLogged>> LogAsync(ICrmSession session, Actor actor, LogVisit visit, DateTimeOffset now, Keys keys, FidelityOptions fidelity)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (VisitRules.Check(visit, today) is { } refusal)
            return refusal;

        if (await IsFinishedAsync(session, visit))
            return RefusalReason.LineFinished;

        Clients.Client? client = null;
        if (visit.ClientReference is { } reference && (client = await session.Clients.OfTeamAsync(teamId, reference)) is null)
            return RefusalReason.ClientUnknown;
        if (await session.People.SpecialistAsync(specialistId) is not { } specialist)
            return RefusalReason.NotAllowed;

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

        var visitId = visit.Id ?? keys.Visit;
        var facts = ContactProposal.Of(visit.Stated, await ContactBackgrounds.OfAsync(session, employer.Id, contact, client, visit.On, visitId));
        var row = new Visit
        {
            Id = visitId, EmployerId = employer.Id, SpecialistId = specialistId, TeamId = teamId, ContactId = contact?.Id, ClientId = client?.Id,
            State = visit.State, Channel = visit.Channel, On = visit.On, At = visit.At, Notes = Text.OrNull(visit.Notes), Facts = facts, LoggedAt = now, Version = 1,
        };
        await session.Visits.AddAsync(row);
        undo = undo with { Visit = new RowVersion(row.Id, row.Version) };

        FollowUp? next = null;
        if (visit.Next is { } promised)
        {
            next = FollowUpOf(row, promised, keys.FollowUp, now);
            await session.FollowUps.AddAsync(next);
            undo = undo with { FollowUp = new RowVersion(next.Id, next.Version) };
        }

        await VisitTally.AddAsync(session, row);
        await session.Audit.AddAsync(
            AuditEntry.Of(keys.Audit, now, actor, row.State == VisitState.Held ? "visit-logged" : "visit-planned", "visit", row.Id), []);
        var step = undo.Step(keys.Undo, specialistId, UndoKind.VisitLogged, row.Id, now);
        await session.Undo.AddAsync(step);
        if (visit.DraftId is { } draftId)
            await session.Conversations.RemoveDraftAsync(draftId);

        return new VisitLogged(
            new VisitView(row, employer, contact, client?.Reference, next),
            step.Id,
            await VisitTally.ProgressAsync(session, specialist, row.On, fidelity),
            (await session.FollowUps.OpenOfOwnerAsync(specialistId, today)).Count) { ContactAdded = contactAdded };
    }

    /// <summary>A question answered twice, or a form saved twice, is one visit.</summary>
    private static async Task<bool> IsFinishedAsync(ICrmSession session, LogVisit visit) =>
        (visit.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null)
        || (visit.Id is { } id && await session.Visits.VisitAsync(id) is not null);

    internal static FollowUp FollowUpOf(Visit visit, PromisedStep promised, Guid id, DateTimeOffset now) => new()
    {
        Id = id, EmployerId = visit.EmployerId, VisitId = visit.Id, ClientId = visit.ClientId, OwnerId = visit.SpecialistId, TeamId = visit.TeamId,
        Title = promised.Title.Trim(), DueOn = promised.DueOn, State = FollowUpState.Open, CreatedAt = now, Version = 1,
    };

    private sealed record Keys(Guid Visit, Guid FollowUp, Guid Employer, Guid Contact, Guid Undo, Guid Audit);
}
