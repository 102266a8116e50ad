using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>An action command of a message extension was started (<c>composeExtension/fetchTask</c>) or its form sent (<c>composeExtension/submitAction</c>).</summary>
public sealed class MessagingExtensionAction
{
    /// <summary>The command of the manifest.</summary>
    public string? CommandId { get; set; }

    /// <summary>Where it was started: <c>compose</c>, <c>commandbox</c> or <c>message</c>.</summary>
    public string? CommandContext { get; set; }

    /// <summary>The form's inputs. From outside: never trust what it says.</summary>
    public JsonElement? Data { get; set; }

    public TaskModuleRequestContext? Context { get; set; }

    /// <summary>What the person did with the preview of a message that the bot offered to send: <c>edit</c> or <c>send</c>.</summary>
    public string? BotMessagePreviewAction { get; set; }

    /// <summary>The previewed messages.</summary>
    public IList<Activity>? BotActivityPreview { get; set; }

    /// <summary>The message on which the command was started, as Graph shapes messages.</summary>
    public JsonElement? MessagePayload { get; set; }

    /// <summary>What a sign-in handed back.</summary>
    public string? State { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
