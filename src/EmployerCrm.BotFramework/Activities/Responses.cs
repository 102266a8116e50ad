using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>What the connector answers to a sent or updated activity.</summary>
public sealed class ResourceResponse
{
    /// <summary>The id by which the sent activity is updated or deleted; null when the connector took it but named none.</summary>
    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The answer to an invoke, given in the HTTP response.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body, if any.</param>
public sealed record InvokeResponse(int Status, JsonNode? Body = null);
