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
internal sealed class SeveralLines(TurnDesk desk, VisitLog visits, QuestionPicker picker, LoggingChecks checks, GuardedTexts guarded, Ids ids)
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
            return new Piece(piece.Text) { Choice = ClientContactLines.Question(contacted, turn.Today), DraftId = ids.New() };
        if (reading.Act is not null || (reading.Intent is not (Intent.LogVisit or Intent.PlanVisit) && reading.Ask is null))
            return new Piece(piece.Text);

        // A day that is carried over from a heading stands in the reading alone: an open line keeps it as answered.
        var answers = new LineAnswers { On = reading is { DateStated: true, Date: { } on, Ask: not ReadingQuestion.Date } ? on : null };
        var line = new OpenLine(piece.Text, turn.TypedAt, reading, answers);
        if (await guarded.AskAsync(turn, line, cancellationToken) is { } asked)
            return new Piece(piece.Text) { Guard = asked };
        var picked = await picker.PickAsync(turn, line, cancellationToken);
        if (picked.Question is { } open)
            return new Piece(piece.Text) { Open = open, Line = line, DraftId = ids.New() };
        var (visit, last) = await checks.CheckAsync(turn, line, LogLine.Command(line, picked.Contact), cancellationToken);
        return last is null ? new Piece(piece.Text) { Visit = visit, Line = line } : new Piece(piece.Text) { Open = last, Line = line, DraftId = ids.New() };
    }

    private static async Task<TurnAnswer> AnswerAsync(ICrmSession session, Turn turn, List<Piece> pieces, SeveralLogged logged)
    {
        var outcomes = new Queue<Outcome<VisitLogged>>(logged.Visits);
        var (recorded, asked, left) = (new List<Reply>(), new List<Reply>(), new List<string>());
        foreach (var (place, piece) in pieces.Index().Select(entry => (entry.Index + 1, entry.Item)))
        {
            if (piece.Visit is not null && outcomes.Dequeue() is { } outcome)
            {
                if (outcome.Value is { } done)
                    recorded.Add(new Reply(null, VisitCard.Build(done, turn.Today, LogLine.Others(piece.Line!, turn.Today)), CardKinds.Visit, done.View.Visit.Id));
                else
                    left.Add(Texts.Get("PieceRefused", place, Texts.Of(outcome.Refusal!)));
            }
            else if (piece.Guard is { } guard)
            {
                asked.Add(new Reply(null, guard.Stored, CardKinds.Question) { Shown = guard.Shown });
            }
            else if (piece.Choice is { } choice)
            {
                asked.AddRange((await ChoiceQuestions.AskAsync(session, turn, piece.DraftId, choice)).InPlace is { } card ? [card] : []);
            }
            else if (piece.Open is { } open)
            {
                await session.Conversations.AddAsync(DraftOf(turn, piece, open));
                asked.Add(new Reply(null, open.Card(piece.DraftId), CardKinds.Question, piece.DraftId));
            }
            else
            {
                left.Add(Texts.Get("PieceLeft", place));
            }
        }

        return SeveralAnswer.Of(recorded, asked, left);
    }

    private static Draft DraftOf(Turn turn, Piece piece, Question open) => new()
    {
        Id = piece.DraftId, SpecialistId = turn.Person.Id, Text = piece.Text, TypedAt = turn.TypedAt, Question = open.Name,
        Answers = (piece.Line!.Answers with { Offered = open.Offered }).ToJson(), ExpiresAt = turn.ReceivedAt + OpenQuestions.Kept, Version = 1,
    };

    private sealed record Piece(string Text)
    {
        public LogVisit? Visit { get; init; }

        public OpenLine? Line { get; init; }

        public Question? Open { get; init; }

        public ChoiceQuestion? Choice { get; init; }

        public GuardQuestion? Guard { get; init; }

        public Guid DraftId { get; init; }
    }
}
