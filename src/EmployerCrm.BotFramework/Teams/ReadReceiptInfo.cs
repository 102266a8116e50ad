using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>Somebody has read the personal chat up to here.</summary>
public sealed class ReadReceiptInfo
{
    public string? LastReadMessageId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
