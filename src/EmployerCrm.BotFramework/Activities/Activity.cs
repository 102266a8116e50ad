using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>One message, edit, install, button press, … as the Bot Framework sends it. What is not named here is kept in <see cref="Properties"/>.</summary>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a type that this version does not know.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id. An edit or deletion carries the id of the original message.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel took the activity.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When the person typed it, with the offset of their clock: relative dates are counted from here.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The person's time zone by its IANA name.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>The address that answers are sent to. It comes from outside: only addresses of the list of allowed ones are ever called.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>One of <see cref="Channels"/>, or another channel's name.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    /// <summary>Who it is for: the bot, of what comes in.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>The message that is answered, or whose button was pressed or reaction changed.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>The client's language, which need not be the person's.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; set; }

    /// <summary>What a notification shows of a message that is a card.</summary>
    public string? Summary { get; set; }

    public string? AttachmentLayout { get; set; }

    public string? InputHint { get; set; }

    /// <summary>Cards and files. Teams names no message id when text and attachments come together: send them apart where the message is to be updated.</summary>
    public IList<Attachment>? Attachments { get; set; }

    public IList<Entity>? Entities { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }

    public IList<ChannelAccount>? MembersRemoved { get; set; }

    public IList<MessageReaction>? ReactionsAdded { get; set; }

    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>What an installationUpdate did: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The name of an invoke or event, such as <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; set; }

    /// <summary>What an invoke carries, or the inputs of an Action.Submit, which arrives as a message.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>What only this channel says; for Teams see <see cref="TeamsActivityExtensions.GetTeamsChannelData"/>.</summary>
    public JsonNode? ChannelData { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
