using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"close JS12": why is chosen from a list, and what is still owed is shown and closed along or kept.</summary>
internal sealed class ClosingLines(TurnDesk desk, ChoiceQuestions choices, ClientClosing closing, SteppingDownLines steppingDown) : IButtonGroup
{
    public Task<TurnAnswer> TypedAsync(Turn turn, Reading.Acts.ClientClosed closed, CancellationToken cancellationToken)
    {
        return closed.Clients is [var client]
            ? closed.SteppedDown ? steppingDown.TypedAsync(turn, client, cancellationToken) : PreviewAsync(turn, client, shown => WhyQuestion(shown), cancellationToken)
            : desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("OneClientAtATime")), cancellationToken);
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb is not (Verbs.AskCloseClient or Verbs.CloseClient) || data.Text("client") is not { } client || data.Name<ClosingReason>("reason") is not { } reason)
            return null;
        if (verb == Verbs.AskCloseClient)
        {
            var preview = await closing.PreviewAsync(turn.Actor, client, null, cancellationToken);
            if (preview.Value is { OpenFollowUps.Count: > 0 })
                return await PreviewAsync(turn, client, shown => OwedQuestion(shown, reason), cancellationToken);
        }

        var close = new CloseClient { ClientReference = client, Reason = reason, CancelFollowUps = data.Text("owed") == "cancel" };
        return await desk.AnswerAsync<Outcome<ClientEnding>>(
            turn,
            also => closing.CloseAsync(turn.Actor, close, also, cancellationToken),
            outcome => outcome.Value is { } closed
                ? TurnAnswer.Put(EndedCard.Closed(closed), CardKinds.Client, closed.Client.Id)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }

    private Task<TurnAnswer> PreviewAsync(Turn turn, string client, Func<ClientEnding, ChoiceQuestion> question, CancellationToken cancellationToken)
    {
        var questionId = choices.NewId();
        return desk.AnswerAsync<Outcome<ClientEnding>>(
            turn,
            also => closing.PreviewAsync(turn.Actor, client, also, cancellationToken),
            async (session, outcome) => outcome.Value switch
            {
                { Client.Status: ClientStatus.Closed } closed => TurnAnswer.Put(EndedCard.Closed(closed), CardKinds.Client, closed.Client.Id),
                { } shown => await ChoiceQuestions.AskAsync(session, turn, questionId, question(shown)),
                null => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });
    }

    private static ChoiceQuestion WhyQuestion(ClientEnding shown) => new(
        Texts.Get("CloseTitle"), Texts.Get("CloseText", shown.Client.Reference),
        [.. Enum.GetValues<ClosingReason>().Select(reason => ChoiceData.To(Texts.Get("Closing" + reason), Verbs.AskCloseClient, ("client", shown.Client.Reference), ("reason", reason)))])
    {
        Lines = [.. shown.Jobs.Select(job => Texts.Get("CloseJob", job.EmployerName)), .. OwedLines.Of(shown.OpenFollowUps, shown.Today)],
    };

    private static ChoiceQuestion OwedQuestion(ClientEnding shown, ClosingReason reason) => new(
        Texts.Get("CloseTitle"), Texts.Count("CloseOwed", shown.OpenFollowUps.Count),
        [
            ChoiceData.To(Texts.Get("CloseOwedCancel"), Verbs.CloseClient, ("client", shown.Client.Reference), ("reason", reason), ("owed", "cancel")),
            ChoiceData.To(Texts.Get("CloseOwedKeep"), Verbs.CloseClient, ("client", shown.Client.Reference), ("reason", reason), ("owed", "keep")),
        ])
    {
        Lines = [.. OwedLines.Of(shown.OpenFollowUps, shown.Today)],
    };
}
