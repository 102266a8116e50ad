using System.Globalization;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Visits;

/// <summary>The fields of a visit as a person corrected them; all of them, so that an emptied field is emptied.</summary>
public sealed record ChangeVisit
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }

    public string? ContactName { get; init; }

    public string? Notes { get; init; }

    public PromisedStep? Next { get; init; }

    /// <summary>The edited line that this carries out; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }
}

/// <summary>Correcting a visit that was logged.</summary>
public sealed class VisitEditing(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity)
{
    /// <summary>The visit with what a form shows; refused for a visit of another person.</summary>
    public Task<Outcome<VisitLogged>> ShowAsync(Actor actor, Guid visitId, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ShowAsync(session, actor, visitId, null, today, fidelity), also, cancellationToken);
    }

    /// <summary>Saves the corrected fields with audit and undo step; a version that moved on is refused.</summary>
    public Task<Outcome<VisitLogged>> ChangeAsync(
        Actor actor, ChangeVisit change, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var now = clock.Now;
        var keys = new Keys(ids.New(), ids.New(), ids.New(), ids.New());
        return store.WriteAsync(session => ChangeAsync(session, actor, change, now, keys, fidelity), also, cancellationToken);
    }

    private static async Task<Outcome<VisitLogged>> ChangeAsync(ICrmSession session, Actor actor, ChangeVisit change, DateTimeOffset now, Keys keys, FidelityOptions fidelity)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (await session.Visits.VisitAsync(change.VisitId) is not { } before)
            return RefusalReason.NotFound;
        if (before.SpecialistId != actor.SpecialistId)
            return RefusalReason.NotAllowed;
        if (before.Version != change.ExpectedVersion)
            return await LatestChange.RefusalAsync(session, before.Id);
        if (VisitRules.CheckDay(before.State, change.On, today) is { } dayRefusal)
            return dayRefusal;
        if (VisitRules.CheckText(null, change.ContactName, change.Notes, change.Next?.Title) is { } textRefusal)
            return textRefusal;

        var (contact, added) = await ContactChoice.FindOrAddAsync(session, before.EmployerId, null, change.ContactName, false, keys.Contact);
        var after = before with
        {
            Channel = change.Channel, On = change.On, At = change.At, ContactId = contact?.Id, Notes = Text.OrNull(change.Notes), Version = before.Version + 1,
        };
        if (!await session.Visits.SaveAsync(after, before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        await VisitTally.ReplaceAsync(session, before, after);

        var undo = new UndoRows
        {
            Visit = new RowVersion(after.Id, after.Version),
            VisitBefore = before,
            Contact = added ? new RowVersion(contact!.Id, contact.Version) : null,
        };
        undo = await ChangeNextAsync(session, after, change.Next, undo, now, keys.FollowUp);
        await session.Audit.AddAsync(AuditEntry.Of(keys.Audit, now, actor, "visit-changed", "visit", after.Id), Changes(keys.Audit, before, after));
        var step = undo.Step(keys.Undo, after.SpecialistId, UndoKind.VisitChanged, after.Id, now);
        await session.Undo.AddAsync(step);
        if (change.DraftId is { } draftId && (await session.Conversations.DraftAsync(draftId))?.SpecialistId == actor.SpecialistId)
            await session.Conversations.RemoveDraftAsync(draftId);
        return await ShowAsync(session, actor, after.Id, step.Id, today, fidelity);
    }

    /// <summary>The visit's open follow-up is changed, added or removed. One that is done stays a record of what was done.</summary>
    private static async Task<UndoRows> ChangeNextAsync(
        ICrmSession session, Visit visit, PromisedStep? next, UndoRows undo, DateTimeOffset now, Guid newId)
    {
        var open = (await session.FollowUps.OfVisitAsync(visit.Id)).FirstOrDefault(followUp => followUp.State == FollowUpState.Open);
        if (open is null && next is not null)
        {
            var added = VisitLog.FollowUpOf(visit, next, newId, now);
            await session.FollowUps.AddAsync(added);
            return undo with { FollowUp = new RowVersion(added.Id, added.Version) };
        }

        if (open is null)
            return undo;
        if (next is null)
        {
            await session.FollowUps.RemoveAsync(open.Id, open.Version);
            return undo with { RemovedFollowUp = open };
        }

        if (open.Title == next.Title.Trim() && open.DueOn == next.DueOn)
            return undo;
        await session.FollowUps.SaveAsync(open with { Title = next.Title.Trim(), DueOn = next.DueOn, Version = open.Version + 1 }, open.Version);
        return undo with { FollowUp = new RowVersion(open.Id, open.Version + 1), FollowUpBefore = open };
    }

    internal static async Task<Outcome<VisitLogged>> ShowAsync(ICrmSession session, Actor actor, Guid visitId, Guid? undoId, DateOnly today, FidelityOptions fidelity)
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
            (await session.FollowUps.OpenOfOwnerAsync(specialist.Id, today)).Count);
    }

    private static List<AuditValue> Changes(Guid auditId, Visit before, Visit after)
    {
        (string Field, string? Old, string? New)[] fields =
        [
            ("channel", before.Channel.ToString(), after.Channel.ToString()),
            ("on", Iso(before.On), Iso(after.On)),
            ("at", Iso(before.At), Iso(after.At)),
            ("contact", before.ContactId?.ToString(), after.ContactId?.ToString()),
            ("notes", before.Notes, after.Notes),
        ];
        return [.. fields.Where(field => field.Old != field.New)
            .Select(field => new AuditValue { AuditId = auditId, Field = field.Field, OldValue = field.Old, NewValue = field.New })];
    }

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static string? Iso(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record Keys(Guid FollowUp, Guid Contact, Guid Undo, Guid Audit);
}
