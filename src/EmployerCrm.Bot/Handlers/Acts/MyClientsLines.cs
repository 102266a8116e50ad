using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"my clients": those longest without contact first, a screen at a time.</summary>
internal sealed class MyClientsLines(TurnDesk desk, MyClients clients) : IButtonGroup
{
    public Task<TurnAnswer> TypedAsync(Turn turn, CancellationToken cancellationToken) => ShowAsync(turn, 0, cancellationToken);

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) =>
        verb == Verbs.ShowClients ? await ShowAsync(turn, data.Number("from") ?? 0, cancellationToken) : null;

    private Task<TurnAnswer> ShowAsync(Turn turn, int from, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientsShown>>(
        turn,
        also => clients.ShowAsync(turn.Actor, ownOnly: false, also, cancellationToken),
        outcome => outcome.Value is { } shown
            ? TurnAnswer.Put(MyClientsCard.Build(shown, from), CardKinds.Clients)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
