using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"JS12 starts at DPD on Monday": recorded, or asked about with one question whose answer completes the same line.</summary>
internal sealed class JobStartLine(TurnDesk desk, JobStarts jobStarts, OpenQuestions questions, QuestionPicker picker, Ids ids)
{
    /// <summary>A line as it was typed.</summary>
    /// <param name="answers">What is settled besides the words.</param>
    public Task<TurnAnswer> TypedAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken, LineAnswers? answers = null) =>
        ActAsync(turn, new Line(text, turn.TypedAt, reading, answers ?? new LineAnswers(), null), TurnAnswer.Show, cancellationToken);

    /// <summary>A form that was filled in, as the line that says the same.</summary>
    public Task<TurnAnswer> FilledAsync(Turn turn, string text, LineReading reading, LineAnswers answers, CancellationToken cancellationToken) =>
        ActAsync(turn, new Line(text, turn.TypedAt, reading, answers, null), TurnAnswer.Put, cancellationToken);

    /// <summary>Goes on with a line that waited for an answer.</summary>
    public Task<TurnAnswer> AnsweredAsync(Turn turn, Draft draft, LineReading reading, LineAnswers answers, Showing show, CancellationToken cancellationToken) =>
        ActAsync(turn, new Line(draft.Text, draft.TypedAt, reading, answers, draft.Id), show, cancellationToken);

    private async Task<TurnAnswer> ActAsync(Turn turn, Line line, Showing show, CancellationToken cancellationToken)
    {
        line = turn.Guard is { } decision ? line with { Answers = line.Answers with { Guard = GuardAnswer.Of(decision) } } : line;
        var (reading, answers) = (line.Reading, line.Answers);
        if (answers.EmployerId is null && answers.NewEmployer is null && reading.EmployerId is null)
        {
            var which = await picker.EmployerAsync(turn, new OpenLine(line.Text, line.TypedAt, reading, answers), cancellationToken);
            return await AskAsync(turn, line with { Answers = answers with { Offered = which.Offered } }, which.Name, (id, _) => Task.FromResult(which.Card(id)), show, cancellationToken);
        }

        if (Client(line) is not { } client)
            return await AskAsync(turn, line, QuestionNames.Client, (id, session) => WhichClientAsync(session, turn, id, line), show, cancellationToken);
        var dateOpen = reading.Ask == ReadingQuestion.Date || reading.Date is null || turn.DatesUncertain;
        if (answers.On is null && dateOpen)
            return await AskAsync(turn, line, QuestionNames.Date, (id, _) => Task.FromResult(JobStartCards.WhichDay(id, turn.Today)), show, cancellationToken);

        var (title, minutes) = WeeklyHours.Of(reading.Title);
        var unlikely = PlacementRules.CheckHours(minutes) is not null;
        var answered = answers.EmployerId is not null || answers.NewEmployer is not null;
        var start = new RecordJobStart
        {
            ClientReference = client, EmployerId = answered ? answers.EmployerId : reading.EmployerId, NewEmployerName = answers.NewEmployer,
            JobTitle = title, MinutesAWeek = unlikely ? null : minutes, StartsOn = (answers.On ?? reading.Date)!.Value, DraftId = line.DraftId, Guard = answers.Guard?.ToDecision(),
        };
        return await desk.AnswerAsync<Outcome<JobStartRecorded>>(
            turn.Remarking(reading.Notes is null ? null : Texts.Get("ClientWordsNotKept")).Remarking(reading.Next is null ? null : Texts.Get("NextNotKept"))
                .Remarking(unlikely ? Texts.Get("HoursNotKept", PlacementRules.MostHours) : null),
            also => jobStarts.RecordAsync(turn.Actor, start, also, cancellationToken),
            outcome => outcome.Value is { } recorded ? show(JobStartCards.Recorded(recorded, turn.Today), CardKinds.JobStart, recorded.Placement.Id)
                : turn.Pressed is null ? TurnAnswer.Say(Texts.Of(outcome.Refusal!))
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }

    /// <summary>The reference that was answered, else the one that was read; a job start without a client is none.</summary>
    private static string? Client(Line line) => line.Answers.Client is { Length: > 0 } answered ? answered.Trim().ToUpperInvariant()
        : line.Reading.Ask == ReadingQuestion.Client ? null
        : line.Reading.Client;

    private static async Task<JsonObject> WhichClientAsync(ICrmSession session, Turn turn, Guid draftId, Line line) => JobStartCards.WhichClient(
        draftId,
        Texts.Get(line.Reading.Ask == ReadingQuestion.Client ? "WhichClientText" : "WhichClientStarts"),
        ClientReferences.Nearest(line.Text, await session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId)),
        await session.Clients.OpenReferencesOfOwnerAsync(turn.Person.Id));

    private Task<TurnAnswer> AskAsync(
        Turn turn, Line line, string question, Func<Guid, ICrmSession, Task<JsonObject>> card, Showing show,
        CancellationToken cancellationToken)
    {
        var kept = new KeepLine
        {
            Id = line.DraftId ?? ids.New(), Text = line.Text, TypedAt = line.TypedAt, Question = question, Answers = line.Answers.ToJson(),
            Typed = new TypedTexts { EmployerId = line.Reading.EmployerId, NewEmployerName = line.Answers.NewEmployer, Texts = [line.Reading.Title] }, Guard = line.Answers.Guard?.ToDecision(),
        };
        return desk.AnswerAsync<Outcome<Draft>>(
            turn,
            also => questions.AskAsync(turn.Actor, kept, also, cancellationToken),
            async (session, _) => show(await card(kept.Id, session), CardKinds.Question, kept.Id));
    }

    private sealed record Line(string Text, DateTimeOffset TypedAt, LineReading Reading, LineAnswers Answers, Guid? DraftId);
}
