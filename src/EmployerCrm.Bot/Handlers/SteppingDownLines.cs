using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"JS12 has stepped down": what is still owed is shown, and client and specialist must have decided it. Support is taken up again by one tap.</summary>
internal sealed class SteppingDownLines(TurnDesk desk, ChoiceQuestions choices, SteppingDown steppingDown, ClientReopening reopening) : IButtonGroup
{
    private const int DaysAWeek = 7;

    public Task<TurnAnswer> TypedAsync(Turn turn, string client, CancellationToken cancellationToken)
    {
        var questionId = choices.NewId();
        return desk.AnswerAsync<Outcome<ClientEnding>>(
            turn,
            also => steppingDown.PreviewAsync(turn.Actor, client, also, cancellationToken),
            async (session, outcome) => outcome.Value switch
            {
                { Client.Status: ClientStatus.SteppedDown } already => TurnAnswer.Put(EndedCard.SteppedDown(already), CardKinds.Client, already.Client.Id),
                { } shown => await ChoiceQuestions.AskAsync(session, turn, questionId, Question(shown)),
                null => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => (verb, data.Text("client")) switch
    {
        (Verbs.StepDown, { } client) => await DecideAsync(turn, new StepDown { ClientReference = client, CancelFollowUps = data.Text("owed") == "cancel" }, cancellationToken),
        (Verbs.ReopenClient, { } client) => await ReopenAsync(turn, client, cancellationToken),
        _ => null,
    };

    private Task<TurnAnswer> DecideAsync(Turn turn, StepDown stepDown, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientEnding>>(
        turn,
        also => steppingDown.DecideAsync(turn.Actor, stepDown, also, cancellationToken),
        outcome => outcome.Value is { } done
            ? TurnAnswer.Put(EndedCard.SteppedDown(done), CardKinds.Client, done.Client.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> ReopenAsync(Turn turn, string client, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientSaved>>(
        turn,
        also => reopening.ReopenAsync(turn.Actor, client, also, cancellationToken),
        outcome => outcome.Value is { } open
            ? TurnAnswer.Put(ClientCards.Shown(open, turn.Today), CardKinds.Client, open.Client.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private static ChoiceQuestion Question(ClientEnding shown)
    {
        Choice Yes(string title, string? owed) => ChoiceData.To(Texts.Get(title), Verbs.StepDown, ("client", shown.Client.Reference), ("owed", owed));
        return new ChoiceQuestion(
            Texts.Get("StepDownTitle"),
            Texts.Get("StepDownText", shown.Client.Reference),
            shown.OpenFollowUps.Count == 0 ? [Yes("StepDownYes", null) with { Says = true }] : [Yes("StepDownCancel", "cancel"), Yes("StepDownKeep", "keep")])
        {
            Lines =
            [
                .. shown.Jobs.Select(job => Texts.Get("StepDownJob", job.EmployerName, (shown.Today.DayNumber - job.StartsOn.DayNumber) / DaysAWeek)),
                .. shown.OpenFollowUps.Count == 0 ? [] : new[] { Texts.Count("StepDownOwed", shown.OpenFollowUps.Count) },
                .. OwedLines.Of(shown.OpenFollowUps, shown.Today),
            ],
        };
    }
}
