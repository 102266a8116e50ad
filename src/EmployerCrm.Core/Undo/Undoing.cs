using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Undo;

/// <summary>What was taken back.</summary>
/// <param name="EmployerName">The employer of the visit, follow-up or placement, where there is one.</param>
/// <param name="Title">The follow-up's title where the step was about one.</param>
/// <param name="On">The visit's day, the first day of the job or the day it ended, where the step was about one.</param>
/// <param name="Channel">How the visit was held where the step was about one.</param>
/// <param name="Visit">The visit as it is now, where an edit of it was taken back.</param>
/// <param name="List">What the person owes now, where a list was asked for.</param>
public sealed record Undone(
    UndoKind Kind, Guid SubjectId, string? EmployerName, string? Title, DateOnly? On, Channel? Channel, VisitLogged? Visit, DueListShown? List)
{
    /// <summary>The leave as it is now, or was, where the step was about one.</summary>
    public Leave? Leave { get; init; }

    /// <summary>The client it was about, or several with a comma between.</summary>
    public string? ClientReference { get; init; }

    /// <summary>Steps of a schedule that what was taken back had done or moved.</summary>
    public IReadOnlyList<FollowUp> OwedAgain { get; init; } = [];
}

/// <summary>Taking back what a person did in chat, as long as nobody has built on it.</summary>
public sealed class Undoing(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, SupportSchedules schedules)
{
    /// <summary>How far back a typed "undo" reaches when it names no step.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    /// <summary>How far back other steps about the same follow-ups are kept ready to be taken back.</summary>
    private static readonly TimeSpan RestampedFor = TimeSpan.FromDays(7);

    /// <summary>Takes back one step, or the person's latest of the last day when <paramref name="stepId"/> is null.</summary>
    /// <param name="page">The due list to show with it; null for none.</param>
    public Task<Outcome<Undone>> UndoAsync(
        Actor actor, Guid? stepId, DuePage? page, Alongside<Outcome<Undone>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var (auditId, keys) = (ids.New(), schedules.NewKeys());
        return store.WriteAsync(session => UndoAsync(SupportTurn.Begin(session, actor, now, keys), stepId, page, auditId), also, cancellationToken);
    }

    private async Task<Outcome<Undone>> UndoAsync(SupportTurn turn, Guid? stepId, DuePage? page, Guid auditId)
    {
        var (session, actor, now) = (turn.Session, turn.Actor, turn.Now);
        if (actor.SpecialistId is not { } specialistId)
            return RefusalReason.NotAllowed;
        var step = stepId is { } id ? await session.Undo.StepAsync(id) : await session.Undo.LatestAsync(specialistId, now - Reach);
        if (step is null || step.SpecialistId != specialistId)
            return RefusalReason.NothingToUndo;
        if (step.UndoneAt is { } at)
            return new Refusal(RefusalReason.AlreadyUndone, At: at);

        var rows = UndoRows.Of(step);
        if (EmployerUndo.Covers(step.Kind))
        {
            if (await EmployerUndo.TakeBackAsync(session, actor, step, fidelity.Engagement, now, auditId) is not { } taken)
                return RefusalReason.ChangedMeanwhile;
            await session.Undo.UndoneAsync(step.Id, now);
            return taken with { List = page is { } wanted ? await DueList.NowAsync(session, specialistId, wanted, now, actor.Via) : null };
        }

        if (SettingsUndo.Covers(step.Kind))
        {
            if (await SettingsUndo.TakeBackAsync(session, actor, step, now, auditId) is not { } settled)
                return RefusalReason.ChangedMeanwhile;
            await session.Undo.UndoneAsync(step.Id, now);
            return settled;
        }

        if (await CurrentRowsAsync(session, rows) is not { } current)
            return RefusalReason.ChangedMeanwhile;
        var employer = current.EmployerId is { } employerId ? await session.Employers.EmployerAsync(employerId) : null;

        if (current.OwnClient is { } own && !await ClientUndo.TakeBackAsync(session, rows, own))
            return RefusalReason.ChangedMeanwhile;
        var status = await TakeBackAsync(session, rows, current, fidelity, now);
        if (status == ClientStatus.SteppedDown)
            await SupportSchedules.CancelAsync(turn, current.Clients[0], SupportSchedules.IsOfSupport);
        await session.Undo.UndoneAsync(step.Id, now);
        await RestampEarlierAsync(session, rows, current);
        await RestampFollowUpsAsync(session, specialistId, now, rows);
        await ReconcileAsync(turn, rows);
        var (action, record) = AuditOf(step.Kind);
        await session.Audit.AddAsync(
            AuditEntry.Of(auditId, now, actor, action, record, step.SubjectId),
            status is { } back ? [PlacementUndo.StatusChange(auditId, PlacementUndo.StatusAfter(rows), back)] : []);

        var visit = step.Kind == UndoKind.VisitChanged
            ? (await VisitEditing.ShowAsync(session, actor, step.SubjectId, null, now, fidelity)).Value
            : null;
        var list = page is { } shown ? await DueList.NowAsync(session, specialistId, shown, now, actor.Via) : null;
        return new Undone(
            step.Kind, step.SubjectId, employer?.Name, current.Visit is null ? current.FollowUp?.Title : null,
            current.Visit?.On ?? (step.Kind == UndoKind.JobEnded ? current.Placement!.EndsOn : current.Placement?.StartsOn), current.Visit?.Channel, visit, list)
        {
            ClientReference = current.Clients.Count == 0 ? null : string.Join(", ", current.Clients.Select(client => client.Reference)),
            OwedAgain = await OwedAgainAsync(session, rows),
        };
    }

