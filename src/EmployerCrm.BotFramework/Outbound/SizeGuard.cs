using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.BotFramework;

/// <summary>Keeps from leaving what the channel would refuse, or would show to nobody.</summary>
public static class SizeGuard
{
    /// <summary>Whether the card may be shown, in a message or in answer to a pressed button.</summary>
    public static bool Fits(JsonNode card, BotFrameworkOptions options) => JsonSerializer.SerializeToUtf8Bytes(card, BotJson.Default.JsonNode).Length <= options.MaxCardBytes;

    /// <summary>Lets pass what is small enough.</summary>
    /// <exception cref="ActivityTooLargeException">The message, counted in UTF-16 as the channel counts, or one of its cards is too large.</exception>
    internal static void Check(Activity activity, byte[] body, BotFrameworkOptions options)
    {
        // Almost every message is smaller than either limit, and is not counted twice.
        if (body.Length <= Math.Min(options.MaxCardBytes, options.MaxMessageBytes / 2))
        {
            return;
        }

        var tooLarge = Encoding.UTF8.GetCharCount(body) * 2 > options.MaxMessageBytes
            || activity.Attachments?.Any(attachment => attachment is { ContentType: ContentTypes.AdaptiveCard, Content: { } card } && !Fits(card, options)) == true;
        if (tooLarge)
        {
            throw new ActivityTooLargeException("MessageSizeTooBig");
        }
    }
}
