using System.Globalization;
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

/// <summary>A job that goes on: it begins on another day than was said, has another title or other hours, or more of it is known.</summary>
public sealed class JobChanges(ICrmStore store, LondonClock clock, FreeTextCheck freeText, SupportSchedules schedules, EngagementOptions engagement)
{
    /// <summary>Which jobs of a client go on or are still to begin.</summary>
    public Task<Outcome<JobsShown>> JobsAsync(Actor actor, string clientReference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<JobsShown>>(
            async session => (await ClientChanges.OfTeamAsync(session, actor, clientReference)) is var found && found.Value is { } client
                ? new JobsShown(client.Reference, [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => !(job.EndsOn <= today))], today)
                : found.Refusal!,
            cancellationToken);
    }

    /// <summary>One job as a form shows it.</summary>
    public Task<Outcome<JobFacts>> FactsAsync(Actor actor, Guid placementId, Alongside<Outcome<JobFacts>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync<Outcome<JobFacts>>(
            async session =>
            {
                if (await session.Placements.PlacementAsync(placementId) is not { } job || await session.Clients.ClientAsync(job.ClientId) is not { } client)
                    return RefusalReason.NotFound;
                if (actor.SpecialistId is null || !actor.WorksIn(client.TeamId))
                    return RefusalReason.NotAllowed;
                var employer = (await session.Employers.EmployerAsync(job.EmployerId))!;
                return new JobFacts(client.Reference, job, employer.Name, await session.Employers.ContactsAsync(employer.Id), today);
            },
            also,
            cancellationToken);
    }

    /// <summary>Saves what is new of the job with what follows for its schedule, the audit and the step that undoes it, in one transaction.</summary>
    public Task<Outcome<JobChanged>> ChangeAsync(Actor actor, ChangeJob change, Alongside<Outcome<JobChanged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(session => ChangeAsync(SupportTurn.Begin(session, actor, now, keys), change), also, cancellationToken);
    }

    private async Task<Outcome<JobChanged>> ChangeAsync(SupportTurn turn, ChangeJob change)
    {
        var (session, today) = (turn.Session, turn.Today);
        var found = await ClientChanges.OfTeamAsync(session, turn.Actor, change.ClientReference);
        if (found.Value is not { } client)
            return found.Refusal!;
        if (Check(change, today) is { } refusal)
            return refusal;
        var jobs = (await session.Placements.OfClientAsync(client.Id)).Where(job => change.PlacementId is { } id ? job.Id == id : Fits(job, change, today)).ToList();
        // Of several it is the one that has not begun whose first day is another.
        if (change.StartsOn is not null && jobs.FindAll(job => job.Span.IsToCome(today)) is [var toCome])
            jobs = [toCome];
        if (jobs.Count > 1)
            return new JobChanged(client.Reference, null, jobs, turn.Owed, today, null);
        if (jobs is not [var meant])
            return new Refusal(RefusalReason.NoJobToEnd) { Names = [client.Reference] };
        if (change.ContactId is { } contactId && (await session.Employers.ContactAsync(contactId))?.EmployerId != meant.EmployerId)
            return RefusalReason.NotFound;
        if (await freeText.RefusalAsync(session, turn.Actor, change.Typed(meant.EmployerId), change.Guard) is { } unanswered)
            return unanswered;

        var before = (await session.Placements.PlacementAsync(meant.Id))!;
        if (change.ExpectedVersion is { } seen && seen != before.Version)
            return await LatestChange.RefusalAsync(session, before.Id);
        var startsOn = change.StartsOn ?? before.StartsOn;
        if (before.EndsOn < startsOn)
            return RefusalReason.EndBeforeStart;
        if ((await session.Placements.OfClientAsync(client.Id)).Any(other => other.Id != before.Id && other.EmployerId == before.EmployerId && other.StartsOn == startsOn))
            return RefusalReason.JobKnown;
        var contactKey = turn.Keys.Next();
        var (contact, added) = await ContactChoice.FindOrAddAsync(session, before.EmployerId, change.ContactId, change.ContactName, isNew: false, contactKey);
        var after = change.Of(before, contact?.Id);
        if (after == before)
            return new JobChanged(client.Reference, meant, [], turn.Owed, today, null);
        after = after with { Version = before.Version + 1 };
        if (!await session.Placements.SaveAsync(after, before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        await PlacementEvidence.ReplaceAsync(session, before, after, LevelReason.Clients, engagement, turn.Now);

        var undo = new UndoRows { Placement = new RowVersion(after.Id, after.Version), PlacementBefore = before, Contact = added ? new RowVersion(contact!.Id, contact.Version) : null };
        if (change.ChangedOn is { } changedOn && (after.JobTitle != before.JobTitle || after.MinutesAWeek != before.MinutesAWeek))
        {
            var row = new PlacementChange
            {
                Id = turn.Keys.Next(), PlacementId = after.Id, ChangedOn = changedOn, JobTitle = after.JobTitle == before.JobTitle ? null : after.JobTitle,
                MinutesAWeek = after.MinutesAWeek == before.MinutesAWeek ? null : after.MinutesAWeek,
                MinutesBefore = after.MinutesAWeek == before.MinutesAWeek ? null : before.MinutesAWeek, RecordedById = turn.Actor.SpecialistId!.Value, RecordedAt = turn.Now, Version = 1,
            };
            await session.Placements.AddAsync(row);
            undo = undo with { PlacementChange = new RowVersion(row.Id, row.Version) };
            if (client.Status is not (ClientStatus.SteppedDown or ClientStatus.Closed))
                await schedules.OweAsync(turn, after, client, ScheduleAnchor.JobChange, changedOn > today ? changedOn : today);
        }

        if (after.StartsOn != before.StartsOn)
            await schedules.SyncAsync(turn, after, client);
        var (stepId, auditId) = (turn.Keys.Next(), turn.Keys.Next());
        await session.Undo.AddAsync(turn.Owed.In(undo).Step(stepId, turn.Actor.SpecialistId!.Value, UndoKind.JobChanged, after.Id, turn.Now));
        await session.Audit.AddAsync(
            AuditEntry.Of(auditId, turn.Now, turn.Actor, after.StartsOn == before.StartsOn ? "job-changed" : "job-start-moved", "placement", after.Id), Values(auditId, before, after));
        return new JobChanged(client.Reference, (await session.Placements.OfClientAsync(client.Id)).First(job => job.Id == after.Id), [], turn.Owed, today, stepId);
    }

    private static bool Fits(PlacementSummary job, ChangeJob change, DateOnly today) =>
        !(job.EndsOn <= today) && (change.EmployerId is null || job.EmployerId == change.EmployerId);

    private static Refusal? Check(ChangeJob change, DateOnly today)
    {
        if (change.JobTitle?.Length > Limits.Name || change.ContactName?.Length > Limits.Name)
            return new Refusal(RefusalReason.TextTooLong);
        return PlacementRules.CheckGroup(change.SocMajorGroup) ?? PlacementRules.CheckHours(change.MinutesAWeek) ?? (change.StartsOn is { } startsOn ? PlacementRules.CheckEnd(startsOn, today) : null)
            ?? (change.ChangedOn is { } changedOn ? PlacementRules.CheckEnd(changedOn, today) : null);
    }

    private static List<AuditValue> Values(Guid auditId, Placement before, Placement after)
    {
        (string Field, object? Old, object? New)[] fields =
        [
            ("starts-on", before.StartsOn, after.StartsOn), ("job-title", before.JobTitle, after.JobTitle), ("minutes-a-week", before.MinutesAWeek, after.MinutesAWeek),
            ("contact", before.ContactId, after.ContactId), ("soc-major-group", before.SocMajorGroup, after.SocMajorGroup),
            ("at-least-minimum-wage", before.AtLeastMinimumWage, after.AtLeastMinimumWage), ("permanent", before.Permanent, after.Permanent),
            ("competitive", before.Competitive, after.Competitive), ("preferences-met", before.PreferencesMet, after.PreferencesMet),
        ];
        return [.. fields.Where(field => !Equals(field.Old, field.New)).Select(field => new AuditValue
        {
            AuditId = auditId, Field = field.Field, OldValue = Words(field.Old), NewValue = Words(field.New),
        })];
    }

    private static string? Words(object? value) => value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