    /// <summary>What a contact did stays done where another contact does it; and what is told of a contact that was changed back is done.</summary>
    private async Task ReconcileAsync(SupportTurn turn, UndoRows rows)
    {
        var contacts = rows.ClientContacts.Append(rows.Visit).OfType<RowVersion>().Select(row => row.Id);
        var reopened = rows.MovedFollowUps.Where(moved => moved.Before.State == FollowUpState.Open).Select(moved => moved.Before.ClientId).OfType<Guid>().Distinct().ToList();
        foreach (var id in contacts)
            await schedules.ReconcileAsync(turn, id, ContactMade.Of(await turn.Session.Visits.VisitAsync(id)), reopened);
    }

    /// <summary>Of what the step had done, what is open since.</summary>
    private static async Task<IReadOnlyList<FollowUp>> OwedAgainAsync(ICrmSession session, UndoRows rows)
    {
        var again = new List<FollowUp>();
        foreach (var moved in rows.MovedFollowUps.Where(moved => moved.Before is { State: FollowUpState.Open, StepKey: not null }))
        {
            if (await session.FollowUps.FollowUpAsync(moved.Row.Id) is { State: FollowUpState.Open } open && open.DueOn == moved.Before.DueOn)
                again.Add(open);
        }

        return again;
    }

    /// <summary>The rows as they are now; null when one is gone or has moved on.</summary>
    private static async Task<Current?> CurrentRowsAsync(ICrmSession session, UndoRows rows)
    {
        Visit? visit = null;
        FollowUp? followUp = null;
        if (rows.Visit is { } v && ((visit = await session.Visits.VisitAsync(v.Id)) is null || visit.Version != v.Version))
            return null;
        if (rows.FollowUp is { } f && ((followUp = await session.FollowUps.FollowUpAsync(f.Id)) is null || followUp.Version != f.Version))
            return null;
        foreach (var moved in rows.MovedFollowUps)
        {
            if ((await session.FollowUps.FollowUpAsync(moved.Row.Id))?.Version != moved.Row.Version)
                return null;
        }

        foreach (var added in rows.AddedFollowUps)
        {
            if ((await session.FollowUps.FollowUpAsync(added.Id))?.Version != added.Version)
                return null;
        }

        var current = new Current(visit, followUp, null, []);
        if (rows.Client is { } own)
            return await ClientUndo.CurrentAsync(session, own) is { } client ? current with { Clients = [client], OwnClient = client } : null;
        if (rows.ClientContacts.Count > 0)
            return await ClientUndo.CurrentAsync(session, rows.ClientContacts) is { } clients ? current with { Clients = clients } : null;
        if (rows.Permission is not null || rows.CareTeamUpdate is not null || rows.Liaison is not null)
            return await SupportUndo.CurrentAsync(session, rows) is var (about, told) ? current with { Clients = [about], ToldEmployerId = told } : null;
        if (rows.Placement is null)
            return current;
        return await PlacementUndo.CurrentAsync(session, rows) is var (placement, worker) ? current with { Placement = placement, Clients = [worker] } : null;
    }

