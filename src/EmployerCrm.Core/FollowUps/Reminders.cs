using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.FollowUps;

/// <summary>Reminders that a person sets for themselves. They are owed and done like everything else in the due list.</summary>
public sealed class Reminders(ICrmStore store, LondonClock clock, Ids ids, FreeTextCheck freeText)
{
    /// <summary>Records the reminder with the audit and the step that undoes it, in one transaction.</summary>
    public Task<Outcome<ReminderAdded>> AddAsync(
        Actor actor, AddReminder reminder, Alongside<Outcome<ReminderAdded>>? also, CancellationToken cancellationToken) =>
        store.WriteAsync(Prepare(actor, reminder), also, cancellationToken);

    /// <summary>The same, to be run in a transaction with other things that were told at once.</summary>
    public Func<ICrmSession, Task<Outcome<ReminderAdded>>> Prepare(Actor actor, AddReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reminder);
        var now = clock.Now;
        var keys = new Keys(reminder.Id ?? ids.New(), ids.New(), ids.New());
        return session => AddAsync(session, actor, reminder, now, keys);
    }

    private async Task<Outcome<ReminderAdded>> AddAsync(ICrmSession session, Actor actor, AddReminder reminder, DateTimeOffset now, Keys keys)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (ReminderRules.Check(reminder, today) is { } refusal)
            return refusal;
        if (await IsFinishedAsync(session, reminder))
            return RefusalReason.LineFinished;
        Clients.Client? client = null;
        if (reminder.ClientReference is { } reference && (client = await session.Clients.OfTeamAsync(teamId, reference)) is null)
            return RefusalReason.ClientUnknown;
        if (reminder.EmployerId is { } employerId && await session.Employers.EmployerAsync(employerId) is null)
            return RefusalReason.NotFound;
        if (await freeText.RefusalAsync(session, actor, reminder.Typed, reminder.Guard) is { } unanswered)
            return unanswered;

        var row = new FollowUp
        {
            Id = keys.FollowUp, EmployerId = reminder.EmployerId, ClientId = client?.Id, OwnerId = specialistId, TeamId = teamId, Title = reminder.Title.Trim(),
            DueOn = reminder.DueOn, DueAt = reminder.DueAt, State = FollowUpState.Open, CreatedAt = now, Kind = FollowUpKind.Reminder, Version = 1,
        };
        await session.FollowUps.AddAsync(row);
        await session.Audit.AddAsync(AuditEntry.Of(keys.Audit, now, actor, "reminder-added", "follow-up", row.Id), GuardDecision.Values(reminder.Guard, keys.Audit));
        var step = new UndoRows { FollowUp = new RowVersion(row.Id, row.Version) }.Step(keys.Undo, specialistId, UndoKind.ReminderAdded, row.Id, now);
        await session.Undo.AddAsync(step);
        if (reminder.DraftId is { } draftId)
            await session.Conversations.RemoveDraftAsync(draftId);
        return new ReminderAdded((await session.FollowUps.SummariesAsync([row.Id]))[0], client?.Reference, today, step.Id);
    }

    private static async Task<bool> IsFinishedAsync(ICrmSession session, AddReminder reminder) =>
        (reminder.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null)
        || (reminder.Id is { } id && await session.FollowUps.FollowUpAsync(id) is not null);

    private sealed record Keys(Guid FollowUp, Guid Undo, Guid Audit);
}
