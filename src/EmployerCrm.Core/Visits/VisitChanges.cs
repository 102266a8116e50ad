using EmployerCrm.Core.Outbox;
using System.Globalization;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Visits;

/// <summary>Who changes which visit, seen at which version, and the keys of what is written beside it.</summary>
/// <param name="Action">The name in the audit: visit-changed, visit-moved, …</param>
internal sealed record VisitChange(Actor Actor, Guid VisitId, int ExpectedVersion, string Action, DateTimeOffset Now, Guid UndoId, Guid AuditId, SupportSchedules Schedules)
{
    /// <summary>For what schedules owe since.</summary>
    public RowKeys Steps { get; } = Schedules.NewKeys();

    /// <summary>What the person answered about texts in it, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>
    /// Whether it can be made on a later version than the person saw, because it touches nothing that was said since: two quick taps on one card are both
    /// meant, though the second saw the card as it was before the first. Null: never.
    /// </summary>
    public Func<ICrmSession, Visit, Task<bool>>? StillFits { get; init; }
}

/// <summary>The one shape of a change to a visit that is recorded: its own specialist, at the version they saw, with counts, audit and undo step.</summary>
internal static class VisitChanges
{
    /// <summary>Saves what <paramref name="decide"/> makes of the visit. What comes out as it was is not saved unless something else is.</summary>
    /// <param name="alsoSave">Saves what hangs on the visit, and adds it to the rows that the undo step takes back.</param>
    public static async Task<Outcome<VisitLogged>> SaveAsync(
        ICrmSession session, VisitChange change, FidelityOptions fidelity, Func<Visit, Task<Outcome<Visit>>> decide, Func<Visit, UndoRows, Task<UndoRows>>? alsoSave = null)
    {
        if (await session.Visits.VisitAsync(change.VisitId) is not { } before)
            return RefusalReason.NotFound;
        if (before.SpecialistId != change.Actor.SpecialistId)
            return RefusalReason.NotAllowed;
        if (before.Version != change.ExpectedVersion && (change.StillFits is not { } fits || !await fits(session, before)))
            return await LatestChange.RefusalAsync(session, before.Id);
        var decided = await decide(before);
        if (decided.Value is not { } decision)
            return decided.Refusal!;
        if (decision == before && alsoSave is null)
            return await VisitEditing.ShowAsync(session, change.Actor, before.Id, null, change.Now, fidelity);

        var after = decision with { Version = before.Version + 1 };
        if (!await session.Visits.SaveAsync(after, before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        await VisitTally.ReplaceAsync(session, before, after, fidelity, change.Now);
        await Recall.VisitAsync(session, before, after, change.Now);
        var undo = new UndoRows { Visit = new RowVersion(after.Id, after.Version), VisitBefore = before };
        if (alsoSave is not null)
            undo = await alsoSave(after, undo);
        var support = await VisitSteps.KeepAsync(change.Schedules, SupportTurn.Begin(session, change.Actor, change.Now, change.Steps), before, after);
        undo = support?.Owed.In(undo) ?? undo;
        await session.Audit.AddAsync(
            AuditEntry.Of(change.AuditId, change.Now, change.Actor, change.Action, "visit", after.Id),
            [.. Values(change.AuditId, before, after), .. GuardDecision.Values(change.Guard, change.AuditId)]);
        var step = undo.Step(change.UndoId, after.SpecialistId, UndoKind.VisitChanged, after.Id, change.Now);
        await session.Undo.AddAsync(step);
        return (await VisitEditing.ShowAsync(session, change.Actor, after.Id, step.Id, change.Now, fidelity)).Value! with { Support = support };
    }

    /// <summary>The fields that differ, as the audit keeps them.</summary>
    public static List<AuditValue> Values(Guid auditId, Visit before, Visit after)
    {
        (string Field, string? Old, string? New)[] fields =
        [
            ("employer", before.EmployerId.ToString(), after.EmployerId.ToString()),
            ("state", before.State.ToString(), after.State.ToString()),
            ("channel", before.Channel.ToString(), after.Channel.ToString()),
            ("on", Iso(before.On), Iso(after.On)),
            ("at", Iso(before.At), Iso(after.At)),
            ("contact", before.ContactId?.ToString(), after.ContactId?.ToString()),
            ("client", before.ClientId?.ToString(), after.ClientId?.ToString()),
            ("notes", before.Notes, after.Notes),
            ("purpose", Words(before.Facts.Purpose, before, VisitFields.Purpose), Words(after.Facts.Purpose, after, VisitFields.Purpose)),
            ("reached", Words(before.Facts.Reached, before, VisitFields.Reached), Words(after.Facts.Reached, after, VisitFields.Reached)),
            ("client-present", Words(before.Facts.ClientPresent, before, VisitFields.ClientPresent), Words(after.Facts.ClientPresent, after, VisitFields.ClientPresent)),
            ("client-specific", Words(before.Facts.ClientSpecific, before, VisitFields.ClientSpecific), Words(after.Facts.ClientSpecific, after, VisitFields.ClientSpecific)),
            ("matches-preferences", before.Facts.MatchesPreferences?.ToString(), after.Facts.MatchesPreferences?.ToString()),
            ("cancelled-because", before.CancelledBecause, after.CancelledBecause),
            ("nothing-next", before.NothingNext.ToString(), after.NothingNext.ToString()),
        ];
        return [.. fields.Where(field => field.Old != field.New)
            .Select(field => new AuditValue { AuditId = auditId, Field = field.Field, OldValue = field.Old, NewValue = field.New })];
    }

    private static string Words<T>(T value, Visit visit, VisitFields field) => visit.Facts.IsAssumed(field) ? $"{value} (assumed)" : $"{value}";

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static string? Iso(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
