using System.Text.Json;
using EmployerCrm.BotFramework;

namespace EmployerCrm.TestSupport;

/// <summary>One call as the test connector saw it.</summary>
/// <param name="ActivityId">The message replied to, replaced or deleted; null for a message of its own.</param>
/// <param name="Id">The id the message got (POST) or had (PUT, DELETE).</param>
/// <param name="Delivered">Whether the person sees it.</param>
/// <param name="Answer">How it was answered.</param>
public sealed record ConnectorCall(
    string Method, string Path, string ConversationId, string? ActivityId, string? BearerToken, string Body, string Id, bool Delivered, string Answer)
{
    public Activity Activity => JsonSerializer.Deserialize(Body, BotJson.Default.Activity)!;

    /// <summary>Shows that an answer is being made; it is none itself.</summary>
    public bool IsTyping => Body.Contains("\"type\":\"typing\"", StringComparison.Ordinal);

    /// <summary>The first Adaptive Card of the message.</summary>
    public JsonElement Card => JsonSerializer.SerializeToElement(
        Activity.Attachments!.First(attachment => attachment.ContentType == ContentTypes.AdaptiveCard).Content);
}
