using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Cards;

/// <summary>Who cannot be written to, and why.</summary>
internal static class ReachCard
{
    public const int OnOneScreen = 15;

    public static JsonObject Build(UnreachableShown shown, int from = 0)
    {
        var page = ListPage.At(from, OnOneScreen, shown.People.Count);
        return CardParts.Card(
            Texts.Get("ReachTitle"),
            [
                CardParts.Title(Texts.Get("ReachTitle")),
                CardParts.Sentence(Texts.Get(shown.People.Count == 0 ? "ReachAll" : "ReachText"), subtle: true),
                .. page.Of(shown.People).Select(person => Line(person, shown)),
                .. Pager.Of(page, Verbs.ShowUnreachable, _ => []),
            ]);
    }

    private static JsonObject Line(UnreachablePerson person, UnreachableShown shown) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(
            CardParts.Run(CardParts.Shortened(person.Name, CardParts.LongestName), bold: true),
            CardParts.Run(shown.OfTeam ? "" : " · " + CardParts.Shortened(person.TeamName, CardParts.LongestName)),
            CardParts.Run(" · " + Why(person), subtle: true)),
    };

    private static string Why(UnreachablePerson person) => person.Since is { } since && person.DeadReason is { } reason
        ? Texts.Get(reason == "removed" ? "ReachRemoved" : "ReachEnded", DayText.Moment(since), reason)
        : Texts.Get("ReachNever");
}