    /// <summary>Tells which status a client got back, where one did.</summary>
    private static async Task<ClientStatus?> TakeBackAsync(ICrmSession session, UndoRows rows, Current current, FidelityOptions fidelity, DateTimeOffset now)
    {
        if (current.FollowUp is { } followUp)
        {
            if (rows.FollowUpBefore is { } before)
                await session.FollowUps.SaveAsync(before with { Version = followUp.Version + 1 }, followUp.Version);
            else
                await session.FollowUps.RemoveAsync(followUp.Id, followUp.Version);
            await Recall.UndoneAsync(session, followUp.Id, now);
        }

        foreach (var added in rows.AddedFollowUps)
            await session.FollowUps.RemoveAsync(added.Id, added.Version);
        foreach (var moved in rows.MovedFollowUps)
            await session.FollowUps.SaveAsync(moved.Before with { Version = moved.Row.Version + 1 }, moved.Row.Version);
        if (rows.RemovedFollowUp is { } removed)
            await session.FollowUps.AddAsync(removed);

        if (current.Visit is { } visit)
        {
            await Recall.UndoneAsync(session, visit.Id, now);
            if (rows.VisitBefore is { } before)
            {
                await session.Visits.SaveAsync(before with { Version = visit.Version + 1 }, visit.Version);
                await VisitTally.ReplaceAsync(session, visit, before, fidelity, now);
            }
            else
            {
                await session.Visits.RemoveAsync(visit.Id, visit.Version);
                await VisitTally.RemoveAsync(session, visit, fidelity, now);
            }
        }

        await ClientUndo.TakeBackAsync(session, rows.ClientContacts);
        await SupportUndo.TakeBackAsync(session, rows);
        var status = current.Placement is { } placement ? await PlacementUndo.TakeBackAsync(session, rows, placement, fidelity.Engagement, now) : null;
        if (rows.Contact is { } contact)
            await session.Employers.RemoveContactIfUnusedAsync(contact.Id, contact.Version);
        if (rows.Employer is { } employer)
            await session.Employers.RemoveEmployerIfUnusedAsync(employer.Id, employer.Version);
        return status;
    }

    /// <summary>After an edit is taken back, the steps before it (the logging itself among them) can be taken back as well.</summary>
    private static async Task RestampEarlierAsync(ICrmSession session, UndoRows rows, Current current)
    {
        if (rows.VisitBefore is { } visit)
            await RestampAsync(session, visit.Id, visit.Id, visit.Version, current.Visit!.Version + 1);
        foreach (var moved in rows.MovedFollowUps)
            await RestampAsync(session, moved.Before, moved.Row.Version + 1);
        if (rows.PlacementBefore is { } placement)
            await RestampAsync(session, placement.Id, placement.Id, placement.Version, current.Placement!.Version + 1);
        if (rows.PermissionBefore is { } permission)
            await RestampAsync(session, permission.Id, permission.Id, permission.Version, rows.Permission!.Version + 1);
        if (rows.EndedPermission is { } ended)
            await RestampAsync(session, ended.Id, ended.Id, ended.Version, ended.Version + 2);
        if (rows.ClientBefore is { } client)
            await RestampAsync(session, client.Id, client.Id, client.Version, current.OwnClient!.Version + 1);
        if (rows.FollowUpBefore is { } followUp)
            await RestampAsync(session, followUp, current.FollowUp!.Version + 1);
        foreach (var cancelled in rows.CancelledFollowUps)
            await RestampAsync(session, cancelled, cancelled.Version + 2);
    }

