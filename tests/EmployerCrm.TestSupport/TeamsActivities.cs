using System.Globalization;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport;

/// <summary>
/// Makes activities as Teams sends them, as JSON so that a test can spoil any member. One instance is one person in one conversation.
/// </summary>
public sealed class TeamsActivities(string serviceUrl, TimeProvider? time = null)
{
    private static int s_number;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public string ServiceUrl { get; init; } = serviceUrl;

    public string TenantId { get; init; } = "11111111-2222-3333-4444-555555555555";

    public string BotId { get; init; } = "28:bot";

    public string UserId { get; init; } = "29:alex";

    public string UserName { get; init; } = "Alex Wilber";

    public string AadObjectId { get; init; } = "00000000-0000-0000-0000-0000000000020";

    public string ConversationId { get; init; } = "a:personal-1";

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string ConversationType { get; init; } = "personal";

    /// <summary>The person's offset from UTC, in <c>localTimestamp</c>.</summary>
    public TimeSpan Offset { get; init; } = TimeSpan.Zero;

    public JsonObject Message(string text) => Create("message", ("text", text), ("textFormat", "plain"));

    /// <summary>An Action.Submit: a message with a value and without text.</summary>
    public JsonObject Submit(JsonNode value, string? cardId = null) => Create("message", ("value", value), ("replyToId", cardId));

    /// <summary>An Action.Execute on the card whose message has the given id.</summary>
    public JsonObject Execute(string verb, JsonNode? data = null, string? cardId = null) => Create(
        "invoke",
        ("name", "adaptiveCard/action"),
        ("replyToId", cardId),
        ("value", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data?.DeepClone() ?? new JsonObject() },
            ["trigger"] = "manual",
        }));

    public JsonObject Invoke(string name, JsonNode? value = null) => Create("invoke", ("name", name), ("value", value));

    public JsonObject Edit(string messageId, string text)
    {
        var edit = Create("messageUpdate", ("text", text), ("textFormat", "plain"));
        edit["id"] = messageId;
        edit["channelData"]!["eventType"] = "editMessage";
        return edit;
    }

    public JsonObject Delete(string messageId)
    {
        var deletion = Create("messageDelete");
        deletion["id"] = messageId;
        deletion["channelData"]!["eventType"] = "softDeleteMessage";
        return deletion;
    }

    /// <summary>Somebody came; without arguments the person and the bot, as on an install.</summary>
    public JsonObject MembersAdded(params IReadOnlyList<string> ids) => Create(
        "conversationUpdate",
        ("membersAdded", new JsonArray([.. (ids is [] ? [UserId, BotId] : ids).Select(id => new JsonObject { ["id"] = id })])));

    /// <summary>The app was installed or removed.</summary>
    /// <param name="action"><c>add</c> or <c>remove</c>.</param>
    public JsonObject Installation(string action) => Create("installationUpdate", ("action", action));

    public JsonObject Create(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var now = _time.GetUtcNow();
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = "activity-" + Interlocked.Increment(ref s_number).ToString(CultureInfo.InvariantCulture),
            ["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["localTimestamp"] = now.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Europe/London",
            ["serviceUrl"] = ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = UserId, ["name"] = UserName, ["aadObjectId"] = AadObjectId },
            ["conversation"] = new JsonObject { ["conversationType"] = ConversationType, ["tenantId"] = TenantId, ["id"] = ConversationId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Employer CRM" },
            ["locale"] = "en-GB",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "iOS" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
        };
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                activity[name] = value.Parent is null ? value : value.DeepClone();
            }
        }

        return activity;
    }
}
