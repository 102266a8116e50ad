using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Cards.Support;

/// <summary>The team lead's list: whose things have been overdue for too long, the longest first, a screen at a time.</summary>
internal static class EscalationCard
{
    private const int OnOneScreen = 6;

    public static JsonObject Build(Escalated shown, int from)
    {
        var page = ListPage.At(from, OnOneScreen, shown.Late.Count);
        var title = Texts.Get("EscalatedTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Sentence(shown.Late.Count == 0 ? Texts.Get("EscalatedNone") : Texts.Count("EscalatedText", shown.Late.Count), subtle: true),
                .. page.Of(shown.Late).SelectMany(late => Item(late.Item, shown.Today)),
                .. Pager.Of(page, Verbs.ShowEscalated, _ => []),
            ]);
    }

    private static IEnumerable<JsonNode> Item(FollowUpSummary item, DateOnly today)
    {
        string?[] whose = [item.OwnerName, item.ClientReference, item.EmployerName is { } name ? CardParts.Shortened(name, CardParts.LongestName) : null];
        var line = CardParts.Plain(CardParts.Capitalised(CardParts.Shortened(item.Title, CardParts.LongestName)), bold: true);
        line["separator"] = true;
        yield return line;
        yield return CardParts.Plain($"{string.Join(" · ", whose.OfType<string>())}{(item.DueOn is { } due ? " · " + DayText.WithDistance(due, today) : "")}", subtle: true);
        yield return CardParts.Actions(CardParts.Button(Texts.Get("EscalatedOpen"), Verbs.ShowHistory, new JsonObject { ["id"] = item.Id.ToString() }, tooltip: CardParts.Shortened(item.Title, 40)));
    }
}
