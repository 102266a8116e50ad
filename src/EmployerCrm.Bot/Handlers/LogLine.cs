using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>A line about a visit, held or planned: recorded, or asked about with one question whose answer completes the same line.</summary>
internal sealed class LogLine(ICrmStore store, TurnDesk desk, VisitLog visits, OpenQuestions questions, JobStartLine jobStartLine, Ids ids)
{
    private const string AskEmployer = "employer";
    private const string AskDate = "date";
    private const string AskClient = "client";
    private const int NearestClients = 5;

    /// <summary>Acts on a line that was just typed.</summary>
    public Task<TurnAnswer> TypedAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken) =>
        ActAsync(turn, new Line(text, turn.TypedAt, reading, new LineAnswers(), null), TurnAnswer.Show, cancellationToken);

    /// <summary>Goes on with a line that waited for an answer; the card of the question becomes that of the visit or of the next question.</summary>
    public async Task<TurnAnswer> AnsweredAsync(Turn turn, Guid draftId, Func<LineAnswers, LineAnswers> answer, CancellationToken cancellationToken)
    {
        if (await questions.DraftAsync(turn.Actor, draftId, cancellationToken) is not { } draft)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("DraftGone")), cancellationToken);
        var reading = await new LineReader(new ReadingDirectory(store, turn.Actor)).ReadAsync(draft.Text, LondonClock.ToLocal(draft.TypedAt), cancellationToken);
        var answers = answer(LineAnswers.Of(draft.Answers));
        if (reading.Intent == Intent.JobStart)
            return await jobStartLine.AnsweredAsync(turn, draft, reading, answers, cancellationToken);
        var line = new Line(draft.Text, draft.TypedAt, reading, answers, draft.Id);
        return await ActAsync(turn, line, TurnAnswer.Put, cancellationToken);
    }

    private Task<TurnAnswer> ActAsync(Turn turn, Line line, Func<System.Text.Json.Nodes.JsonNode, string, Guid?, TurnAnswer> show, CancellationToken cancellationToken)
    {
        var (reading, answers) = (line.Reading, line.Answers);
        var dateOpen = reading.Ask == ReadingQuestion.Date || reading.Date is null || turn.DatesUncertain;
        if (answers.EmployerId is null && answers.NewEmployer is null && reading.EmployerId is null)
            return AskAsync(turn, line, AskEmployer, (id, _) => Task.FromResult(QuestionCards.Employer(id, reading)), show, cancellationToken);
        if (answers.On is null && dateOpen)
            return AskAsync(turn, line, AskDate, (id, _) => Task.FromResult(QuestionCards.Date(id, reading, turn.Today)), show, cancellationToken);
        if (answers.Client is null && reading.Ask == ReadingQuestion.Client)
            return AskAsync(turn, line, AskClient, async (id, session) => QuestionCards.Client(id, await NearestAsync(session, turn, line.Text)), show, cancellationToken);

        return desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => visits.LogAsync(turn.Actor, Command(line), also, cancellationToken),
            outcome => outcome.Value is { } logged
                ? show(VisitCard.Build(logged, turn.Today), CardKinds.Visit, logged.View.Visit.Id)
                : Refused(turn, reading, outcome.Refusal!));
    }

    private static LogVisit Command(Line line)
    {
        var (reading, answers) = (line.Reading, line.Answers);
        var answered = answers.EmployerId is not null || answers.NewEmployer is not null;
        return new LogVisit
        {
            EmployerId = answered ? answers.EmployerId : reading.EmployerId,
            NewEmployerName = answers.NewEmployer,
            ContactId = answered ? null : reading.ContactId,
            ContactName = answered ? reading.Contact ?? reading.NewContact : reading.NewContact,
            ClientReference = answers.Client is { } client ? (client.Length == 0 ? null : client) : reading.Client,
            State = reading.Intent == Intent.PlanVisit ? VisitState.Planned : VisitState.Held,
            Channel = reading.Channel ?? Channel.InPerson,
            On = (answers.On ?? reading.Date)!.Value,
            At = reading.Time,
            Notes = reading.Notes,
            Next = reading.Next is { } next ? new PromisedStep(next.Title, next.Due) : null,
            DraftId = line.DraftId,
        };
    }

    private Task<TurnAnswer> AskAsync(
        Turn turn, Line line, string question, Func<Guid, ICrmSession, Task<System.Text.Json.Nodes.JsonObject>> card,
        Func<System.Text.Json.Nodes.JsonNode, string, Guid?, TurnAnswer> show, CancellationToken cancellationToken)
    {
        var draftId = line.DraftId ?? ids.New();
        return desk.AnswerAsync<Draft>(
            turn,
            also => questions.AskAsync(turn.Actor, draftId, line.Text, line.TypedAt, question, line.Answers.ToJson(), also, cancellationToken),
            async (session, draft) => show(await card(draft.Id, session), CardKinds.Question, null));
    }

    private static TurnAnswer Refused(Turn turn, LineReading reading, Refusal refusal)
    {
        var text = refusal.Reason == RefusalReason.DateInThePast && reading.Intent == Intent.PlanVisit ? Texts.Get("PlanDateInThePast") : Texts.Of(refusal);
        return turn.Pressed is null ? TurnAnswer.Say(text) : TurnAnswer.PutText(text);
    }

    /// <summary>References of the team that share the most characters, in place, with something in the line that is shaped like one.</summary>
    internal static async Task<IReadOnlyList<string>> NearestAsync(ICrmSession session, Turn turn, string text)
    {
        var typed = FoldedText.Words(text).Select(word => word.ToUpperInvariant()).Where(word => word.Length is >= 3 and <= 5 && word.Any(char.IsAsciiDigit)).ToList();
        var references = await session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId);
        return
        [
            .. references.Select(reference => (reference, Shared: typed.Select(word => word.Zip(reference).Count(pair => pair.First == pair.Second)).DefaultIfEmpty().Max()))
                .Where(entry => entry.Shared >= 2).OrderByDescending(entry => entry.Shared).ThenBy(entry => entry.reference, StringComparer.Ordinal)
                .Select(entry => entry.reference).Take(NearestClients),
        ];
    }

    private sealed record Line(string Text, DateTimeOffset TypedAt, LineReading Reading, LineAnswers Answers, Guid? DraftId);
}
