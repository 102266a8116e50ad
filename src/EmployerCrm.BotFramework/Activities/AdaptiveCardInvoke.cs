using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke: somebody pressed an Action.Execute, or a card refreshes itself.</summary>
public sealed class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary><c>automatic</c> when the client refreshes the card by itself, else <c>manual</c>.</summary>
    public string? Trigger { get; set; }

    public string? State { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The Action.Execute that was pressed.</summary>
public sealed class AdaptiveCardInvokeAction
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    /// <summary>The card's own name for what the button does; null when the card gave it none.</summary>
    public string? Verb { get; set; }

    /// <summary>The action's data with the card's inputs mixed in. From outside: never trust what it says.</summary>
    public JsonElement? Data { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What an <c>adaptiveCard/action</c> is answered with: a card in place of the one that was pressed, or a message.</summary>
public sealed class AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public JsonNode? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>This card takes the place of the one that was pressed.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonNode card) => new() { StatusCode = 200, Type = ContentTypes.AdaptiveCard, Value = card };

    /// <summary>The card stays, and the person reads this sentence.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => new() { StatusCode = 200, Type = ContentTypes.InvokeMessage, Value = text };

    /// <summary>The press failed; the client shows its own words for that.</summary>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        new() { StatusCode = statusCode, Type = ContentTypes.InvokeError, Value = new JsonObject { ["code"] = code, ["message"] = message } };
}
