using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"JS12 lost the job": recorded without blame; why is said by a tap, or not at all.</summary>
internal sealed class JobEndLines(TurnDesk desk, ChoiceQuestions choices, JobEnds jobEnds) : IButtonGroup
{
    public Task<TurnAnswer> TypedAsync(Turn turn, JobEnded ended, CancellationToken cancellationToken)
    {
        turn = turn.Remarking(ended.More is null ? null : Texts.Get("ClientWordsNotKept"));
        if (ended.Clients is not [var client])
            return desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("OneClientAtATime")), cancellationToken);
        var on = ended.On ?? turn.Today;
        if (ended.Employers.Count < 2)
            return EndAsync(turn, new RecordJobEnd { ClientReference = client, EmployerId = ended.Employers is [var only] ? only.Id : null, EndedOn = on }, cancellationToken);
        var question = new ChoiceQuestion(Texts.Get("WhichEmployer"), Texts.Get("WhichEmployerJobEnd", client), [.. ended.Employers.Select(employer => ChoiceData.To(
            EmployerChoiceCard.Label(employer.Name, employer.Town), Verbs.EndJob, ("client", client), ("employer", employer.Id), ("on", on)))]);
        return choices.AskAsync(turn, question, cancellationToken);
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) =>
        verb == Verbs.EndJob && data.Text("client") is { } client && data.Date("on") is { } on
            ? await EndAsync(
                turn,
                new RecordJobEnd { ClientReference = client, EmployerId = data.Id("employer"), PlacementId = data.Id("placement"), EndedOn = on, Reason = data.Name<JobEndReason>("reason") },
                cancellationToken)
            : null;

    private Task<TurnAnswer> EndAsync(Turn turn, RecordJobEnd end, CancellationToken cancellationToken)
    {
        var questionId = choices.NewId();
        return desk.AnswerAsync<Outcome<JobEndRecorded>>(
            turn,
            also => jobEnds.RecordAsync(turn.Actor, end, also, cancellationToken),
            async (session, outcome) => outcome.Value switch
            {
                { Ended: { } job } recorded => TurnAnswer.Put(JobEndCard.Build(recorded, job), CardKinds.JobEnd, job.Id),
                { } several => await ChoiceQuestions.AskAsync(session, turn, questionId, Which(several, end)),
                null => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });
    }

    public static ChoiceQuestion Which(JobEndRecorded several, RecordJobEnd end) => new(
        Texts.Get("WhichJob"),
        Texts.Get("WhichJobText", several.ClientReference),
        [.. several.Choices.Select(job => ChoiceData.To(JobEndCard.Title(job), Verbs.EndJob, ("client", end.ClientReference), ("placement", job.Id), ("on", end.EndedOn), ("reason", end.Reason)))]);
}
