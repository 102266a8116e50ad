using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Employers;

/// <summary>Adding, changing and archiving employers; each in one transaction with the audit of every field and the step that undoes it.</summary>
public sealed class EmployerEditing(ICrmStore store, LondonClock clock, Ids ids, EngagementOptions engagement, FreeTextCheck freeText)
{
    /// <summary>The employer with its version, as this person may see it; also one that is archived.</summary>
    public Task<Outcome<EmployerSaved>> ShowAsync(Actor actor, Guid employerId, Alongside<Outcome<EmployerSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<EmployerSaved>> Body(ICrmSession session) =>
            await session.Employers.EmployerAsync(employerId) is { } employer ? new EmployerSaved(employer.AsSeenBy(actor), [], null) : RefusalReason.NotFound;
    }

    /// <summary>Adds the employer to the actor's team. Likely doubles are for <see cref="LikelyDoubles"/> to show before.</summary>
    public Task<Outcome<EmployerSaved>> AddAsync(Actor actor, AddEmployer add, Alongside<Outcome<EmployerSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(add);
        var now = clock.Now;
        var (id, undoId, auditId) = (add.Id ?? ids.New(), ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<EmployerSaved>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            if ((add.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null) || await session.Employers.EmployerAsync(id) is not null)
                return RefusalReason.LineFinished;
            var details = add.Details with { OwnerId = add.Details.OwnerId ?? specialistId };
            var none = new Employer { Id = id, Name = string.Empty, TeamId = teamId, CreatedAt = now, Version = 1 };
            var (after, repairs, refusal) = await ReadAsync(session, actor, none, details, add.Guard, now);
            if (refusal is not null)
                return refusal;
            await session.Employers.AddAsync(after);
            await EmployerEvidence.ReplaceAsync(session, null, after, LevelReason.Needs, actor.TeamId, engagement, now);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "employer-added", "employer", id), GuardDecision.Values(add.Guard, auditId));
            await session.Undo.AddAsync(new UndoRows { Employer = new RowVersion(id, 1) }.Step(undoId, specialistId, UndoKind.EmployerAdded, id, now));
            if (add.DraftId is { } finished)
                await session.Conversations.RemoveDraftAsync(finished);
            return new EmployerSaved(after, repairs, undoId);
        }
    }

    /// <summary>Saves the fields as they are to be; a version that moved on is refused with who changed what.</summary>
    public Task<Outcome<EmployerSaved>> ChangeAsync(Actor actor, ChangeEmployer change, Alongside<Outcome<EmployerSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var now = clock.Now;
        return SaveAsync(
            actor, change.EmployerId, change.ExpectedVersion, "employer-changed", change.Guard, now, (session, before) => ReadAsync(session, actor, before, change.Details, change.Guard, now),
            also, cancellationToken);
    }

    /// <summary>Takes the employer out of look-ups; everything about it stays.</summary>
    public Task<Outcome<EmployerSaved>> ArchiveAsync(
        Actor actor, Guid employerId, int expectedVersion, Alongside<Outcome<EmployerSaved>>? also, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return SaveAsync(
            actor, employerId, expectedVersion, "employer-archived", null, clock.Now, (_, before) => Changed(before with { ArchivedOn = before.ArchivedOn ?? today }), also, cancellationToken);
    }

    public Task<Outcome<EmployerSaved>> RestoreAsync(
        Actor actor, Guid employerId, int expectedVersion, Alongside<Outcome<EmployerSaved>>? also, CancellationToken cancellationToken) =>
        SaveAsync(actor, employerId, expectedVersion, "employer-restored", null, clock.Now, (_, before) => Changed(before with { ArchivedOn = null }), also, cancellationToken);

    private static Task<EmployerRead> Changed(Employer after) => Task.FromResult(new EmployerRead(after, [], null));

    private Task<Outcome<EmployerSaved>> SaveAsync(
        Actor actor, Guid employerId, int expectedVersion, string action, GuardDecision? guard, DateTimeOffset now,
        Func<ICrmSession, Employer, Task<EmployerRead>> decide, Alongside<Outcome<EmployerSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<EmployerSaved>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: { } specialistId, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            if (await session.Employers.EmployerAsync(employerId) is not { } before)
                return RefusalReason.NotFound;
            if (await EmployerAccess.RefusalAsync(session, actor, before) is { } notTheirs)
                return notTheirs;
            if (before.Version != expectedVersion)
                return await LatestChange.RefusalAsync(session, employerId);
            var (decided, repairs, refusal) = await decide(session, before);
            if (refusal is not null)
                return refusal;
            if (decided == before)
                return new EmployerSaved(before, repairs, null);

            var after = decided with { Version = before.Version + 1 };
            if (!await session.Employers.SaveAsync(after, before.Version))
                return await LatestChange.RefusalAsync(session, employerId);
            await EmployerEvidence.ReplaceAsync(session, before, after, LevelReason.Needs, actor.TeamId, engagement, now);
            if (before.ArchivedOn is null && after.ArchivedOn is not null)
                await session.Outbox.CancelAsync(new Unsent.OfEmployer(employerId), OutboxReasons.EmployerArchived, now);
            await session.Audit.AddAsync(
                AuditEntry.Of(auditId, now, actor, action, "employer", employerId), [.. EmployerAudit.Values(auditId, before, after), .. GuardDecision.Values(guard, auditId)]);
            var rows = new UndoRows { Employer = new RowVersion(employerId, after.Version), EmployerBefore = before };
            await session.Undo.AddAsync(rows.Step(undoId, specialistId, UndoKind.EmployerChanged, employerId, now));
            return new EmployerSaved(after, repairs, undoId);
        }
    }

    private async Task<EmployerRead> ReadAsync(ICrmSession session, Actor actor, Employer before, EmployerDetails typed, GuardDecision? guard, DateTimeOffset now)
    {
        var fields = new FieldReader();
        var after = EmployerFields.Read(fields, before, typed, DateOnly.FromDateTime(LondonClock.ToLocal(now)));
        if (after.OwnerId != before.OwnerId && after.OwnerId is { } ownerId)
            fields.AddIf((await session.People.SpecialistAsync(ownerId))?.TeamId != before.TeamId, EmployerField.Owner, FieldReason.OwnerUnknown);
        if (after.BranchOfId != before.BranchOfId && after.BranchOfId is { } wholeId)
            fields.AddIf(!await IsOutsideAsync(session, wholeId, after.Id), EmployerField.BranchOf, FieldReason.BranchOfUnknown);
        if (fields.Refusal is { } wrong)
            return new EmployerRead(after, [], wrong);
        var texts = new TypedTexts
        {
            EmployerId = before.Version > 1 || before.Name.Length > 0 ? before.Id : null, NewEmployerName = after.Name,
            Texts = [after.Needs == before.Needs ? null : after.Needs, after.Notes == before.Notes ? null : after.Notes],
        };
        return new EmployerRead(after, fields.Repairs, await freeText.RefusalAsync(session, actor, texts, guard));
    }

    /// <summary>Whether the employer is there and is not the branch itself, nor above it only because the branch is above the employer.</summary>
    private static async Task<bool> IsOutsideAsync(ICrmSession session, Guid wholeId, Guid branchId)
    {
        const int Deepest = 10;
        Guid? above = wholeId;
        for (var depth = 0; above is { } id && depth < Deepest; depth++)
        {
            if (id == branchId || await session.Employers.EmployerAsync(id) is not { } employer)
                return false;
            above = employer.BranchOfId;
        }

        return above is null;
    }

    private sealed record EmployerRead(Employer After, IReadOnlyList<FieldRepair> Repairs, Refusal? Refusal);
}
