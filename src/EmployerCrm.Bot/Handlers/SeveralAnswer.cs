using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The answer to a message that told of several things: a summary, the card of each and each question while they are few.</summary>
internal static class SeveralAnswer
{
    /// <summary>Teams takes seven messages in a second; more cards than these nobody reads.</summary>
    public const int MostCards = 5;

    public static TurnAnswer Of(IReadOnlyList<PieceDone> pieces)
    {
        List<Reply> recorded = [.. pieces.Select(piece => piece.Recorded).OfType<Reply>()];
        List<Reply> asked = [.. pieces.Select(piece => piece.Asked).OfType<Reply>()];
        List<string> left = [.. pieces.Index().Where(piece => piece.Item is { Recorded: null, Asked: null })
            .Select(piece => piece.Item.Why is { } why ? Texts.Get("PieceRefused", piece.Index + 1, why) : Texts.Get("PieceLeft", piece.Index + 1))];
        // A contact can be opened from the summary; what cannot has a card of its own.
        List<Reply> shown = recorded.Count <= MostCards ? recorded : [.. recorded.Where(card => card.Kind != CardKinds.Visit).Take(MostCards)];
        var questions = asked.Take(MostCards - shown.Count).ToList();
        var summary = SeveralCard.Build(pieces.Count(piece => piece.IsContact), recorded.Count, asked.Count, asked.Count - questions.Count, left, [.. recorded.Except(shown)]);
        return new TurnAnswer { Replies = [new Reply(null, summary, CardKinds.Talk), .. shown, .. questions, .. pieces.SelectMany(piece => piece.Besides)] };
    }
}
