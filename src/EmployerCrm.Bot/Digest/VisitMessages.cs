using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>The question about a visit; nothing where somebody has said meanwhile what became of it.</summary>
internal sealed class VisitQuestionMessage(VisitEditing editing, LondonClock clock) : IProactiveCard
{
    public string Kind => OutboxKinds.VisitQuestion;

    public async Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken) =>
        await PlannedView.OfAsync(editing, row, person, cancellationToken) is { } view && AskAboutVisits.MomentOf(view.Visit.On, view.Visit.At) <= clock.Now
            ? new ProactiveMessage(new Reply(null, VisitQuestionCard.Question(view, clock.Today), CardKinds.Visit, view.Visit.Id))
            : null;
}

/// <summary>The word before a visit; nothing where it is not planned for that hour any more.</summary>
internal sealed class VisitReminderMessage(VisitEditing editing, LondonClock clock) : IProactiveCard
{
    public string Kind => OutboxKinds.VisitReminder;

    public async Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken) =>
        await PlannedView.OfAsync(editing, row, person, cancellationToken) is { Visit: { At: { } at } visit } view && VisitReminders.Key(visit.Id, visit.On, at) == row.IdempotencyKey
            ? new ProactiveMessage(new Reply(null, VisitQuestionCard.Reminder(view, clock.Today), CardKinds.Visit, visit.Id))
            : null;
}

internal static class PlannedView
{
    /// <summary>The visit that a row is about, where it is the person's and planned for that day still.</summary>
    public static async Task<VisitView?> OfAsync(VisitEditing editing, OutboxRow row, Specialist person, CancellationToken cancellationToken)
    {
        if (row.SubjectId is not { } visitId)
            return null;
        var shown = await editing.ShowAsync(Actor.For(person, Via.Job), visitId, null, cancellationToken);
        return shown.Value?.View is { Visit.State: VisitState.Planned } view && view.Visit.On == row.ForDay ? view : null;
    }
}
