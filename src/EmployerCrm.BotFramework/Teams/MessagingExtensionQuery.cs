using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>Somebody searches from the message box (<c>composeExtension/query</c>), or asks for the settings page of the search.</summary>
public sealed class MessagingExtensionQuery
{
    /// <summary>The command of the manifest.</summary>
    public string? CommandId { get; set; }

    public IList<MessagingExtensionParameter>? Parameters { get; set; }

    public MessagingExtensionQueryOptions? QueryOptions { get; set; }

    /// <summary>What a sign-in or settings page handed back.</summary>
    public string? State { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>What was typed for a parameter of the manifest; null when it is not there or no text.</summary>
    public string? TextOf(string parameter) =>
        Parameters?.FirstOrDefault(one => one.Name == parameter)?.Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}

/// <summary>One field of the search as it was filled in.</summary>
public sealed class MessagingExtensionParameter
{
    /// <summary>The parameter of the manifest, or <c>initialRun</c> before anything was typed.</summary>
    public string? Name { get; set; }

    /// <summary>Text as a rule; <c>initialRun</c> may be a truth value.</summary>
    public JsonElement? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Which page of the results is wanted.</summary>
public sealed class MessagingExtensionQueryOptions
{
    public int? Skip { get; set; }

    public int? Count { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A link of a domain that the manifest names was pasted (<c>composeExtension/queryLink</c>).</summary>
public sealed class AppBasedLinkQuery
{
    public string? Url { get; set; }

    /// <summary>What a sign-in handed back.</summary>
    public string? State { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
