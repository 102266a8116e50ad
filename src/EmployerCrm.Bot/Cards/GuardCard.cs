using System.Text.Json.Nodes;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Cards;

/// <summary>Asks about words that seem to tell of one person's health, medicines, past or name.</summary>
internal static class GuardCard
{
    private const int LongestQuote = 60;

    /// <summary>The question about a line that waits in memory.</summary>
    /// <param name="quoted">Whether the words stand on the card. The card that is stored goes without.</param>
    public static JsonObject Build(Guid heldId, CheckedTexts found, bool quoted)
    {
        var title = Texts.Get("GuardTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Sentence(Texts.Get("GuardAsked")),
                .. found.Texts.SelectMany(text => text.Hits.Select(hit => Found(text, hit, quoted))),
                CardParts.Actions(
                    Button("GuardRemove", Verbs.GuardRemove, heldId), Button("GuardKeep", Verbs.GuardKeep, heldId), Button("Edit", Verbs.GuardEdit, heldId)),
            ]);
    }

    /// <summary>In a form, which sends its fields again: take it out, or keep as much as was found.</summary>
    public static IEnumerable<JsonNode> Answers(CheckedTexts found, JsonObject save, string verb)
    {
        yield return CardParts.Button(Texts.Get("GuardRemove"), verb, With(save, GuardChoice.Removed, found), withInputs: true);
        yield return CardParts.Button(Texts.Get("GuardKeep"), verb, With(save, GuardChoice.Kept, found), withInputs: true);
    }

    /// <summary>"This seems to tell about a person (“…”)."</summary>
    public static string Problem(CheckedTexts found) => Texts.Get(
        "GuardInForm", string.Join(", ", found.Texts.SelectMany(text => text.Hits.Select(hit => $"“{CardParts.Shortened(text.Words(hit), LongestQuote)}”"))));

    private static JsonObject With(JsonObject save, GuardChoice choice, CheckedTexts found)
    {
        var data = (JsonObject)save.DeepClone();
        (data["guard"], data["found"], data["words"]) = (choice.ToString(), found.Found.ToString(), found.WordsVersion);
        return data;
    }

    private static JsonObject Found(CheckedText text, GuardHit hit, bool quoted)
    {
        var kind = Texts.Get("Guard" + hit.Kind);
        return quoted ? CardParts.Fact(kind, $"“{CardParts.Shortened(text.Words(hit), LongestQuote)}”") : CardParts.Sentence(kind);
    }

    private static JsonObject Button(string title, string verb, Guid heldId) =>
        CardParts.Button(Texts.Get(title), verb, new JsonObject { ["held"] = heldId.ToString() });
}
