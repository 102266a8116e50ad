using EmployerCrm.Core.Audit;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Undo;

/// <summary>Taking back what a person chose for themselves, and leave.</summary>
internal static class SettingsUndo
{
    public static bool Covers(UndoKind kind) => kind is UndoKind.SettingsChanged or UndoKind.LeaveAdded or UndoKind.LeaveChanged or UndoKind.LeaveRemoved;

    /// <summary>Null when what was changed has moved on.</summary>
    public static async Task<Undone?> TakeBackAsync(ICrmSession session, Actor actor, UndoStep step, DateTimeOffset now, Guid auditId)
    {
        var rows = UndoRows.Of(step);
        if (rows is { Settings: { } settings, SettingsBefore: { } before })
        {
            var current = await session.Settings.OfAsync(settings.Id);
            var again = before with { Version = settings.Version + 1 };
            if (!await session.Settings.SaveAsync(again, settings.Version))
                return null;
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "settings-undone", OwnSettings.AuditKind, settings.Id), SettingsAudit.Values(auditId, current, again));
            await Undoing.RestampAsync(session, settings.Id, settings.Id, before.Version, again.Version);
            // Several changes stand on cards of their own: each is told by its step.
            return new Undone(step.Kind, step.Id, null, null, null, null, null, null);
        }

        if (await LeaveAsync(session, rows) is not { } taken)
            return null;
        var (was, stands) = taken;
        await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "leave-undone", LeaveBook.AuditKind, step.SubjectId), SettingsAudit.Values(auditId, was, stands));
        return new Undone(step.Kind, step.SubjectId, null, null, null, null, null, null) { Leave = stands ?? was };
    }

    /// <summary>The leave as it was until now, and as it is now; null when it moved on.</summary>
    private static async Task<(Leave? Was, Leave? Stands)?> LeaveAsync(ICrmSession session, UndoRows rows)
    {
        if (rows.Leave is not { } row)
        {
            if (rows.LeaveBefore is not { } removed || await IsAwayAsync(session, removed, null))
                return null;
            await session.Settings.AddAsync(removed);
            return (null, removed);
        }

        if (await session.Settings.LeaveAsync(row.Id) is not { } current || current.Version != row.Version)
            return null;
        if (rows.LeaveBefore is not { } before)
            return await session.Settings.RemoveLeaveAsync(row.Id, row.Version) ? (current, null) : null;
        if (await IsAwayAsync(session, before, before.Id))
            return null;
        var again = before with { Version = row.Version + 1 };
        await session.Settings.SaveAsync(again, row.Version);
        await Undoing.RestampAsync(session, row.Id, row.Id, before.Version, again.Version);
        return (current, again);
    }

    /// <summary>Other leave was recorded for those days meanwhile.</summary>
    private static async Task<bool> IsAwayAsync(ICrmSession session, Leave leave, Guid? butId) =>
        (await session.Settings.LeaveAsync([leave.SpecialistId], leave.From, leave.To)).Any(other => other.Id != butId);
}
