using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The cards of this chat that show a record. Those besides the one that was pressed follow when the record changes.</summary>
internal static class CardsHere
{
    /// <summary>The messages with a card of that kind.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(ICrmSession session, Turn turn, Guid subjectId, string kind) =>
    [
        .. (await session.Conversations.CardsOfAsync(subjectId))
            .Where(card => card.Kind == kind && card.ConversationId == turn.Reference.Conversation!.Id && card.SpecialistId == turn.Person.Id && card.ActivityId != turn.Pressed)
            .Select(card => card.ActivityId),
    ];

    /// <summary>Puts the card as it is now in place of each.</summary>
    public static async Task<IReadOnlyList<Reply>> ReplacedAsync(ICrmSession session, Turn turn, Guid subjectId, string kind, Func<JsonNode> now) =>
        [.. (await OfAsync(session, turn, subjectId, kind)).Select(message => new Reply(null, now(), kind, subjectId, message))];

    /// <summary>Those of a visit.</summary>
    public static Task<IReadOnlyList<Reply>> ReplacedAsync(ICrmSession session, Turn turn, VisitLogged visit) =>
        ReplacedAsync(session, turn, visit.View.Visit.Id, CardKinds.Visit, () => VisitCard.Build(visit, turn.Today));
}
