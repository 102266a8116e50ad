using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The pages of a week in which more happened than one card holds.</summary>
internal sealed class WeekButtons(TurnDesk desk, MyWeek myWeek) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb != Verbs.ShowWeek ? null
        : await desk.AnswerAsync<Outcome<WeekShown>>(
            turn,
            also => myWeek.ShowAsync(turn.Actor, also, cancellationToken),
            outcome => outcome.Value is { } week
                ? TurnAnswer.Put(WeekCard.Build(week, data.Number("from") ?? 0), CardKinds.Week)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
