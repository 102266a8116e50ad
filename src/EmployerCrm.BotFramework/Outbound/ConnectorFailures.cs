using System.Net;
using System.Text.Json;

namespace EmployerCrm.BotFramework;

/// <summary>What a refusal means.</summary>
internal static class ConnectorFailures
{
    /// <summary>The code of a 404 that is about the activity alone: the conversation is well.</summary>
    public const string ActivityNotFound = "ActivityNotFoundInConversation";

    public static ConnectorException Of(HttpStatusCode status, string? code, TimeSpan? retryAfter) => status switch
    {
        HttpStatusCode.Forbidden => new ConversationUnreachableException(code),
        HttpStatusCode.NotFound => new ConversationNotFoundException(code),
        HttpStatusCode.RequestEntityTooLarge => new ActivityTooLargeException(code),
        _ when ConnectorRetry.IsTransient(status) => new ConnectorUnavailableException(status, retryAfter),
        _ => new ConnectorException($"The connector answered {(int)status}.", status, code),
    };

    /// <summary>The connector's own word in <c>error.code</c>; for a blocked chat the finer <c>subCode</c>.</summary>
    public static string? CodeOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
                ? Text(error, "subCode") ?? Text(error, "code")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= 100 } text ? text : null;
}
