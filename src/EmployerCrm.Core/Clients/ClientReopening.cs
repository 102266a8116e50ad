using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Clients;

/// <summary>Taking up the support of somebody again whose record was closed, or who had stepped down, however long ago: under the reference they had.</summary>
public sealed class ClientReopening(ICrmStore store, LondonClock clock, Ids ids, SupportSchedules schedules)
{
    /// <summary>Opens the record, with what its jobs owe again, the audit and the step that undoes it, in one transaction. One that is open comes back as it is.</summary>
    public Task<Outcome<ClientSaved>> ReopenAsync(Actor actor, string clientReference, Alongside<Outcome<ClientSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var (undoId, auditId, keys) = (ids.New(), ids.New(), schedules.NewKeys());
        return store.WriteAsync(session => ReopenAsync(SupportTurn.Begin(session, actor, now, keys), clientReference, undoId, auditId), also, cancellationToken);
    }

    private async Task<Outcome<ClientSaved>> ReopenAsync(SupportTurn turn, string clientReference, Guid undoId, Guid auditId)
    {
        var (session, actor, now, today) = (turn.Session, turn.Actor, turn.Now, turn.Today);
        var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
        if (found.Value is not { } before)
            return found.Refusal!;
        var jobTypes = await session.Clients.PreferredJobTypesAsync(before.Id);
        var jobs = await session.Placements.OfClientAsync(before.Id);
        if (before.Status is not (ClientStatus.Closed or ClientStatus.SteppedDown))
            return new ClientSaved(before, jobTypes, ClientStanding.Of(before.Status, jobs.Select(job => job.Span), today), UndoId: null);

        // Who had stepped down from a job that nobody recorded is still in it.
        var status = before.Status == ClientStatus.SteppedDown && jobs.Count == 0 ? ClientStatus.InWork : ClientStatus.JobSearch;
        var after = before with { Status = status, ClosedOn = null, ClosingReason = null, Version = before.Version + 1 };
        if (!await session.Clients.SaveAsync(after, jobTypes, before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        await schedules.SyncAsync(turn, after);
        await PermissionRevisits.OweAllAsync(turn, after);
        var rows = turn.Owed.In(new UndoRows()) with { Client = new RowVersion(after.Id, after.Version), ClientBefore = before };
        await session.Undo.AddAsync(rows.Step(undoId, actor.SpecialistId!.Value, UndoKind.ClientReopened, after.Id, now));
        await session.Audit.AddAsync(
            AuditEntry.Of(auditId, now, actor, "client-reopened", "client", after.Id), [PlacementUndo.StatusChange(auditId, before.Status, after.Status)]);
        return new ClientSaved(after, jobTypes, ClientStanding.Of(after.Status, jobs.Select(job => job.Span), today), undoId);
    }
}
