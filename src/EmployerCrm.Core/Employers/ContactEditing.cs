using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Employers;

/// <summary>Adding and changing people at employers; each in one transaction with the audit of every field and the step that undoes it.</summary>
public sealed class ContactEditing(ICrmStore store, LondonClock clock, Ids ids, FreeTextCheck freeText)
{
    /// <summary>Adds the contact; somebody of the same name who still works there is refused as known.</summary>
    public Task<Outcome<ContactSaved>> AddAsync(Actor actor, AddContact add, Alongside<Outcome<ContactSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(add);
        var now = clock.Now;
        var (id, undoId, auditId) = (add.Id ?? ids.New(), ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ContactSaved>> Body(ICrmSession session)
        {
            var (employer, notAllowed) = await EmployerAsync(session, actor, add.EmployerId);
            if (employer is null)
                return notAllowed!;
            if ((add.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null) || await session.Employers.ContactAsync(id) is not null)
                return RefusalReason.LineFinished;
            var none = new Contact { Id = id, EmployerId = employer.Id, Name = string.Empty, Version = 1 };
            var (after, repairs, refusal) = await ReadAsync(session, actor, none, add.Details, add.Guard, now);
            if (refusal is not null)
                return refusal;
            var key = FoldedText.Key(after.Name);
            if ((await session.Employers.ContactsAsync(employer.Id)).Any(known => known.LeftOn is null && FoldedText.Key(known.Name) == key))
                return new Refusal(RefusalReason.ContactKnown) { Names = [after.Name] };
            await session.Employers.AddAsync(after);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "contact-added", "contact", id), GuardDecision.Values(add.Guard, auditId));
            await session.Undo.AddAsync(new UndoRows { Contact = new RowVersion(id, 1) }.Step(undoId, actor.SpecialistId!.Value, UndoKind.ContactAdded, id, now));
            if (add.DraftId is { } finished)
                await session.Conversations.RemoveDraftAsync(finished);
            return new ContactSaved(after, employer, repairs, undoId);
        }
    }

    /// <summary>Saves the fields as they are to be; a version that moved on is refused with who changed what.</summary>
    public Task<Outcome<ContactSaved>> ChangeAsync(Actor actor, ChangeContact change, Alongside<Outcome<ContactSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ContactSaved>> Body(ICrmSession session)
        {
            if (await session.Employers.ContactAsync(change.ContactId) is not { } before)
                return RefusalReason.NotFound;
            var (employer, notAllowed) = await EmployerAsync(session, actor, before.EmployerId);
            if (employer is null)
                return notAllowed!;
            if (before.Version != change.ExpectedVersion)
                return await LatestChange.RefusalAsync(session, before.Id);
            var (decided, repairs, refusal) = await ReadAsync(session, actor, before, change.Details, change.Guard, now);
            if (refusal is not null)
                return refusal;
            if (decided == before)
                return new ContactSaved(before, employer, repairs, null);

            var after = decided with { Version = before.Version + 1 };
            if (!await session.Employers.SaveAsync(after, before.Version))
                return await LatestChange.RefusalAsync(session, before.Id);
            await session.Audit.AddAsync(
                AuditEntry.Of(auditId, now, actor, "contact-changed", "contact", after.Id),
                [.. EmployerAudit.Values(auditId, before, after), .. GuardDecision.Values(change.Guard, auditId)]);
            var rows = new UndoRows { Contact = new RowVersion(after.Id, after.Version), ContactBefore = before };
            await session.Undo.AddAsync(rows.Step(undoId, actor.SpecialistId!.Value, UndoKind.ContactChanged, after.Id, now));
            return new ContactSaved(after, employer, repairs, undoId);
        }
    }

    private static async Task<(Employer? Employer, Refusal? Refusal)> EmployerAsync(ICrmSession session, Actor actor, Guid employerId)
    {
        if (actor is not { SpecialistId: not null, Role: Role.Specialist or Role.TeamLead })
            return (null, new Refusal(RefusalReason.NotAllowed));
        if (await session.Employers.EmployerAsync(employerId) is not { } employer)
            return (null, new Refusal(RefusalReason.NotFound));
        return await EmployerAccess.RefusalAsync(session, actor, employer) is { } notTheirs ? (null, notTheirs) : (employer, null);
    }

    private async Task<ContactRead> ReadAsync(ICrmSession session, Actor actor, Contact before, ContactDetails typed, GuardDecision? guard, DateTimeOffset now)
    {
        var fields = new FieldReader();
        var after = ContactFields.Read(fields, before, typed, DateOnly.FromDateTime(LondonClock.ToLocal(now)));
        if (fields.Refusal is { } wrong)
            return new ContactRead(after, [], wrong);
        var texts = new TypedTexts { EmployerId = before.EmployerId, Texts = [after.BestTime == before.BestTime ? null : after.BestTime] };
        return new ContactRead(after, fields.Repairs, await freeText.RefusalAsync(session, actor, texts, guard));
    }

    private sealed record ContactRead(Contact After, IReadOnlyList<FieldRepair> Repairs, Refusal? Refusal);
}
