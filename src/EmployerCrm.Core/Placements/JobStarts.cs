using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Placements;

/// <summary>Recording that a client starts in a job.</summary>
public sealed class JobStarts(ICrmStore store, LondonClock clock, Ids ids, FreeTextCheck freeText, SupportSchedules schedules, EngagementOptions engagement)
{
    /// <summary>
    /// Records the placement with everything that its schedule owes, the audit and the step that undoes it, in one transaction. The client is in work from its first day on, one who was
    /// stepped down again with support. A start that is there already — same client, employer and day — comes back as it was recorded.
    /// </summary>
    public Task<Outcome<JobStartRecorded>> RecordAsync(
        Actor actor, RecordJobStart start, Alongside<Outcome<JobStartRecorded>>? also, CancellationToken cancellationToken) =>
        store.WriteAsync(Prepare(actor, start), also, cancellationToken);

    /// <summary>The same, to be run in a transaction with other things that were told at once.</summary>
    public Func<ICrmSession, Task<Outcome<JobStartRecorded>>> Prepare(Actor actor, RecordJobStart start)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(start);
        var now = clock.Now;
        var keys = new Keys(ids.New(), ids.New(), ids.New(), ids.New(), ids.New(), schedules.NewKeys());
        return session => RecordAsync(session, actor, start, now, keys);
    }

    private async Task<Outcome<JobStartRecorded>> RecordAsync(
        ICrmSession session, Actor actor, RecordJobStart start, DateTimeOffset now, Keys keys)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (PlacementRules.Check(start, today) is { } refusal)
            return refusal;
        if (await session.Clients.OfTeamAsync(teamId, start.ClientReference) is not { } client)
            return RefusalReason.ClientUnknown;
        if (client.Status == ClientStatus.Closed)
            return new Refusal(RefusalReason.ClientClosed) { Names = [client.Reference] };
        if (await freeText.RefusalAsync(session, actor, start.Typed, start.Guard) is { } unanswered)
            return unanswered;

        var undo = new UndoRows();
        Employer? employer;
        if (start.EmployerId is { } employerId)
        {
            employer = await session.Employers.EmployerAsync(employerId);
            if (employer is null)
                return RefusalReason.NotFound;
        }
        else
        {
            employer = new Employer { Id = keys.Employer, Name = start.NewEmployerName!.Trim(), TeamId = teamId, OwnerId = specialistId, CreatedAt = now, Version = 1 };
            await session.Employers.AddAsync(employer);
            undo = undo with { Employer = new RowVersion(employer.Id, employer.Version) };
        }

        if (start.DraftId is { } draftId)
            await session.Conversations.RemoveDraftAsync(draftId);
        if ((await session.Placements.OfClientAsync(client.Id)).FirstOrDefault(known => known.EmployerId == employer.Id && known.StartsOn == start.StartsOn) is { } recorded)
            return new JobStartRecorded(recorded, client.Reference, NowInWork: false, UndoId: null);

        var (contact, added) = await ContactChoice.FindOrAddAsync(session, employer.Id, start.ContactId, start.ContactName, isNew: false, keys.Contact);
        if (added)
            undo = undo with { Contact = new RowVersion(contact!.Id, contact.Version) };
        var placement = new Placement
        {
            Id = keys.Placement, ClientId = client.Id, EmployerId = employer.Id, SpecialistId = specialistId, TeamId = teamId,
            JobTitle = Text.OrNull(start.JobTitle), StartsOn = start.StartsOn, RecordedAt = now, MinutesAWeek = start.MinutesAWeek, ContactId = contact?.Id,
            SocMajorGroup = start.SocMajorGroup, AtLeastMinimumWage = start.AtLeastMinimumWage, Permanent = start.Permanent, Competitive = start.Competitive, PreferencesMet = start.PreferencesMet,
            TemplateId = (await schedules.Book.CurrentAsync(session, teamId, client.Programme)).StoredId, Version = 1,
        };
        var before = await ClientStanding.OfAsync(session, client, today);
        await session.Placements.AddAsync(placement);
        await PlacementEvidence.ReplaceAsync(session, null, placement, LevelReason.Clients, engagement, now);
        var moved = client.Status == ClientStatus.SteppedDown && await session.Clients.ChangeStatusAsync(client.Id, ClientStatus.SteppedDown, ClientStatus.InWork);
        var turn = SupportTurn.Begin(session, actor, now, keys.Steps);
        if (moved)
            await schedules.SyncAsync(turn, client with { Status = ClientStatus.InWork });
        else
            await schedules.SyncAsync(turn, placement, client);
        undo = turn.Owed.In(undo) with { Placement = new RowVersion(placement.Id, placement.Version), ClientStatusBefore = moved ? client.Status : null };
        var step = undo.Step(keys.Undo, specialistId, UndoKind.JobStarted, placement.Id, now);
        await session.Undo.AddAsync(step);
        await session.Audit.AddAsync(
            AuditEntry.Of(keys.Audit, now, actor, "job-start-recorded", "placement", placement.Id),
            moved ? [PlacementUndo.StatusChange(keys.Audit, client.Status, ClientStatus.InWork)] : []);
        var summary = (await session.Placements.OfClientAsync(client.Id)).First(known => known.Id == placement.Id);
        return new JobStartRecorded(summary, client.Reference, summary.Span.IsCurrent(today) && before != ClientStatus.InWork, step.Id)
        {
            Owed = [.. turn.Owed.Added.OrderBy(row => row.DueOn).ThenBy(row => row.OpensOn)], DoneBefore = [.. turn.Owed.Closed], Employer = employer,
            OtherJobs = [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => job.Id != placement.Id && !(job.EndsOn <= start.StartsOn))],
        };
    }

    private sealed record Keys(Guid Placement, Guid Employer, Guid Contact, Guid Undo, Guid Audit, RowKeys Steps);
}
