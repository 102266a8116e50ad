using System.Text.Json.Nodes;
using EmployerCrm.Core;

namespace EmployerCrm.Bot.Cards;

/// <summary>
/// What a card that shows a part of a list ends with: which part, and the way to the parts beside it, in place of the card. The buttons carry a place
/// in the list and nothing of what stands there; the list is made anew with every press.
/// </summary>
internal static class Pager
{
    private const string Name = "from";

    /// <summary>Nothing where the whole list fits.</summary>
    /// <param name="data">What a button to the page that begins there carries besides.</param>
    public static IEnumerable<JsonNode> Of(ListPage page, string verb, Func<int, JsonObject> data)
    {
        if (page.Total <= page.Size)
            yield break;
        yield return CardParts.Sentence(Texts.Get("PageOf", page.From + 1, page.To, page.Total), subtle: true);
        yield return CardParts.Actions(Buttons());

        IEnumerable<JsonNode> Buttons()
        {
            if (page.Previous is { } previous)
                yield return CardParts.Button(Texts.Get("PagePrevious"), verb, From(data(previous), previous));
            if (page.Next is { } next)
                yield return CardParts.Button(Texts.Get("PageNext"), verb, From(data(next), next));
        }
    }

    public static JsonObject From(JsonObject data, int from)
    {
        data[Name] = from;
        return data;
    }
}
