using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Reads a card as a person does: its lines and its buttons.</summary>
internal static class CardText
{
    public static JsonNode CardOf(this ConnectorCall call) => JsonNode.Parse(call.Card.GetRawText())!;

    /// <summary>The card in an invoke's answer.</summary>
    public static JsonNode CardOf(this JsonNode answer)
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
        return answer["value"]!;
    }

    /// <summary>The sentence that was sent.</summary>
    public static string Said(this ConnectorCall call) => call.Activity.Text ?? "";

    /// <summary>The sentence in an invoke's answer.</summary>
    public static string SentenceOf(this JsonNode answer)
    {
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
        return (string)answer["value"]!;
    }

    /// <summary>Every line of text on the card, top to bottom.</summary>
    public static IReadOnlyList<string> Lines(this JsonNode card) => [.. All(card).Select(LineOf).OfType<string>()];

    public static string Whole(this JsonNode card) => string.Join('\n', card.Lines());

    public static IReadOnlyList<string> Buttons(this JsonNode card) => [.. All(card).Where(IsButton).Select(button => (string)button["title"]!)];

    public static JsonNode Button(JsonNode card, string title) =>
        All(card).FirstOrDefault(part => IsButton(part) && (string?)part["title"] == title)
        ?? throw new InvalidOperationException($"No button '{title}' among: {string.Join(", ", card.Buttons())}");

    public static JsonNode? Field(this JsonNode card, string id) => All(card).FirstOrDefault(part => (string?)part["id"] == id);

    private static bool IsButton(JsonNode part) => (string?)part["type"] == "Action.Execute";

    private static string? LineOf(JsonNode part) => (string?)part["type"] switch
    {
        "TextBlock" => (string?)part["text"],
        "RichTextBlock" => string.Concat(part["inlines"]!.AsArray().Select(run => (string?)run!["text"])),
        _ => null,
    };

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject part => part.Where(member => member.Key != "fallback").SelectMany(member => All(member.Value)).Prepend(part),
        JsonArray parts => parts.SelectMany(All),
        _ => [],
    };
}
