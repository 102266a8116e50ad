using System.Globalization;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Placements;

/// <summary>Recording that a job ended. The next search begins; nobody is to blame.</summary>
public sealed class JobEnds(ICrmStore store, LondonClock clock, Ids ids, SupportSchedules schedules, EngagementOptions engagement)
{
    /// <summary>
    /// Ends the job with what its end owes, the audit and the step that undoes it, in one transaction; with no other job the client is looking for work again. An end that
    /// is recorded already — the same job and day — comes back as it is. Where several jobs may be meant, they come back and nothing is recorded.
    /// </summary>
    public Task<Outcome<JobEndRecorded>> RecordAsync(
        Actor actor, RecordJobEnd end, Alongside<Outcome<JobEndRecorded>>? also, CancellationToken cancellationToken) =>
        store.WriteAsync(Prepare(actor, end), also, cancellationToken);

    /// <summary>The same, to be run in a transaction with other things that were told at once.</summary>
    public Func<ICrmSession, Task<Outcome<JobEndRecorded>>> Prepare(Actor actor, RecordJobEnd end)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(end);
        var now = clock.Now;
        var keys = new Keys(ids.New(), ids.New(), schedules.NewKeys());
        return session => RecordAsync(session, actor, end, now, keys);
    }

    private async Task<Outcome<JobEndRecorded>> RecordAsync(ICrmSession session, Actor actor, RecordJobEnd end, DateTimeOffset now, Keys keys)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (PlacementRules.CheckEnd(end.EndedOn, today) is { } refusal)
            return refusal;
        if (await session.Clients.OfTeamAsync(teamId, end.ClientReference) is not { } client)
            return RefusalReason.ClientUnknown;
        if (end.DraftId is { } draft && await session.Conversations.DraftAsync(draft) is null)
            return RefusalReason.LineFinished;

        var jobs = await session.Placements.OfClientAsync(client.Id);
        var meant = JobMeant.Of(jobs, end, today);
        if (meant.Choices.Count > 0)
            return new JobEndRecorded(client.Reference, null, meant.Choices, ClientStanding.Of(client.Status, jobs.Select(job => job.Span), today), today, null);
        if (meant.Job is not { } job)
            return new Refusal(RefusalReason.NoJobToEnd) { Names = [client.Reference] };
        if (PlacementRules.Ended(job.Span, end, today) is not { } ended)
            return RefusalReason.EndBeforeStart;
        if (end.DraftId is { } finished)
            await session.Conversations.RemoveDraftAsync(finished);
        if (job.EndsOn == ended.On && (end.Reason is null || end.Reason == job.EndReason))
            return new JobEndRecorded(client.Reference, job, [], ClientStanding.Of(client.Status, jobs.Select(other => other.Span), today), today, null);

        var before = (await session.Placements.PlacementAsync(job.Id))!;
        var after = before with { EndsOn = ended.On, EndReason = ended.Reason, EndHeardOn = before.EndHeardOn ?? today, Version = before.Version + 1 };
        if (!await session.Placements.SaveAsync(after, before.Version))
            return RefusalReason.ChangedMeanwhile;
        await PlacementEvidence.ReplaceAsync(session, before, after, LevelReason.Clients, engagement, now);
        jobs = await session.Placements.OfClientAsync(client.Id);
        var moved = client.Status == ClientStatus.SteppedDown && !jobs.Any(other => other.Span.IsCurrent(today))
            && await session.Clients.ChangeStatusAsync(client.Id, ClientStatus.SteppedDown, ClientStatus.JobSearch);
        var turn = SupportTurn.Begin(session, actor, now, keys.Steps);
        var worker = moved ? client with { Status = ClientStatus.JobSearch } : client;
        await schedules.SyncAsync(turn, after, worker);
        if (moved)
            await schedules.SyncAsync(turn, worker);
        if (worker.Status is not (ClientStatus.SteppedDown or ClientStatus.Closed) && before.EndHeardOn is null && ended.Reason != JobEndReason.DidNotStart)
            await schedules.OweAsync(turn, after, worker, ScheduleAnchor.JobLossHeard, today);
        var undo = turn.Owed.In(new UndoRows()) with
        {
            Placement = new RowVersion(after.Id, after.Version), PlacementBefore = before, ClientStatusBefore = moved ? ClientStatus.SteppedDown : null,
        };
        var step = undo.Step(keys.Undo, specialistId, UndoKind.JobEnded, after.Id, now);
        await session.Undo.AddAsync(step);
        await session.Audit.AddAsync(AuditEntry.Of(keys.Audit, now, actor, "job-end-recorded", "placement", after.Id), Changes(keys.Audit, before, after, moved));
        var status = moved ? ClientStatus.JobSearch : client.Status;
        return new JobEndRecorded(
            client.Reference, jobs.First(other => other.Id == after.Id), [], ClientStanding.Of(status, jobs.Select(other => other.Span), today), today, step.Id)
        {
            Owed = turn.Owed,
        };
    }

    private static List<AuditValue> Changes(Guid auditId, Placement before, Placement after, bool moved)
    {
        var values = new List<AuditValue> { new() { AuditId = auditId, Field = "ends-on", OldValue = Iso(before.EndsOn), NewValue = Iso(after.EndsOn) } };
        if (before.EndReason != after.EndReason)
            values.Add(new AuditValue { AuditId = auditId, Field = "end-reason", OldValue = before.EndReason?.ToString(), NewValue = after.EndReason?.ToString() });
        if (moved)
            values.Add(PlacementUndo.StatusChange(auditId, ClientStatus.SteppedDown, ClientStatus.JobSearch));
        return values;
    }

    private static string? Iso(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Keys(Guid Undo, Guid Audit, RowKeys Steps);
}
