using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>How the outcome of a line is shown: as a new message, or in place of the card that was answered.</summary>
internal delegate TurnAnswer Showing(JsonNode card, string kind, Guid? subjectId);

/// <summary>A line about a visit, held or planned: recorded, or asked about with one question whose answer completes the same line.</summary>
internal sealed class LogLine(TurnDesk desk, VisitLog visits, OpenQuestions questions, QuestionPicker picker, LineReadings readings, JobStartLine jobStartLine, GuardedTexts guarded, Ids ids)
{
    /// <summary>Acts on a line that was just typed.</summary>
    public Task<TurnAnswer> TypedAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken, LineAnswers? answers = null) =>
        ActAsync(turn, new OpenLine(text, turn.TypedAt, reading, answers ?? new LineAnswers()), TurnAnswer.Show, cancellationToken);

    /// <summary>Goes on with a line that waited for an answer; the card of the question becomes that of the visit or of the next question.</summary>
    public async Task<TurnAnswer> AnsweredAsync(Turn turn, Guid draftId, Func<LineAnswers, LineAnswers> answer, CancellationToken cancellationToken) =>
        await questions.DraftAsync(turn.Actor, draftId, cancellationToken) is { } draft
            ? await AnsweredAsync(turn, draft, answer, TurnAnswer.Put, cancellationToken)
            : await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("DraftGone")), cancellationToken);

    /// <summary>As above, with the answer shown elsewhere.</summary>
    public async Task<TurnAnswer> AnsweredAsync(Turn turn, Draft draft, Func<LineAnswers, LineAnswers> answer, Showing show, CancellationToken cancellationToken)
    {
        var reading = await readings.OfAsync(turn.Actor, draft, cancellationToken);
        var answers = answer(LineAnswers.Of(draft.Answers));
        return reading.Intent == Intent.JobStart
            ? await jobStartLine.AnsweredAsync(turn, draft, reading, answers, show, cancellationToken)
            : await ActAsync(turn, new OpenLine(draft.Text, draft.TypedAt, reading, answers, draft.Id, IsKept: true), show, cancellationToken);
    }

    /// <summary>Records the line, or asks what is open.</summary>
    public async Task<TurnAnswer> ActAsync(Turn turn, OpenLine line, Showing show, CancellationToken cancellationToken)
    {
        if (await guarded.AskAsync(turn, line, cancellationToken) is { } asked)
            return await desk.AnswerAsync(turn, show(asked.Stored, CardKinds.Question, null).Showing(asked.Shown), cancellationToken);
        var picked = await picker.PickAsync(turn, line, cancellationToken);
        if (picked.Question is { } question)
            return await AskAsync(turn, line, question, show, cancellationToken);
        return await desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => visits.LogAsync(turn.Actor, Command(line, picked.Contact), also, cancellationToken),
            outcome => outcome.Value is { } logged
                ? show(VisitCard.Build(logged, turn.Today, Others(line)), CardKinds.Visit, logged.View.Visit.Id)
                : Refused(turn, line.Reading, outcome.Refusal!));
    }

    /// <summary>An answered day is meant as answered; only read ones can mean another.</summary>
    private static OtherDays Others(OpenLine line) => new(line.Answers.On is null ? line.Reading.OtherDate : null, line.Reading.Next?.OtherDue);

    private static LogVisit Command(OpenLine line, ContactReading? contact)
    {
        var (reading, answers) = (line.Reading, line.Answers);
        var known = answers.ContactId ?? contact?.Known?.Id ?? (line.EmployerIsAnswered ? null : reading.ContactId);
        return new LogVisit
        {
            Id = line.Id,
            EmployerId = line.EmployerId,
            NewEmployerName = answers.NewEmployer,
            ContactId = answers.ContactIsNew ? null : known,
            ContactName = contact?.Typed ?? reading.NewContact ?? reading.Contact,
            ContactIsNew = answers.ContactIsNew,
            ClientReference = answers.Client is { } client ? (client.Length == 0 ? null : client) : reading.Client,
            State = reading.Intent == Intent.PlanVisit ? VisitState.Planned : VisitState.Held,
            Channel = reading.Channel ?? Channel.InPerson,
            On = line.On!.Value,
            At = reading.Time,
            Notes = reading.Notes,
            Next = reading.Next is { } next ? new PromisedStep(next.Title, next.Due ?? answers.NextDue) : null,
            DraftId = line.IsKept ? line.Id : null,
            Guard = answers.Guard?.ToDecision(),
        };
    }

    private Task<TurnAnswer> AskAsync(Turn turn, OpenLine line, Question question, Showing show, CancellationToken cancellationToken)
    {
        var answers = line.Answers with { Offered = question.Offered };
        return desk.AnswerAsync<Draft>(
            turn,
            also => questions.AskAsync(turn.Actor, line.Id ?? ids.New(), line.Text, line.TypedAt, question.Name, answers.ToJson(), also, cancellationToken),
            draft => show(question.Card(draft.Id), CardKinds.Question, draft.Id));
    }

    private static TurnAnswer Refused(Turn turn, LineReading reading, Refusal refusal)
    {
        var text = reading.Intent == Intent.PlanVisit ? Texts.OfPlan(refusal) : Texts.Of(refusal);
        return turn.Pressed is null ? TurnAnswer.Say(text) : TurnAnswer.PutText(text);
    }
}
