using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>"near Otley", "openings", "new employer …", "add contact …": what is asked of employers beside their card.</summary>
internal sealed class EmployerOrders(TurnDesk desk, EmployersNear near, OpeningLines openings, NewEmployerLines newEmployers, ContactLines contacts)
{
    public Task<TurnAnswer> FollowAsync(Turn turn, EmployerOrder order, CancellationToken cancellationToken) => order switch
    {
        NearOrder place => NearAsync(turn, place.Place, cancellationToken),
        OpeningsOrder => openings.ListAsync(turn, cancellationToken),
        NewEmployerOrder wanted => newEmployers.TypedAsync(turn, wanted, cancellationToken),
        AddContactOrder wanted => contacts.TypedAsync(turn, wanted, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "No such order."),
    };

    private Task<TurnAnswer> NearAsync(Turn turn, string place, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<NearShown>>(
        turn,
        also => near.ShowAsync(turn.Actor, place, also, cancellationToken),
        outcome => outcome.Value is { Employers.Count: > 0 } shown ? TurnAnswer.Show(NearCard.Build(shown, turn.Person.Id), CardKinds.Employer)
            : TurnAnswer.Say(outcome.Refusal is { Reason: not RefusalReason.NotFound } refusal ? Texts.Of(refusal) : Texts.Get("NearNobody", place)));
}
