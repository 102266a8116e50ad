using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Clients;

/// <summary>Contacts with clients to record, all on one day and in one way.</summary>
public sealed record RecordClientContacts
{
    /// <summary>As issued, "JS12"; each must be a client of the actor's team.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }

    public required Channel Way { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }
}

/// <summary>One contact, new or known.</summary>
/// <param name="Known">Whether it was recorded before.</param>
public sealed record ClientContactRecorded(string Reference, ClientContact Contact, bool Known);

/// <summary>Contacts with clients that were recorded, or had been.</summary>
/// <param name="UndoId">The step that takes all of them back that are new; null when none is.</param>
public sealed record ClientContactsRecorded(IReadOnlyList<ClientContactRecorded> Contacts, DateOnly Today, Guid? UndoId)
{
    /// <summary>What the contacts did of what was owed, what is owed next, and what they did not do; null when nothing was recorded.</summary>
    public OwedChange? Owed { get; init; }
}

/// <summary>Recording that clients were seen, rung or written to.</summary>
public sealed class ClientContacts(ICrmStore store, LondonClock clock, Ids ids, SupportSchedules schedules)
{
    public const int MostAtOnce = 30;

    /// <summary>Records every contact with what it does of what is owed, its audit and one step that undoes them, in one transaction; a reference that is nobody's of the team refuses all.</summary>
    public Task<Outcome<ClientContactsRecorded>> RecordAsync(
        Actor actor, RecordClientContacts contacts, Alongside<Outcome<ClientContactsRecorded>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(contacts);
        var references = contacts.References.Distinct(StringComparer.Ordinal).ToList();
        if (references.Count > MostAtOnce)
            return store.WriteAsync(_ => Task.FromResult<Outcome<ClientContactsRecorded>>(RefusalReason.TooManyAtOnce), also, cancellationToken);
        var now = clock.Now;
        var keys = new Keys([.. references.Select(_ => (ids.New(), ids.New()))], ids.New(), schedules.NewKeys());
        return store.WriteAsync(session => RecordAsync(session, actor, contacts with { References = references }, now, keys), also, cancellationToken);
    }

    private async Task<Outcome<ClientContactsRecorded>> RecordAsync(
        ICrmSession session, Actor actor, RecordClientContacts wanted, DateTimeOffset now, Keys keys)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (VisitRules.CheckDay(VisitState.Held, wanted.On, today) is { } refusal)
            return refusal;
        if (wanted.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null)
            return RefusalReason.LineFinished;
        var clients = new List<Client>();
        foreach (var reference in wanted.References)
        {
            if (await session.Clients.OfTeamAsync(teamId, reference) is not { } client)
                return new Refusal(RefusalReason.ClientUnknown) { Names = [reference] };
            clients.Add(client);
        }

        var turn = SupportTurn.Begin(session, actor, now, keys.Steps);
        var recorded = new List<ClientContactRecorded>();
        foreach (var (client, (id, auditId)) in clients.Zip(keys.Contacts))
        {
            var known = await session.ClientContacts.SameAsync(client.Id, specialistId, wanted.On, wanted.Way);
            var contact = known ?? new ClientContact
            {
                Id = id, ClientId = client.Id, SpecialistId = specialistId, TeamId = teamId, On = wanted.On, Way = wanted.Way, LoggedAt = now, Version = 1,
            };
            recorded.Add(new ClientContactRecorded(client.Reference, contact, known is not null));
            if (known is not null)
                continue;
            await session.ClientContacts.AddAsync(contact);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "client-contact-recorded", "client-contact", contact.Id), []);
            await schedules.FulfilAsync(turn, client, ContactMade.Of(contact));
        }

        if (wanted.DraftId is { } finished)
            await session.Conversations.RemoveDraftAsync(finished);
        var added = recorded.Where(contact => !contact.Known).Select(contact => new RowVersion(contact.Contact.Id, contact.Contact.Version)).ToList();
        if (added.Count == 0)
            return new ClientContactsRecorded(recorded, today, UndoId: null);
        var step = turn.Owed.In(new UndoRows { ClientContacts = added }).Step(keys.Undo, specialistId, UndoKind.ClientContactsRecorded, added[0].Id, now);
        await session.Undo.AddAsync(step);
        return new ClientContactsRecorded(recorded, today, step.Id) { Owed = turn.Owed };
    }

    private sealed record Keys(IReadOnlyList<(Guid Contact, Guid Audit)> Contacts, Guid Undo, RowKeys Steps);
}
