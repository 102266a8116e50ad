using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>What the channel found in a message: a mention, the client's details, ….</summary>
public sealed class Entity
{
    public const string Mention = "mention";

    public string? Type { get; set; }

    /// <summary>Who is mentioned, when <see cref="Type"/> is <see cref="Mention"/>.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>The piece of the message's text that is the mention, such as <c>&lt;at&gt;Bot&lt;/at&gt;</c>.</summary>
    public string? Text { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
