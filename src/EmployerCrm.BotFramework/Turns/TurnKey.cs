using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmployerCrm.BotFramework;

/// <summary>
/// What makes a turn one turn. Teams delivers an activity again when it waits too long for the answer; both deliveries have one key.
/// </summary>
/// <param name="ActivityId">The channel's id, or a digest of the content (see <see cref="Of"/>).</param>
/// <param name="Edition">Tells several edits of one message apart; null for what happens only once to an id.</param>
public sealed record TurnKey(string ChannelId, string ConversationId, string ActivityType, string ActivityId, string? Edition)
{
    /// <summary>
    /// An edit, a deletion and a reaction carry the id of the message they are about, so their timestamp belongs to the key.
    /// An activity without an id (local clients send such invokes) is known by a digest of who did what to which message and when: a second
    /// delivery is the same text and gets the same key; the same button pressed again later has another timestamp, and with it another key.
    /// </summary>
    public static TurnKey Of(Activity activity)
    {
        var type = activity.Type ?? "";
        var id = string.IsNullOrWhiteSpace(activity.Id) ? DigestOf(activity) : activity.Id;
        var edition = type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction ? Moment(activity) : null;
        return new TurnKey(activity.ChannelId ?? "", activity.Conversation?.Id ?? "", type, id, edition);
    }

    /// <summary>The whole key as 64 characters (hexadecimal SHA-256), for a column of fixed width.</summary>
    public string Digest() => Hash(ChannelId, ConversationId, ActivityType, ActivityId, Edition);

    private static string DigestOf(Activity activity) => "sha256-" + Hash(
        activity.Name, activity.Action, activity.From?.Id, activity.ReplyToId, Moment(activity), activity.Text, activity.Value?.GetRawText());

    private static string? Moment(Activity activity) =>
        (activity.Timestamp ?? activity.LocalTimestamp)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    // Every part is preceded by its length, so that no two different lists of parts run together into one text.
    private static string Hash(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:").Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
