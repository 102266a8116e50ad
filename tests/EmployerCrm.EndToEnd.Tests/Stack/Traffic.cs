using System.Text.Json;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>One request between chat client and bot, with its answer.</summary>
/// <param name="FromBot">Whether the bot sent it to the connector; else the client posted it to the bot.</param>
internal sealed record Exchange(bool FromBot, string Method, string Path, string Request, int Status, string Answer)
{
    /// <summary>Every Adaptive Card in it: attached to a message, or the answer to a pressed button.</summary>
    public IEnumerable<string> Cards()
    {
        if (FromBot)
        {
            return Attached(Request);
        }

        return Parse(Answer) is { ValueKind: JsonValueKind.Object } answer
            && answer.TryGetProperty("type", out var type) && type.GetString() == "application/vnd.microsoft.card.adaptive"
            ? [answer.GetProperty("value").GetRawText()]
            : [];
    }

    private static IEnumerable<string> Attached(string activity)
    {
        if (Parse(activity) is not { ValueKind: JsonValueKind.Object } message || !message.TryGetProperty("attachments", out var attachments) || attachments.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return attachments.EnumerateArray()
            .Where(attachment => attachment.GetProperty("contentType").GetString() == "application/vnd.microsoft.card.adaptive")
            .Select(attachment => attachment.GetProperty("content").GetRawText());
    }

    private static JsonElement? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
