using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Adjustments;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"adjustments JS12", "what have we agreed at Two Rivers": what is there, or who was meant.</summary>
internal sealed class AdjustmentsLookUp(ICrmStore store, TurnDesk desk, AdjustmentList adjustments)
{
    public async Task<TurnAnswer> TypedAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken)
    {
        if (reading.Ask == ReadingQuestion.Client)
        {
            var references = await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId), cancellationToken);
            var nearest = ClientReferences.Nearest(text, references);
            return await desk.AnswerAsync(turn, TurnAnswer.Show(AdjustmentsCard.WhichClient(nearest, reading.EmployerId), CardKinds.Question), cancellationToken);
        }

        if (reading.Ambiguous.Count > 0)
        {
            var card = EmployerChoiceCard.Build(reading, choice => AdjustmentsCard.Show(EmployerChoiceCard.Label(choice.Name, choice.Town), reading.Client, choice.Id));
            return await desk.AnswerAsync(turn, TurnAnswer.Show(card, CardKinds.Question), cancellationToken);
        }

        return await desk.AnswerAsync<Outcome<AdjustmentsShown>>(
            turn,
            also => adjustments.ShowAsync(turn.Actor, reading.Client, reading.EmployerId, also, cancellationToken),
            outcome => outcome.Value is { } shown ? TurnAnswer.Show(AdjustmentsCard.Build(shown), CardKinds.Adjustments) : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));
    }

    /// <summary>The client or employer chosen on a card, in its place.</summary>
    public Task<TurnAnswer> ChosenAsync(Turn turn, string? client, Guid? employerId, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<AdjustmentsShown>>(
        turn,
        also => adjustments.ShowAsync(turn.Actor, client, employerId, also, cancellationToken),
        outcome => outcome.Value is { } shown ? TurnAnswer.Put(AdjustmentsCard.Build(shown), CardKinds.Adjustments) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
