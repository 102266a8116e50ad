using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>Buttons under the message box that go away once one is pressed.</summary>
public sealed class SuggestedActions
{
    public IList<string>? To { get; set; }

    public IList<CardAction>? Actions { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A button that is no part of an Adaptive Card.</summary>
public sealed class CardAction
{
    /// <summary><c>imBack</c> says <see cref="Value"/> as if the person had typed it.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    public JsonElement? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
