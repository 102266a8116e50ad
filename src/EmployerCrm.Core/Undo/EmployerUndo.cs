using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Undo;

/// <summary>Taking back what was done to an employer, a contact or an opening.</summary>
internal static class EmployerUndo
{
    public static bool Covers(UndoKind kind) =>
        kind is UndoKind.EmployerAdded or UndoKind.EmployerChanged or UndoKind.ContactAdded or UndoKind.ContactChanged or UndoKind.OpeningRecorded or UndoKind.OpeningChanged;

    /// <summary>Removes what was added unless somebody has built on it, or makes what was changed again what it was; null when it moved on.</summary>
    public static async Task<Undone?> TakeBackAsync(ICrmSession session, Actor actor, UndoStep step, EngagementOptions engagement, DateTimeOffset now, Guid auditId)
    {
        var rows = UndoRows.Of(step);
        var taken = step.Kind switch
        {
            UndoKind.EmployerAdded or UndoKind.EmployerChanged => await EmployerAsync(session, rows, actor, engagement, now, auditId),
            UndoKind.ContactAdded or UndoKind.ContactChanged => await ContactAsync(session, rows, auditId),
            _ => await OpeningAsync(session, rows, engagement, now, auditId),
        };
        if (taken is null)
            return null;
        var employer = await session.Employers.EmployerAsync(taken.EmployerId);
        await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, $"{taken.Record}-undone", taken.Record, step.SubjectId), taken.Values);
        return new Undone(step.Kind, step.SubjectId, employer?.Name ?? taken.Title, taken.Title, null, null, null, null);
    }

    private static async Task<Taken?> EmployerAsync(
        ICrmSession session, UndoRows rows, Actor actor, EngagementOptions engagement, DateTimeOffset now, Guid auditId)
    {
        var row = rows.Employer!;
        if (await session.Employers.EmployerAsync(row.Id) is not { } employer || employer.Version != row.Version)
            return null;
        if (rows.EmployerBefore is not { } before)
            return await session.Employers.RemoveEmployerIfUnusedAsync(row.Id, row.Version) ? new Taken("employer", row.Id, employer.Name, []) : null;
        var again = before with { Version = row.Version + 1 };
        await session.Employers.SaveAsync(again, row.Version);
        await EmployerEvidence.ReplaceAsync(session, employer, again, LevelReason.Corrected, actor.TeamId, engagement, now);
        await Undoing.RestampAsync(session, row.Id, row.Id, before.Version, again.Version);
        return new Taken("employer", row.Id, again.Name, EmployerAudit.Values(auditId, employer, again));
    }

    private static async Task<Taken?> ContactAsync(ICrmSession session, UndoRows rows, Guid auditId)
    {
        var row = rows.Contact!;
        if (await session.Employers.ContactAsync(row.Id) is not { } contact || contact.Version != row.Version)
            return null;
        if (rows.ContactBefore is not { } before)
            return await session.Employers.RemoveContactIfUnusedAsync(row.Id, row.Version) ? new Taken("contact", contact.EmployerId, contact.Name, []) : null;
        var again = before with { Version = row.Version + 1 };
        await session.Employers.SaveAsync(again, row.Version);
        await Undoing.RestampAsync(session, row.Id, row.Id, before.Version, again.Version);
        return new Taken("contact", contact.EmployerId, again.Name, EmployerAudit.Values(auditId, contact, again));
    }

    private static async Task<Taken?> OpeningAsync(ICrmSession session, UndoRows rows, EngagementOptions engagement, DateTimeOffset now, Guid auditId)
    {
        var row = rows.Opening!;
        if (await session.Openings.OpeningAsync(row.Id) is not { } opening || opening.Version != row.Version)
            return null;
        if (rows.OpeningBefore is not { } before)
        {
            if (!await session.Openings.RemoveAsync(row.Id, row.Version))
                return null;
            await EmployerEvidence.ReplaceAsync(session, opening, null, LevelReason.Corrected, engagement, now);
            return new Taken("opening", opening.EmployerId, opening.Job, []);
        }

        var again = before with { Version = row.Version + 1 };
        await session.Openings.SaveAsync(again, row.Version);
        await Undoing.RestampAsync(session, row.Id, row.Id, before.Version, again.Version);
        return new Taken("opening", opening.EmployerId, again.Job, EmployerAudit.Values(auditId, opening, again));
    }

    private sealed record Taken(string Record, Guid EmployerId, string Title, IReadOnlyList<AuditValue> Values);
}
