using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>The value of an <c>application/search</c> invoke: somebody types into a choice set whose choices come from the bot.</summary>
public sealed class SearchInvokeValue
{
    /// <summary>The usual <see cref="Kind"/>; others are <c>searchAnswer</c> and <c>typeahead</c>.</summary>
    public const string Search = "search";

    public string? Kind { get; set; }

    /// <summary>What was typed so far; empty when the list is opened.</summary>
    public string? QueryText { get; set; }

    public SearchInvokeOptions? QueryOptions { get; set; }

    /// <summary>The name that the card gives to what is looked up.</summary>
    public string? Dataset { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Which page of the results is wanted.</summary>
public sealed class SearchInvokeOptions
{
    public int? Skip { get; set; }

    public int? Top { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The choices found.</summary>
public sealed class SearchInvokeResponse
{
    public int StatusCode { get; set; } = 200;

    public string? Type { get; set; } = ContentTypes.SearchResponse;

    public SearchInvokeResults? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>These choices; none is an answer, too.</summary>
    public static SearchInvokeResponse Choices(params IReadOnlyList<SearchInvokeChoice> choices) => new() { Value = new SearchInvokeResults { Results = [.. choices] } };
}

/// <summary>The list in a <see cref="SearchInvokeResponse"/>.</summary>
public sealed class SearchInvokeResults
{
    public IList<SearchInvokeChoice> Results { get; set; } = [];

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>One choice.</summary>
/// <param name="Title">What the person sees.</param>
/// <param name="Value">What the card's input holds once it is chosen.</param>
public sealed record SearchInvokeChoice(string Title, string Value)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
