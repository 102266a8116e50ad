using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>What a part of a message asks for that is no contact: prepared before the transaction in which all parts are done.</summary>
internal sealed class PieceReader(PlannedVisits planned, PlannedVisitLines plans, Reminders reminders, JobEnds jobEnds, JobStarts jobStarts, ClientContactLines clientContacts, OpenQuestions questions, PieceGuard guards, Ids ids)
{
    /// <summary>The work to do; null where a part is a contact, or is nothing that can be done beside others.</summary>
    public async Task<PieceWork?> OfAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken) => reading switch
    {
        { Act: ClientContacted contacted } => await ClientAsync(turn, text, contacted, cancellationToken),
        { Act: Reminder { Employers.Count: < 2 } reminder } => Added(turn, text, reminder),
        { Act: Reminder reminder } => Asking(turn, text, ReminderLines.WhichEmployer(reminder)),
        { Act: JobEnded { Clients.Count: 1, Employers.Count: < 2 } ended } => Ended(turn, ended),
        { Act: JobEnded } => Told("OneClientAtATime"),
        { Act: Cancelled cancelled } => await CancelledAsync(turn, text, cancelled, cancellationToken),
        { Act: Moved moved } => await MovedAsync(turn, text, moved, cancellationToken),
        { Act: null, Intent: Intent.JobStart, Ask: null, Client: { } client, EmployerId: { } employer, Date: { } on } => Started(turn, text, new RecordJobStart { ClientReference = client, EmployerId = employer, JobTitle = reading.Title, StartsOn = on }),
        _ => null,
    };

    /// <summary>Puts a question that is answered by a choice.</summary>
    public PieceWork Asking(Turn turn, string text, ChoiceQuestion question)
    {
        if (question.Choices.Count == 0)
            return _ => Task.FromResult(PieceDone.Refused(question.Text));
        var kept = ChoiceQuestions.ToKeep(turn, ids.New(), question);
        return async session => (await questions.AskAsync(session, turn.Actor, kept, turn.ReceivedAt)).Refusal is { } refusal
            ? Refused(kept.Id, turn, text, refusal)
            : new PieceDone(Asked: ChoiceQuestions.Show(kept.Id, question).InPlace);
    }

    private PieceDone Refused(Guid id, Turn turn, string text, Refusal refusal) => guards.Of(id, turn, text, refusal) ?? PieceDone.Refused(Texts.OfPlan(refusal));

    private async Task<PieceWork> ClientAsync(Turn turn, string text, ClientContacted contacted, CancellationToken cancellationToken) =>
        await clientContacts.QuestionAsync(turn, text, contacted, cancellationToken) is { Choices.Count: > 0 } question ? Asking(turn, text, question) : Told("ClientStillUnknown");

    private PieceWork Added(Turn turn, string text, Reminder reminder)
    {
        var work = reminders.Prepare(turn.Actor, ReminderLines.Command(reminder) with { Guard = turn.Guard });
        var guardId = ids.New();
        return async session => await work(session) is var outcome && outcome.Value is { } added
            ? new PieceDone(new Reply(null, ReminderCard.Build(added, reminder.OtherDue), CardKinds.Reminder, added.Item.Id))
            : Refused(guardId, turn, text, outcome.Refusal!);
    }

    private PieceWork Ended(Turn turn, JobEnded ended)
    {
        var end = new RecordJobEnd { ClientReference = ended.Clients[0], EmployerId = ended.Employers is [var only] ? only.Id : null, EndedOn = ended.On ?? turn.Today };
        var work = jobEnds.Prepare(turn.Actor, end);
        var question = ids.New();
        return async session => await work(session) is var outcome && outcome.Value is { } recorded
            ? recorded.Ended is { } job
                ? new PieceDone(new Reply(null, JobEndCard.Build(recorded, job), CardKinds.JobEnd, job.Id))
                : new PieceDone(Asked: (await ChoiceQuestions.AskAsync(session, turn, question, JobEndLines.Which(recorded, end))).InPlace)
            : PieceDone.Refused(Texts.Of(outcome.Refusal!));
    }

    private PieceWork Started(Turn turn, string text, RecordJobStart start)
    {
        var work = jobStarts.Prepare(turn.Actor, start with { Guard = turn.Guard });
        var guardId = ids.New();
        return async session => await work(session) is var outcome && outcome.Value is { } recorded
            ? new PieceDone(new Reply(null, JobStartCards.Recorded(recorded, turn.Today), CardKinds.JobStart, recorded.Placement.Id))
            : guards.Of(guardId, turn, text, outcome.Refusal!) ?? PieceDone.Refused(Texts.Of(outcome.Refusal!));
    }

    private async Task<PieceWork> CancelledAsync(Turn turn, string text, Cancelled cancelled, CancellationToken cancellationToken)
    {
        var fitting = await plans.ToChangeAsync(turn, cancelled.Employers, cancelled.On, cancelled.At, cancellationToken);
        if (fitting.Count == 0)
            return Asking(turn, text, PlannedVisitLines.None(cancelled.Employers, cancelled.On, turn.Today));
        if (fitting is [var only])
            return Changed(turn, text, planned.Prepare(turn.Actor, PlannedVisitLines.Of(cancelled, only) with { Guard = turn.Guard }), null);
        return Asking(turn, text, PlannedVisitLines.WhichCancelled(fitting, cancelled, turn.Today));
    }

    private async Task<PieceWork> MovedAsync(Turn turn, string text, Moved moved, CancellationToken cancellationToken)
    {
        var fitting = await plans.ToChangeAsync(turn, moved.Employers, moved.From, null, cancellationToken);
        if (fitting.Count == 0)
            return Asking(turn, text, PlannedVisitLines.None(moved.Employers, moved.From, turn.Today));
        // Put off without a day: the choice leads to the form that asks for it.
        return fitting is [var only] && (moved.To is not null || moved.At is not null)
            ? Changed(turn, text, planned.Prepare(turn.Actor, PlannedVisitLines.Of(moved, only) with { Guard = turn.Guard }), moved.OtherTo)
            : Asking(turn, text, PlannedVisitLines.WhichMoved(fitting, moved, turn.Today));
    }

    private PieceWork Changed(Turn turn, string text, Func<ICrmSession, Task<Outcome<VisitLogged>>> work, DateOnly? other)
    {
        var guardId = ids.New();
        return async session => await work(session) is var outcome && outcome.Value is { } changed
            ? new PieceDone(new Reply(null, VisitCard.Build(changed, turn.Today, new OtherDays(other, null)), CardKinds.Visit, changed.View.Visit.Id)) { Besides = await CardsHere.ReplacedAsync(session, turn, changed) }
            : Refused(guardId, turn, text, outcome.Refusal!);
    }

    private static PieceWork Told(string key) => _ => Task.FromResult(PieceDone.Refused(Texts.Get(key)));
}
