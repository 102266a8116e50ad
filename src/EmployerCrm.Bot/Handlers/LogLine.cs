using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>How the outcome of a line is shown: as a new message, or in place of the card that was answered.</summary>
internal delegate TurnAnswer Showing(JsonNode card, string kind, Guid? subjectId);

/// <summary>A line about a visit, held or planned: recorded, or asked about with one question whose answer completes the same line.</summary>
internal sealed class LogLine(TurnDesk desk, VisitLog visits, OpenQuestions questions, QuestionPicker picker, LineReadings readings, JobStartLine jobStartLine, LoggingChecks checks, Ids ids)
{
    /// <summary>Acts on a line that was just typed.</summary>
    public Task<TurnAnswer> TypedAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken, LineAnswers? answers = null) =>
        ActAsync(turn, new OpenLine(text, turn.TypedAt, reading, answers ?? new LineAnswers()), TurnAnswer.Show, cancellationToken);

    /// <summary>Goes on with a line that waited for an answer; the card of the question becomes that of the visit or of the next question.</summary>
    public async Task<TurnAnswer> AnsweredAsync(Turn turn, Guid draftId, Func<LineAnswers, LineAnswers> answer, CancellationToken cancellationToken) =>
        await questions.DraftAsync(turn.Actor, draftId, cancellationToken) is { Question: not QuestionNames.Choice } draft
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
        line = line.Guarded(turn);
        var picked = await picker.PickAsync(turn, line, cancellationToken);
        if (picked.Question is { } question)
            return await AskAsync(turn, line, question, show, cancellationToken);
        var (visit, last) = await checks.CheckAsync(turn, line, Command(line, picked.Contact), cancellationToken);
        if (last is not null)
            return await AskAsync(turn, line, last, show, cancellationToken);
        return await desk.AnswerAsync<Outcome<VisitLogged>>(
            turn.Remarking(FurtherNames.Clients(line.Reading, visit.ClientReference) is { Count: > 0 } further ? Texts.Get("FurtherClients", string.Join(", ", further)) : null),
            also => visits.LogAsync(turn.Actor, visit, also, cancellationToken),
            async (session, outcome) => outcome.Value is { } logged
                ? Along(
                    show(VisitCard.Build(logged, turn.Today, Others(line, turn.Today), await WarnedAsync(session, turn, logged)), CardKinds.Visit, logged.View.Visit.Id),
                    visit.PlannedVisitId is null ? [] : await CardsHere.ReplacedAsync(session, turn, logged))
                : Refused(turn, line.Reading, outcome.Refusal!));
    }

    /// <summary>What to know before a visit that is still to come.</summary>
    private static async Task<VisitBesides?> WarnedAsync(ICrmSession session, Turn turn, VisitLogged logged) =>
        logged.View.Visit.State == VisitState.Planned && await session.Employers.OverviewAsync(logged.View.Employer.Id, null, turn.Today) is { } overview
            ? new VisitBesides(ApproachSentences.Of(ApproachWarning.Of(overview, turn.Person.Id, turn.Today), turn.Today))
            : null;

    private static TurnAnswer Along(TurnAnswer answer, IReadOnlyList<Reply> cards) => cards.Count == 0 ? answer : answer with { Replies = [.. answer.Replies, .. cards] };

    /// <summary>An answered day is meant as answered; only read ones can mean another.</summary>
    public static OtherDays Others(OpenLine line, DateOnly today) => new(line.Answers.On is null ? line.Reading.OtherDate : null, line.Reading.Next?.OtherDue)
    {
        NotYet = !line.Reading.TenseStated && line.Answers is { On: null, Form: null } && line.Reading is { Intent: Intent.LogVisit, Act: null } && line.On == today,
    };

    /// <summary>The contact that a complete line tells of.</summary>
    public static LogVisit Command(OpenLine line, ContactReading? contact)
    {
        var (reading, answers) = (line.Reading, line.Answers);
        var client = answers.Client is { } answered ? (answered.Length == 0 ? null : answered) : reading.Client;
        var known = answers.ContactId ?? contact?.Known?.Id ?? (line.EmployerIsAnswered ? null : reading.ContactId);
        return new LogVisit
        {
            Id = line.Id,
            EmployerId = line.EmployerId,
            NewEmployerName = answers.NewEmployer,
            ContactId = answers.ContactIsNew ? null : known,
            ContactName = contact?.Typed ?? reading.NewContact ?? reading.Contact,
            ContactIsNew = answers.ContactIsNew,
            ClientReference = client,
            State = reading.Intent == Intent.PlanVisit ? VisitState.Planned : VisitState.Held,
            Channel = reading.Channel ?? Channel.InPerson,
            On = line.On!.Value,
            At = answers.At ?? reading.Time,
            Notes = FurtherNames.In(reading.Notes, reading, client, answers.ContactIsNew ? null : known, contact?.Typed ?? reading.NewContact ?? reading.Contact),
            Stated = reading.Said,
            Next = reading.Next is { } next ? new PromisedStep(next.Title, next.Due ?? answers.NextDue) : null,
            DraftId = line.IsKept ? line.Id : null,
            Guard = answers.Guard?.ToDecision(),
        };
    }

    private Task<TurnAnswer> AskAsync(Turn turn, OpenLine line, Question question, Showing show, CancellationToken cancellationToken)
    {
        var kept = line.ToKeep(line.Id ?? ids.New(), question);
        return desk.AnswerAsync<Outcome<Draft>>(
            turn,
            also => questions.AskAsync(turn.Actor, kept, also, cancellationToken),
            _ => show(question.Card(kept.Id), CardKinds.Question, kept.Id));
    }

    private static TurnAnswer Refused(Turn turn, LineReading reading, Refusal refusal)
    {
        var text = reading.Intent == Intent.PlanVisit ? Texts.OfPlan(refusal) : Texts.Of(refusal);
        return turn.Pressed is null ? TurnAnswer.Say(text) : TurnAnswer.PutText(text);
    }
}
