using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"and log it": a follow-up to ring, visit or write to somebody is itself an employer contact once it is done.</summary>
internal sealed class FollowUpContactButtons(TurnDesk desk, FollowUpContacts contacts, VisitLog visits, Ids ids) : IButtonGroup
{
    /// <summary>The offer for a follow-up, with the key of the contact that it may become: pressed twice it is one.</summary>
    public async Task<LogOffer?> OfferAsync(Turn turn, Guid followUpId, CancellationToken cancellationToken) =>
        await contacts.OfAsync(turn.Actor, followUpId, cancellationToken) is { } contact ? new LogOffer(followUpId, ids.New(), contact.Visit.Channel) : null;

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) =>
        verb == Verbs.LogFollowUp && data.Id("followUp") is { } followUpId && data.Id("visit") is { } visitId
            ? await LogAsync(
                turn, followUpId, visitId, (_, logged) => Task.FromResult(TurnAnswer.Put(VisitCard.Build(logged, turn.Today), CardKinds.Visit, visitId)), cancellationToken)
            : null;

    /// <summary>Logs the contact that doing the follow-up was.</summary>
    public async Task<TurnAnswer> LogAsync(Turn turn, Guid followUpId, Guid visitId, Func<ICrmSession, VisitLogged, Task<TurnAnswer>> show, CancellationToken cancellationToken)
    {
        if (await contacts.OfAsync(turn.Actor, followUpId, cancellationToken) is not { } contact)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("RefusalNotFound")), cancellationToken);
        return await desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => visits.LogAsync(turn.Actor, contact.Visit with { Id = visitId }, also, cancellationToken),
            async (session, outcome) => outcome.Value is { } logged
                ? await show(session, logged)
                : TurnAnswer.PutText(outcome.Refusal!.Reason == RefusalReason.LineFinished ? Texts.Get("LoggedAlready") : Texts.Of(outcome.Refusal)));
    }
}
