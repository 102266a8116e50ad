using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;

namespace EmployerCrm.Bot.Questions;

/// <summary>The cards in this chat that still ask about a line which was answered otherwise than by their buttons.</summary>
internal sealed class QuestionCardsShown(ICrmStore store)
{
    /// <summary>Shows the outcome as a new message, and turns the question's cards into one sentence.</summary>
    public async Task<Showing> BelowAsync(Turn turn, Guid draftId, string textKey, CancellationToken cancellationToken)
    {
        var replaced = await ReplacedAsync(turn, draftId, textKey, cancellationToken);
        return (card, kind, subjectId) => new TurnAnswer { Replies = [new Reply(null, card, kind, subjectId), .. replaced] };
    }

    public async Task<IReadOnlyList<Reply>> ReplacedAsync(Turn turn, Guid draftId, string textKey, CancellationToken cancellationToken)
    {
        var messages = await store.ReadAsync(session => CardsHere.OfAsync(session, turn, draftId, CardKinds.Question), cancellationToken);
        return [.. messages.Select(message => new Reply(null, TalkCards.Receipt(Texts.Get(textKey), Texts.Get(textKey)), CardKinds.Talk, null, message))];
    }
}
