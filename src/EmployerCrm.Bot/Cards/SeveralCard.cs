using System.Text.Json.Nodes;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Cards;

/// <summary>What became of a message that told of several things.</summary>
internal static class SeveralCard
{
    /// <summary>The summary, with a button for each contact that has no card of its own.</summary>
    /// <param name="contacts">How many contacts that happened are logged.</param>
    /// <param name="recorded">How many things are recorded in all.</param>
    /// <param name="asked">How many lines wait for an answer.</param>
    /// <param name="unseen">How many of their questions are not shown below.</param>
    /// <param name="left">What was not recorded, with why.</param>
    /// <param name="listed">Contacts that have no card of their own below.</param>
    public static JsonObject Build(int contacts, int recorded, int asked, int unseen, IReadOnlyList<string> left, IReadOnlyList<Reply> listed) => CardParts.Card(
        Texts.Get("SeveralTitle"),
        [
            CardParts.Title(Texts.Get("SeveralTitle")),
            .. Counts(contacts, recorded).Select(line => CardParts.Sentence(line)),
            asked == 0 ? null : CardParts.Sentence(Texts.Count("SeveralAsked", asked)),
            unseen == 0 ? null : CardParts.Sentence(Texts.Get("SeveralUnseen")),
            .. left.Select(line => CardParts.Plain(line)),
            .. listed.Select(Listed),
        ]);

    private static IEnumerable<string> Counts(int contacts, int recorded)
    {
        if (contacts > 0)
            yield return Texts.Count("SeveralLogged", contacts);
        if (recorded > contacts)
            yield return Texts.Count(contacts > 0 ? "SeveralFurther" : "SeveralRecorded", recorded - contacts);
        if (recorded == 0)
            yield return Texts.Get("SeveralNone");
    }

    private static JsonNode Listed(Reply card)
    {
        var lines = card.Card!["body"]!.AsArray();
        var employer = (string?)lines[1]?["inlines"]?[0]?["text"] ?? "";
        if (card.Kind != CardKinds.Visit)
            return CardParts.Plain($"{card.Card["fallbackText"]}: {employer}");
        return CardParts.Actions(CardParts.Button(
            CardParts.Shortened(employer, CardParts.LongestName), Verbs.ShowVisit, new JsonObject { ["visit"] = card.SubjectId!.Value.ToString() }));
    }
}
