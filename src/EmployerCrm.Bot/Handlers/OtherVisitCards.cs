using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>Other cards in this chat that show a visit as it was before it was changed.</summary>
internal static class OtherVisitCards
{
    public static async Task<IReadOnlyList<Reply>> OfAsync(ICrmSession session, VisitLogged saved, Turn turn)
    {
        var visitId = saved.View.Visit.Id;
        var cards = await session.Conversations.CardsOfAsync(visitId);
        return
        [
            .. cards.Where(card => card.Kind == CardKinds.Visit && card.ConversationId == turn.Reference.Conversation!.Id && card.SpecialistId == turn.Person.Id && card.ActivityId != turn.Pressed)
                .Select(card => new Reply(null, VisitCard.Build(saved, turn.Today), CardKinds.Visit, visitId, card.ActivityId)),
        ];
    }
}
