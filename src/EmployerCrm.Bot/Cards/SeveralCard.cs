using System.Text.Json.Nodes;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Cards;

/// <summary>What became of a message that told of several contacts.</summary>
internal static class SeveralCard
{
    /// <summary>The summary, with a button for each contact that has no card of its own.</summary>
    /// <param name="asked">How many lines wait for an answer.</param>
    /// <param name="unseen">How many of their questions are not shown below.</param>
    /// <param name="left">What was not recorded, with why.</param>
    /// <param name="listed">Contacts that have no card of their own below.</param>
    public static JsonObject Build(int recorded, int asked, int unseen, IReadOnlyList<string> left, IReadOnlyList<Reply> listed) => CardParts.Card(
        Texts.Get("SeveralTitle"),
        [
            CardParts.Title(Texts.Get("SeveralTitle")),
            CardParts.Sentence(Texts.Count("SeveralLogged", recorded)),
            asked == 0 ? null : CardParts.Sentence(Texts.Count("SeveralAsked", asked)),
            unseen == 0 ? null : CardParts.Sentence(Texts.Get("SeveralUnseen")),
            .. left.Select(line => CardParts.Plain(line)),
            .. listed.Select(Listed),
        ]);

    private static JsonObject Listed(Reply card)
    {
        var lines = card.Card!["body"]!.AsArray();
        var employer = (string?)lines[1]?["inlines"]?[0]?["text"] ?? "";
        return CardParts.Actions(CardParts.Button(
            CardParts.Shortened(employer, CardParts.LongestName), Verbs.ShowVisit, new JsonObject { ["visit"] = card.SubjectId!.Value.ToString() }));
    }
}
