using System.Text.Json.Nodes;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Bot.Cards;

/// <summary>
/// The pieces every card is made of (Adaptive Cards 1.5). What a person typed is shown through text runs only, which know no Markdown, so that it
/// is always data.
/// </summary>
internal static class CardParts
{
    /// <summary>Longer names are cut where many stand on one card.</summary>
    public const int LongestName = 60;

    /// <summary>A card; parts that are null are left out.</summary>
    /// <param name="fallbackText">What a client shows that has no cards: neutral, no name and no reference.</param>
    public static JsonObject Card(string fallbackText, params IEnumerable<JsonNode?> body)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = fallbackText,
            ["body"] = new JsonArray([.. body.Where(part => part is not null)]),
        };
        // English goes without saying: Microsoft's renderer calls every second language that it is told wrong.
        if (ReaderLanguage.Culture.TwoLetterISOLanguageName is not "en" and var language)
            card["lang"] = language;
        return card;
    }

    public static JsonObject Title(string text) => new()
    {
        ["type"] = "TextBlock", ["text"] = text, ["size"] = "medium", ["weight"] = "bolder", ["wrap"] = true, ["style"] = "heading",
    };

    /// <summary>A sentence of ours, never of a person.</summary>
    public static JsonObject Sentence(string text, bool subtle = false)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        if (subtle)
            block["isSubtle"] = true;
        return block;
    }

    /// <summary>The heading of a part of a card.</summary>
    public static JsonObject Section(string text) => new()
    {
        ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["weight"] = "bolder", ["separator"] = true, ["style"] = "heading", ["size"] = "default",
    };

    /// <summary>What went wrong, in words as well as in colour.</summary>
    public static JsonObject Problem(string text) => new()
    {
        ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["color"] = "attention", ["weight"] = "bolder",
    };

    /// <summary>Text that may hold what somebody typed.</summary>
    public static JsonObject Plain(string text, bool bold = false, bool subtle = false, string? size = null) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(Run(text, bold, subtle, size)),
    };

    public static JsonObject Fact(string label, string value) => new()
    {
        ["type"] = "RichTextBlock",
        ["spacing"] = "small",
        ["inlines"] = new JsonArray(Run(label + ": ", bold: true), Run(value)),
    };

    public static JsonObject Run(string text, bool bold = false, bool subtle = false, string? size = null)
    {
        // Renderers replace {{DATE(…)}} and {{TIME(…)}} in any text; a word joiner between the braces keeps typed ones as typed.
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text.Replace("{{", "{\u2060{", StringComparison.Ordinal) };
        if (bold)
            run["weight"] = "bolder";
        if (subtle)
            run["isSubtle"] = true;
        if (size is not null)
            run["size"] = size;
        return run;
    }

    public static JsonObject Group(params IEnumerable<JsonNode?> items) => new()
    {
        ["type"] = "Container", ["items"] = new JsonArray([.. items.Where(item => item is not null)]),
    };

    public static JsonObject Actions(params IEnumerable<JsonNode> actions) => new()
    {
        ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]),
    };

    /// <summary>A button. Clients without universal actions send the same data as a message.</summary>
    /// <param name="withInputs">Whether the card's fields are checked and sent with it.</param>
    /// <param name="tooltip">What tells buttons of one title apart for those who hear them.</param>
    public static JsonObject Button(string title, string verb, JsonObject? data = null, bool withInputs = false, string? style = null, string? tooltip = null)
    {
        // A card has a dozen of them: each object is made once with the room that it needs.
        List<KeyValuePair<string, JsonNode?>> submitted = [.. (data ?? []).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())), new("verb", verb)];
        List<KeyValuePair<string, JsonNode?>> button = [new("type", "Action.Execute"), new("title", title), new("verb", verb), new("data", data ?? [])];
        List<KeyValuePair<string, JsonNode?>> fallback = [new("type", "Action.Submit"), new("title", title), new("data", new JsonObject(submitted))];
        if (!withInputs)
        {
            button.Add(new("associatedInputs", "none"));
            fallback.Add(new("associatedInputs", "none"));
        }

        if (style is not null)
            button.Add(new("style", style));
        if (tooltip is not null)
            button.Add(new("tooltip", tooltip));
        button.Add(new("fallback", new JsonObject(fallback)));
        return new JsonObject(button);
    }

    /// <summary>The text, cut with an ellipsis where it is longer; never between the halves of one character.</summary>
    public static string Shortened(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>What is owed as its owner reads it: a title of the service's own in their language, what somebody wrote as it was written.</summary>
    public static string Owed(string title) => Capitalised(OwedInside(title));

    /// <summary>The same inside a sentence.</summary>
    public static string OwedInside(string title) => ShippedSteps.KeyOf(title) is { } key ? Texts.Get("Step-" + key) : title;

    /// <summary>With a capital first letter, as the start of a line is written.</summary>
    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Texts.Culture) + text[1..];

    /// <summary>Filled and empty fields, one for each that is aimed at. The sentence beside it says the same.</summary>
    public static JsonObject? Progress(int reached, int target)
    {
        if (target is < 1 or > 10)
            return null;
        var fields = Enumerable.Range(0, target).Select(JsonNode (index) => new JsonObject
        {
            ["type"] = "Column",
            ["width"] = "stretch",
            ["spacing"] = "small",
            ["style"] = index < reached ? "good" : "emphasis",
            ["minHeight"] = "8px",
            ["items"] = new JsonArray(),
        });
        return new JsonObject { ["type"] = "ColumnSet", ["spacing"] = "small", ["columns"] = new JsonArray([.. fields]) };
    }
}
