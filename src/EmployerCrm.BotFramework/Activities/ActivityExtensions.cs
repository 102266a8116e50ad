using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.BotFramework;

/// <summary>What is often asked of an activity.</summary>
public static class ActivityExtensions
{
    /// <summary>Where this activity came from, to answer it now or write there later.</summary>
    public static ConversationReference GetConversationReference(this Activity activity) => new()
    {
        ActivityId = activity.Id,
        User = activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Locale = activity.Locale,
    };

    /// <summary>A message to the sender of this activity, in reply to it.</summary>
    public static Activity CreateReply(this Activity activity, string? text = null) =>
        new Activity { Type = ActivityTypes.Message, Text = text }.ApplyConversationReference(activity.GetConversationReference());

    /// <summary>Addresses an outgoing activity; what it says itself about reply and language stays.</summary>
    public static Activity ApplyConversationReference(this Activity activity, ConversationReference reference)
    {
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = reference.Conversation;
        activity.From = reference.Bot;
        activity.Recipient = reference.User;
        activity.ReplyToId ??= reference.ActivityId;
        activity.Locale ??= reference.Locale;
        return activity;
    }

    /// <summary>The tenant the activity says it comes from: Teams writes it in the conversation, in the channel data, or in both.</summary>
    /// <returns>Null when there is none, or when the two places differ.</returns>
    public static string? GetTenantId(this Activity activity)
    {
        var ofConversation = activity.Conversation?.TenantId;
        var ofChannel = ((activity.ChannelData as JsonObject)?["tenant"] as JsonObject)?["id"] is JsonValue id && id.GetValueKind() is JsonValueKind.String
            ? id.GetValue<string>()
            : null;
        if (ofConversation is null || ofChannel is null)
        {
            return ofConversation ?? ofChannel;
        }

        return string.Equals(ofConversation, ofChannel, StringComparison.OrdinalIgnoreCase) ? ofConversation : null;
    }

    /// <summary>Takes the bot's own mention out of the text, so that "@Bot due" reads "due". Mentions of people stay.</summary>
    /// <returns>The text that is left.</returns>
    public static string RemoveRecipientMention(this Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: Entity.Mention, Mentioned.Id: { } id } && id == activity.Recipient?.Id && MentionText(entity) is { Length: > 0 } mention)
            {
                text = text.Replace(mention, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        activity.Text = text.Trim();
        return activity.Text;
    }

    // Some clients leave the piece of text out, and name the mentioned account only.
    private static string? MentionText(Entity entity) =>
        !string.IsNullOrEmpty(entity.Text) ? entity.Text : entity.Mentioned?.Name is { Length: > 0 } name ? $"<at>{name}</at>" : null;
}
