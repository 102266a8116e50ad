using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"Friday's Café", "who knows costwell": the employer's card, or which one was meant.</summary>
internal sealed class EmployerLookUp(TurnDesk desk, EmployerOverviews overviews)
{
    public Task<TurnAnswer> TypedAsync(Turn turn, LineReading reading, CancellationToken cancellationToken) => reading.EmployerId is { } id
        ? desk.AnswerAsync<Outcome<EmployerShown>>(
            turn,
            also => overviews.ShowAsync(turn.Actor, id, also, cancellationToken),
            outcome => outcome.Value is { } shown ? TurnAnswer.Show(EmployerCard.Build(shown), CardKinds.Employer) : TurnAnswer.Say(Texts.Of(outcome.Refusal!)))
        : desk.AnswerAsync(turn, TurnAnswer.Show(EmployerChoiceCard.Build(reading, EmployerChoiceCard.ShowButton), CardKinds.Question), cancellationToken);

    /// <summary>The employer chosen on a card, in its place.</summary>
    public Task<TurnAnswer> ChosenAsync(Turn turn, Guid employerId, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<EmployerShown>>(
        turn,
        also => overviews.ShowAsync(turn.Actor, employerId, also, cancellationToken),
        outcome => outcome.Value is { } shown ? TurnAnswer.Put(EmployerCard.Build(shown), CardKinds.Employer) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
