using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.People;

/// <summary>Leave with the name of who covers.</summary>
public sealed record LeaveShown(Leave Leave, string PersonName, string? CoverName);

/// <summary>What a person has chosen, when they are away from today on, whom they cover, and who could cover them.</summary>
public sealed record SettingsShown(
    Specialist Person, PersonSettings Settings, IReadOnlyList<LeaveShown> Leave, IReadOnlyList<LeaveShown> Covering, IReadOnlyList<Specialist> Colleagues, DateOnly Today);

/// <summary>What became of settings.</summary>
/// <param name="UndoId">The step that takes it back; null when nothing was changed.</param>
public sealed record SettingsChanged(PersonSettings Before, PersonSettings After, Guid? UndoId);

/// <summary>A person's own settings. Nobody has those of another.</summary>
public sealed class OwnSettings(ICrmStore store, LondonClock clock, Ids ids)
{
    internal const string AuditKind = "settings";

    public Task<Outcome<SettingsShown>> ShowAsync(Actor actor, Alongside<Outcome<SettingsShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return also is null
            ? store.ReadAsync(session => ShowAsync(session, actor, today), cancellationToken)
            : store.WriteAsync(session => ShowAsync(session, actor, today), also, cancellationToken);
    }

    /// <summary>Saves what was chosen with the audit and the step that undoes it, in one transaction.</summary>
    public Task<Outcome<SettingsChanged>> ChangeAsync(
        Actor actor, ChangeSettings change, Alongside<Outcome<SettingsChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var (now, auditId, undoId) = (clock.Now, ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<SettingsChanged>> Body(ICrmSession session)
        {
            if (actor.SpecialistId is not { } id)
                return RefusalReason.NotAllowed;
            var before = await session.Settings.OfAsync(id);
            if (change.ExpectedVersion is { } seen && seen != before.Version)
                return await LatestChange.RefusalAsync(session, id);
            var after = change.Of(before, now);
            if (after == before)
                return new SettingsChanged(before, before, null);
            if (SettingsRules.Check(after) is { } refusal)
                return refusal;
            var saved = after with { Version = before.Version + 1 };
            if (!await session.Settings.SaveAsync(saved, before.Version))
                return RefusalReason.ChangedMeanwhile;
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "settings-changed", AuditKind, id), SettingsAudit.Values(auditId, before, saved));
            var rows = new UndoRows { Settings = new RowVersion(id, saved.Version), SettingsBefore = before };
            await session.Undo.AddAsync(rows.Step(undoId, id, UndoKind.SettingsChanged, id, now));
            return new SettingsChanged(before, saved, undoId);
        }
    }

    private static async Task<Outcome<SettingsShown>> ShowAsync(ICrmSession session, Actor actor, DateOnly today)
    {
        if (actor.SpecialistId is not { } id || await session.People.SpecialistAsync(id) is not { } person)
            return RefusalReason.NotAllowed;
        return new SettingsShown(
            person, await session.Settings.OfAsync(id), await LeaveRules.ShownAsync(session, await session.Settings.LeaveAsync(id, today)),
            await LeaveRules.ShownAsync(session, await session.Settings.CoveredByAsync(id, today, DateOnly.MaxValue)), await LeaveRules.ColleaguesAsync(session, person, today), today);
    }
}
