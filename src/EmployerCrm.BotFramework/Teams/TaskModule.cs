using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>A dialog was opened (<c>task/fetch</c>) or its form sent (<c>task/submit</c>).</summary>
public sealed class TaskModuleRequest
{
    /// <summary>The button's data, or the form's inputs. From outside: never trust what it says.</summary>
    public JsonElement? Data { get; set; }

    public TaskModuleRequestContext? Context { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>How the client looks that shows the dialog.</summary>
public sealed class TaskModuleRequestContext
{
    /// <summary><c>default</c>, <c>dark</c> or <c>contrast</c>.</summary>
    public string? Theme { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What the dialog does next. No answer (null) from a handler closes it.</summary>
public sealed class TaskModuleResponse
{
    public TaskModuleResponseBase? Task { get; set; }

    public CacheInfo? CacheInfo { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Shows a card or a page.</summary>
    public static TaskModuleResponse Continue(TaskModuleTaskInfo info) => new() { Task = TaskModuleResponseBase.Continue(info) };

    /// <summary>Closes the dialog with a sentence.</summary>
    public static TaskModuleResponse Message(string text) => new() { Task = TaskModuleResponseBase.Message(text) };
}

/// <summary>One step of a dialog.</summary>
public sealed class TaskModuleResponseBase
{
    /// <summary><c>continue</c> or <c>message</c>.</summary>
    public string? Type { get; set; }

    /// <summary>A <see cref="TaskModuleTaskInfo"/>, or the sentence.</summary>
    public JsonNode? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The dialog goes on with a card or a page.</summary>
    public static TaskModuleResponseBase Continue(TaskModuleTaskInfo info) =>
        new() { Type = "continue", Value = JsonSerializer.SerializeToNode(info, BotJson.Default.TaskModuleTaskInfo) };

    /// <summary>The dialog closes with a sentence.</summary>
    public static TaskModuleResponseBase Message(string text) => new() { Type = "message", Value = text };
}

/// <summary>What a dialog shows: a card or a page, not both.</summary>
public sealed class TaskModuleTaskInfo
{
    public string? Title { get; set; }

    /// <summary>Pixels as a number, or <c>small</c>, <c>medium</c>, <c>large</c>.</summary>
    public JsonNode? Height { get; set; }

    /// <inheritdoc cref="Height"/>
    public JsonNode? Width { get; set; }

    public Attachment? Card { get; set; }

    /// <summary>The address of a page, of a domain that the manifest names.</summary>
    public string? Url { get; set; }

    /// <summary>Where a client goes that cannot show dialogs.</summary>
    public string? FallbackUrl { get; set; }

    /// <summary>The bot that gets the form, when it is not this one.</summary>
    public string? CompletionBotId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
