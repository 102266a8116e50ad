using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>
/// A message that tells of several things: everything that can be recorded is, in one transaction and in the order told; a piece that needs an answer
/// becomes an open line of its own; what is neither is named, so that nothing is lost.
/// </summary>
internal sealed class SeveralLines(
    TurnDesk desk, ICrmStore store, VisitLog visits, QuestionPicker picker, LoggingChecks checks, OpenQuestions questions, PieceReader pieceReader, PlannedVisitLines plans, OpenThings openThings, OpenThingLines openThingLines, PieceGuard guards, LineReadings readings, Ids ids)
{
    public async Task<TurnAnswer> HandleAsync(Turn turn, MessageReading message, bool clientWasNamed, CancellationToken cancellationToken)
    {
        if (message.Unread is not null)
            turn = turn.Remarking(Texts.Get("LinesUnread", MessageReader.MostLines));
        if (clientWasNamed)
            turn = turn.Remarking(Texts.Get("ClientNameLeftOut"));
        if (IsMixedUp(message))
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("WhoWasWhere")), cancellationToken);

        // What is put in place of a pressed card is a new message here.
        turn = turn.IsAgain ? turn : turn with { Pressed = null };
        var works = new List<PieceWork?>();
        foreach (var piece in message.Pieces)
            works.Add(await WorkAsync(turn, piece, cancellationToken));
        return await desk.AnswerAsync<IReadOnlyList<PieceDone>>(
            turn, also => store.WriteAsync(session => DoAsync(session, works), also, cancellationToken), SeveralAnswer.Of);
    }

    /// <summary>Whether the message is more than one contact, or tells of two clients and two employers in one breath.</summary>
    public static bool Takes(MessageReading message) => message.IsSeveral || IsMixedUp(message);

    /// <summary>Nobody can say who was where.</summary>
    private static bool IsMixedUp(MessageReading message) => message.Pieces.Any(piece => piece.Reading is { SideBySide.Count: > 1, Clients.Count: > 1 });

    private static async Task<IReadOnlyList<PieceDone>> DoAsync(ICrmSession session, List<PieceWork?> works)
    {
        var done = new List<PieceDone>();
        foreach (var work in works)
            done.Add(work is null ? new PieceDone() : await work(session));
        return done;
    }

    private async Task<PieceWork?> WorkAsync(Turn turn, MessagePiece piece, CancellationToken cancellationToken)
    {
        var reading = piece.Reading;
        if (await pieceReader.OfAsync(turn, piece.Text, reading, cancellationToken) is { } work)
            return work;
        if (reading.Act is Happened { Employers.Count: 0 } tried)
            return await OpenThingAsync(turn, piece.Text, tried, cancellationToken);
        if (reading.Act is Happened happened)
        {
            if (await plans.MeantAsync(turn, reading, happened, cancellationToken) is not { } meant)
                return happened.NeedNotBePlanned && reading.Intent == Intent.LogVisit ? await ContactAsync(turn, Line(turn, piece.Text, reading with { Act = null }), cancellationToken) : pieceReader.Asking(turn, piece.Text, PlannedVisitLines.None(happened.Employers, happened.On, turn.Today));
            return await ContactAsync(turn, new OpenLine(piece.Text, turn.TypedAt, meant, new LineAnswers()), cancellationToken);
        }

        var isContact = reading.Act is null && (reading.Intent is Intent.LogVisit or Intent.PlanVisit || reading.Ask is not null);
        return isContact ? await ContactAsync(turn, Line(turn, piece.Text, reading), cancellationToken) : null;
    }

    /// <summary>A part that names no employer, told of the one open thing that it can mean.</summary>
    private async Task<PieceWork?> OpenThingAsync(Turn turn, string text, Happened tried, CancellationToken cancellationToken)
    {
        var fitting = await openThings.ThatHappenedAsync(turn, tried, cancellationToken);
        if (fitting is [var only])
            return await ContactAsync(turn, await openThingLines.LineOfAsync(turn, only, tried.More, cancellationToken), cancellationToken);
        if (fitting.Count > 1)
            return pieceReader.Asking(turn, text, OpenThingLines.Which(fitting, tried.More));
        if (OpenThingLines.UnplannedText(tried) is not { } unplanned)
            return _ => Task.FromResult(PieceDone.Refused(Texts.Get("NothingOpen")));
        var reading = await readings.OfAsync(turn.Actor, unplanned, turn.TypedAt, cancellationToken);
        return await ContactAsync(turn, Line(turn, unplanned, reading), cancellationToken);
    }

    /// <summary>A day that is carried over from a heading stands in the reading alone: an open line keeps it as answered.</summary>
    private static OpenLine Line(Turn turn, string text, LineReading reading) =>
        new(text, turn.TypedAt, reading, new LineAnswers { On = reading is { DateStated: true, Date: { } on, Ask: not ReadingQuestion.Date } ? on : null });

    private async Task<PieceWork> ContactAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        line = line.Guarded(turn);
        var picked = await picker.PickAsync(turn, line, cancellationToken);
        if (picked.Question is { } open)
            return Asking(turn, line, open);
        var (visit, last) = await checks.CheckAsync(turn, line, LogLine.Command(line, picked.Contact), cancellationToken);
        return last is null ? Logged(turn, line, visit) : Asking(turn, line, last);
    }

    private PieceWork Logged(Turn turn, OpenLine line, LogVisit visit)
    {
        var work = visits.Prepare(turn.Actor, visit);
        var guardId = ids.New();
        return async session => await work(session) is var outcome && outcome.Value is { } done
            ? new PieceDone(new Reply(null, VisitCard.Build(done, turn.Today, LogLine.Others(line, turn.Today)), CardKinds.Visit, done.View.Visit.Id)) { Besides = await CardsHere.ReplacedAsync(session, turn, done), IsContact = done.View.Visit.State == VisitState.Held }
            : guards.Of(guardId, turn, line.Text, outcome.Refusal!, line.Answers) ?? PieceDone.Refused(line.Reading.Intent == Intent.PlanVisit ? Texts.OfPlan(outcome.Refusal!) : Texts.Of(outcome.Refusal!));
    }

    private PieceWork Asking(Turn turn, OpenLine line, Question open)
    {
        var kept = line.ToKeep(ids.New(), open);
        return async session => (await questions.AskAsync(session, turn.Actor, kept, turn.ReceivedAt)).Refusal is { } refusal
            ? guards.Of(kept.Id, turn, line.Text, refusal, line.Answers) ?? PieceDone.Refused(Texts.Of(refusal))
            : new PieceDone(Asked: new Reply(null, open.Card(kept.Id), CardKinds.Question, kept.Id));
    }
}
