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
/// A message that tells of several contacts: everything that can be recorded is, in one transaction and in the order told; a piece that needs an answer
/// becomes an open line of its own; what is neither is named, so that nothing is lost.
/// </summary>
internal sealed class SeveralLines(
    TurnDesk desk, VisitLog visits, OpenQuestions questions, QuestionPicker picker, LoggingChecks checks, GuardQuestions guards, LineReadings readings, LogLine logLine, Ids ids)
{
    public async Task<TurnAnswer> HandleAsync(Turn turn, MessageReading message, bool clientWasNamed, CancellationToken cancellationToken)
    {
        if (message.Unread is not null)
            turn = turn.Remarking(Texts.Get("LinesUnread", MessageReader.MostLines));
        if (clientWasNamed)
            turn = turn.Remarking(Texts.Get("ClientNameLeftOut"));
        if (IsMixedUp(message))
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("WhoWasWhere")), cancellationToken);

        var pieces = new List<Piece>();
        foreach (var piece in message.Pieces)
            pieces.Add(await ReadAsync(turn, piece, cancellationToken));
        return await desk.AnswerAsync<SeveralLogged>(
            turn,
            also => visits.LogAllAsync(turn.Actor, [.. pieces.Select(piece => piece.Visit).OfType<LogVisit>()], also, cancellationToken),
            (session, logged) => AnswerAsync(session, turn, pieces, logged));
    }

    /// <summary>Whether the message is more than one contact, or tells of two clients and two employers in one breath.</summary>
    public static bool Takes(MessageReading message) => message.IsSeveral || IsMixedUp(message);

    /// <summary>Nobody can say who was where.</summary>
    private static bool IsMixedUp(MessageReading message) => message.Pieces.Any(piece => piece.Reading is { SideBySide.Count: > 1, Clients.Count: > 1 });

    private async Task<Piece> ReadAsync(Turn turn, MessagePiece piece, CancellationToken cancellationToken)
    {
        var reading = piece.Reading;
        if (reading.Act is ClientContacted { IsPlanned: false, IsMissed: false } contacted)
            return new Piece(ids.New(), piece.Text) { Choice = ClientContactLines.Question(contacted, turn.Today) };
        if (reading.Act is not null || (reading.Intent is not (Intent.LogVisit or Intent.PlanVisit) && reading.Ask is null))
            return new Piece(ids.New(), piece.Text);

        // A day that is carried over from a heading stands in the reading alone: an open line keeps it as answered.
        var answers = new LineAnswers { On = reading is { DateStated: true, Date: { } on, Ask: not ReadingQuestion.Date } ? on : null };
        var line = new OpenLine(piece.Text, turn.TypedAt, reading, answers);
        var picked = await picker.PickAsync(turn, line, cancellationToken);
        if (picked.Question is { } open)
            return new Piece(ids.New(), piece.Text) { Open = open, Line = line };
        var (visit, last) = await checks.CheckAsync(turn, line, LogLine.Command(line, picked.Contact), cancellationToken);
        return new Piece(ids.New(), piece.Text) { Visit = last is null ? visit : null, Open = last, Line = line };
    }

    private async Task<TurnAnswer> AnswerAsync(ICrmSession session, Turn turn, List<Piece> pieces, SeveralLogged logged)
    {
        var outcomes = new Queue<Outcome<VisitLogged>>(logged.Visits);
        var (recorded, asked, left) = (new List<Reply>(), new List<Reply>(), new List<string>());
        foreach (var (place, piece) in pieces.Index().Select(entry => (entry.Index + 1, entry.Item)))
        {
            if (piece.Visit is not null && outcomes.Dequeue() is { } outcome)
            {
                if (outcome.Refusal?.FreeText is { } found)
                    asked.Add(guards.Ask(piece.Id, Input(turn, piece), found));
                else if (outcome.Value is { } done)
                    recorded.Add(new Reply(null, VisitCard.Build(done, turn.Today, LogLine.Others(piece.Line!, turn.Today)), CardKinds.Visit, done.View.Visit.Id));
                else
                    left.Add(Texts.Get("PieceRefused", place, Texts.Of(outcome.Refusal!)));
            }
            else if (piece.Choice is { } choice)
            {
                asked.AddRange((await ChoiceQuestions.AskAsync(session, turn, piece.Id, choice)).InPlace is { } card ? [card] : []);
            }
            else if (piece.Open is { } open)
            {
                var kept = await questions.AskAsync(session, turn.Actor, piece.Line!.ToKeep(piece.Id, open), turn.ReceivedAt);
                asked.Add(kept.Refusal?.FreeText is { } found ? guards.Ask(piece.Id, Input(turn, piece), found) : new Reply(null, open.Card(piece.Id), CardKinds.Question, piece.Id));
            }
            else
            {
                left.Add(Texts.Get("PieceLeft", place));
            }
        }

        return SeveralAnswer.Of(recorded, asked, left);
    }

    /// <summary>The piece by itself, for the guard to come back to.</summary>
    private TypedLine Input(Turn turn, Piece piece) => new(
        turn with { Remark = null },
        piece.Text,
        async (again, text, cancellationToken) => await logLine.TypedAsync(
            again, text, await readings.OfAsync(again.Actor, text, again.TypedAt, cancellationToken), cancellationToken, piece.Line!.Answers));

    /// <summary>One piece of the message, and what is to become of it.</summary>
    /// <param name="Id">The key of the question that may be put about it.</param>
    private sealed record Piece(Guid Id, string Text)
    {
        public LogVisit? Visit { get; init; }

        public OpenLine? Line { get; init; }

        public Question? Open { get; init; }

        public ChoiceQuestion? Choice { get; init; }
    }
}
