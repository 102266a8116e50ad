using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The answer to a message with several contacts: a summary, the card of each contact and each question while they are few.</summary>
internal static class SeveralAnswer
{
    /// <summary>Teams takes seven messages in a second; more cards than these nobody reads.</summary>
    public const int MostCards = 5;

    public static TurnAnswer Of(IReadOnlyList<Reply> recorded, IReadOnlyList<Reply> asked, IReadOnlyList<string> left)
    {
        var shown = recorded.Count <= MostCards ? recorded : [];
        var questions = asked.Take(MostCards - shown.Count).ToList();
        var summary = SeveralCard.Build(recorded.Count, asked.Count, asked.Count - questions.Count, left, shown.Count == 0 ? recorded : []);
        return new TurnAnswer { Replies = [new Reply(null, summary, CardKinds.Talk), .. shown, .. questions] };
    }
}
