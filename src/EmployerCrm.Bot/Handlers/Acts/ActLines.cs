using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>A line that asks for more than a visit, a list or an order: what became of a plan, a reminder, a client.</summary>
internal sealed class ActLines(
    PlannedVisitLines planned, ReminderLines reminders, ClientContactLines contacts, JobEndLines jobEnds, NewClientLines newClients, MyClientsLines myClients,
    ClosingLines closing, SameAgainLines sameAgain, AskedLines asked, PermissionLines permissions, JobChangeLines jobChanges)
{
    /// <summary>What came of it; null when the reading beside it holds.</summary>
    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, LineReading reading, LineAnswers answers, CancellationToken cancellationToken)
    {
        // What is put in place of a pressed card is a new message here.
        turn = turn.IsAgain ? turn : turn with { Pressed = null };
        return reading.Act switch
        {
            Happened happened => await planned.HappenedAsync(turn, text, reading, happened, answers, cancellationToken),
            Cancelled cancelled => await planned.CancelledAsync(turn, cancelled, cancellationToken),
            Moved moved => await planned.MovedAsync(turn, moved, cancellationToken),
            Reminder reminder => await reminders.TypedAsync(turn, reminder, cancellationToken),
            ClientContacted contacted => await contacts.TypedAsync(turn, text, contacted, cancellationToken),
            JobEnded ended => await jobEnds.TypedAsync(turn, ended, cancellationToken),
            NewClientWanted wanted => await newClients.TypedAsync(turn, wanted, cancellationToken),
            ClientsAsked => await myClients.TypedAsync(turn, cancellationToken),
            ClientClosed closed => await closing.TypedAsync(turn, closed, cancellationToken),
            Asked question => await asked.AnswerAsync(turn, reading, question, cancellationToken),
            PermissionGiven given => await permissions.TypedAsync(turn, given, cancellationToken),
            JobChanged changed => await jobChanges.TypedAsync(turn, text, reading, changed, cancellationToken),
            SameAgain again => await sameAgain.TypedAsync(turn, again, cancellationToken),
            _ => null,
        };
    }
}