    /// <summary>The person's other steps that touched the same follow-ups, whatever they were about.</summary>
    private static async Task RestampFollowUpsAsync(ICrmSession session, Guid specialistId, DateTimeOffset now, UndoRows undone)
    {
        if (undone.MovedFollowUps.Count == 0)
            return;
        foreach (var earlier in await session.Undo.OpenOfSpecialistAsync(specialistId, now - RestampedFor))
        {
            var rows = undone.MovedFollowUps.Aggregate(UndoRows.Of(earlier), (rows, moved) => rows.Restamped(moved.Row.Id, moved.Before.Version, moved.Row.Version + 1)).ToJson();
            if (rows != earlier.Rows)
                await session.Undo.SaveRowsAsync(earlier.Id, rows);
        }
    }

    private static async Task RestampAsync(ICrmSession session, FollowUp before, int versionNow)
    {
        await RestampAsync(session, before.Id, before.Id, before.Version, versionNow);
        if (before.VisitId is { } visitId)
            await RestampAsync(session, visitId, before.Id, before.Version, versionNow);
        if (before.PlacementId is { } placementId)
            await RestampAsync(session, placementId, before.Id, before.Version, versionNow);
    }

    internal static async Task RestampAsync(ICrmSession session, Guid subjectId, Guid rowId, int versionBefore, int versionNow)
    {
        foreach (var earlier in await session.Undo.OpenOfSubjectAsync(subjectId))
        {
            var rows = UndoRows.Of(earlier).Restamped(rowId, versionBefore, versionNow).ToJson();
            if (rows != earlier.Rows)
                await session.Undo.SaveRowsAsync(earlier.Id, rows);
        }
    }

    private static (string Action, string Record) AuditOf(UndoKind kind) => kind switch
    {
        UndoKind.VisitLogged or UndoKind.VisitChanged => ("visit-undone", "visit"),
        UndoKind.JobStarted => ("job-start-undone", "placement"),
        UndoKind.JobEnded => ("job-end-undone", "placement"),
        UndoKind.JobChanged => ("job-change-undone", "placement"),
        UndoKind.PermissionGiven or UndoKind.PermissionRevoked => ("permission-undone", "disclosure-permission"),
        UndoKind.CareTeamTold => ("care-team-update-undone", "care-team-update"),
        UndoKind.LiaisonRecorded => ("liaison-undone", "liaison-contact"),
        UndoKind.ReminderAdded => ("reminder-undone", "follow-up"),
        UndoKind.ClientAdded or UndoKind.ClientChanged or UndoKind.ClientClosed or UndoKind.ClientSteppedDown or UndoKind.ClientReopened => ("client-undone", "client"),
        UndoKind.ClientContactsRecorded => ("client-contacts-undone", "client-contact"),
        _ => ("follow-up-undone", "follow-up"),
    };

    /// <summary>The rows as they are now.</summary>
    /// <param name="Clients">The clients it was about.</param>
    private sealed record Current(Visit? Visit, FollowUp? FollowUp, Placement? Placement, IReadOnlyList<Client> Clients)
    {
        /// <summary>The client that was itself added or changed.</summary>
        public Client? OwnClient { get; init; }

        /// <summary>The employer of a permission.</summary>
        public Guid? ToldEmployerId { get; init; }

        public Guid? EmployerId => Visit?.EmployerId ?? FollowUp?.EmployerId ?? Placement?.EmployerId ?? ToldEmployerId;
    }
}
