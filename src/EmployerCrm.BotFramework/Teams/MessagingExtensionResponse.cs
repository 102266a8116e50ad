using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>The answer to a search, a chosen result or a pasted link.</summary>
public sealed class MessagingExtensionResponse
{
    public MessagingExtensionResult? ComposeExtension { get; set; }

    public CacheInfo? CacheInfo { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Results to choose from, under each other; without any, Teams says that nothing was found.</summary>
    public static MessagingExtensionResponse Results(params IReadOnlyList<MessagingExtensionAttachment> attachments) =>
        new() { ComposeExtension = new MessagingExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = [.. attachments] } };

    /// <summary>A sentence instead of results.</summary>
    public static MessagingExtensionResponse Message(string text) => new() { ComposeExtension = new MessagingExtensionResult { Type = "message", Text = text } };
}

/// <summary>The answer to an action command: a dialog, or what goes into the message box.</summary>
public sealed class MessagingExtensionActionResponse
{
    /// <summary>The dialog's next step.</summary>
    public TaskModuleResponseBase? Task { get; set; }

    public MessagingExtensionResult? ComposeExtension { get; set; }

    public CacheInfo? CacheInfo { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Results, a sentence, a sign-in or a preview: <see cref="Type"/> says which, and which members count.</summary>
public sealed class MessagingExtensionResult
{
    /// <summary><c>result</c>, <c>auth</c>, <c>config</c>, <c>message</c> or <c>botMessagePreview</c>.</summary>
    public string? Type { get; set; }

    /// <summary><c>list</c> or <c>grid</c>.</summary>
    public string? AttachmentLayout { get; set; }

    public IList<MessagingExtensionAttachment>? Attachments { get; set; }

    /// <summary>The pages of a result of type <c>auth</c> or <c>config</c>.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    public string? Text { get; set; }

    /// <summary>The message of a result of type <c>botMessagePreview</c>.</summary>
    public Activity? ActivityPreview { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>One result: the card that goes into the message, and what the list of results shows of it.</summary>
public sealed class MessagingExtensionAttachment
{
    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    public JsonNode? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    /// <summary>Usually a thumbnail card.</summary>
    public Attachment? Preview { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>How long Teams may show this answer again without asking.</summary>
public sealed class CacheInfo
{
    /// <summary><c>cache</c> or <c>no-cache</c>.</summary>
    public string? CacheType { get; set; }

    /// <summary>In seconds.</summary>
    public int? CacheDuration { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
