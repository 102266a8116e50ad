using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The activity model and its JSON.</summary>
public sealed class ActivityTests
{
    [Fact]
    public void Everything_survives_a_round_trip_known_or_not_at_every_depth()
    {
        const string json = """
            {"type":"message","id":"1","timestamp":"2026-11-18T10:20:00.123+00:00","localTimestamp":"2026-11-18T10:20:00.123+01:00","localTimezone":"Europe/London","serviceUrl":"https://smba.trafficmanager.net/uk/",
             "channelId":"msteams","from":{"id":"29:a","name":"Alex","aadObjectId":"0020","role":"user","new":{"a":[1,2.50]}},
             "conversation":{"id":"a:1","name":"n","conversationType":"personal","tenantId":"t","isGroup":false,"new":1},"recipient":{"id":"28:b","new":null},
             "replyToId":"0","locale":"en-GB","text":"hi","textFormat":"plain","summary":"s","attachmentLayout":"list","inputHint":"acceptingInput",
             "attachments":[{"contentType":"c","contentUrl":"u","content":{"big":12345678901234567890,"x":1.10},"name":"n","thumbnailUrl":"t","new":"x"}],
             "entities":[{"type":"mention","mentioned":{"id":"28:b","new":1},"text":"<at>B</at>","new":true},{"type":"clientInfo","country":"GB"}],
             "suggestedActions":{"to":["29:a"],"actions":[{"type":"imBack","title":"t","value":{"a":1},"new":[]}],"new":{}},
             "membersAdded":[{"id":"1","new":1}],"membersRemoved":[{"id":"2"}],"reactionsAdded":[{"type":"like","new":1}],"reactionsRemoved":[{"type":"heart"}],
             "action":"add","name":"n","value":{"deep":[{"x":null}]},"channelData":{"tenant":{"id":"t"},"new":{"a":1}},"importance":"high","relatesTo":{"a":1}}
            """;

        var activity = JsonSerializer.Deserialize(json, BotJson.Default.Activity);

        Assert.Equal(
            Sorted(JsonNode.Parse(json)!),
            Sorted(JsonNode.Parse(JsonSerializer.Serialize(activity, BotJson.Default.Activity))!));
    }

    [Fact]
    public void A_conversation_reference_survives_being_stored()
    {
        var reference = Read(new TeamsActivities("https://smba.trafficmanager.net/uk/").Message("hi")).GetConversationReference();
        var json = JsonSerializer.Serialize(reference, BotJson.Default.ConversationReference);

        var restored = JsonSerializer.Deserialize(json, BotJson.Default.ConversationReference)!;

        Assert.Equal(json, JsonSerializer.Serialize(restored, BotJson.Default.ConversationReference));
        Assert.Equal(("a:personal-1", "29:alex", "28:bot", "https://smba.trafficmanager.net/uk/"), (restored.Conversation?.Id, restored.User?.Id, restored.Bot?.Id, restored.ServiceUrl));
    }

    [Theory]
    [InlineData("2026-11-18T10:20:00", "2026-11-18T10:20:00+00:00")]
    [InlineData("2026-11-18T10:20:00.5Z", "2026-11-18T10:20:00.5+00:00")]
    [InlineData("2026-07-01T10:20:00+01:00", "2026-07-01T10:20:00+01:00")]
    public void A_time_keeps_its_offset_and_without_one_it_is_UTC(string written, string read)
    {
        var activity = JsonSerializer.Deserialize($$"""{"localTimestamp":"{{written}}"}""", BotJson.Default.Activity)!;

        Assert.Equal(DateTimeOffset.Parse(read), activity.LocalTimestamp);
        Assert.Equal(DateTimeOffset.Parse(read).Offset, activity.LocalTimestamp?.Offset);
    }

    [Theory]
    [InlineData("<at>Employer CRM</at> due", "due")]
    [InlineData("<at>Employer CRM</at>\u00A0visited <at>Dana</at>", "visited <at>Dana</at>")]
    [InlineData("due", "due")]
    [InlineData("due <AT>employer crm</AT> now", "due  now")]
    [InlineData(null, "")]
    public void Only_the_bots_own_mention_is_taken_out(string? text, string left)
    {
        var activity = new Activity
        {
            Text = text,
            Recipient = new ChannelAccount { Id = "28:bot" },
            Entities =
            [
                new Entity { Type = "clientInfo" },
                new Entity { Type = Entity.Mention, Mentioned = new ChannelAccount { Id = "28:bot" }, Text = "<at>Employer CRM</at>" },
                new Entity { Type = Entity.Mention, Mentioned = new ChannelAccount { Id = "29:dana" }, Text = "<at>Dana</at>" },
                new Entity { Type = Entity.Mention, Mentioned = new ChannelAccount { Id = "28:bot" } },
            ],
        };

        Assert.Equal(left, activity.RemoveRecipientMention());
        Assert.Equal(left, activity.Text);
    }

    [Theory]
    [InlineData("<at>Employer CRM</at> due\n", "due")]
    [InlineData("due", "due")]
    [InlineData("<at>Dana</at> due", "<at>Dana</at> due")]
    public void A_mention_without_its_text_is_known_by_the_name(string text, string left)
    {
        var activity = new Activity
        {
            Text = text,
            Recipient = new ChannelAccount { Id = "28:bot" },
            Entities =
            [
                new Entity { Type = Entity.Mention, Mentioned = new ChannelAccount { Id = "28:bot", Name = "Employer CRM" } },
                new Entity { Type = Entity.Mention, Mentioned = new ChannelAccount { Id = "28:bot" } },
                new Entity { Type = Entity.Mention, Mentioned = new ChannelAccount { Id = "29:dana", Name = "Dana" }, Text = "" },
                new Entity { Type = Entity.Mention },
            ],
        };

        Assert.Equal(left, activity.RemoveRecipientMention());
    }

    [Theory]
    [InlineData("10:20")]
    [InlineData("today")]
    [InlineData("Wednesday")]
    [InlineData("18 Nov")]
    [InlineData("")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026")]
    public void What_is_no_date_and_time_is_not_read_as_one_of_today(string written) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"timestamp":"{{written}}"}""", BotJson.Default.Activity));

    [Fact]
    public void A_reply_may_lack_what_the_activity_lacked()
    {
        var reply = new Activity { Type = "message" }.CreateReply();

        Assert.Equal(("message", null, null, null, null, null), (reply.Type, reply.Text, reply.From, reply.Recipient, reply.Conversation, reply.ReplyToId));
    }

    [Theory]
    [InlineData("en-uS", null, "en-uS")]
    [InlineData("en-uS", "cy", "cy")]
    [InlineData(null, null, null)]
    public void A_language_of_its_own_stays_and_another_is_taken_as_written(string? locale, string? own, string? result)
    {
        var answer = new Activity { Locale = own, ReplyToId = "7" }.ApplyConversationReference(new ConversationReference { Locale = locale, ActivityId = "1" });

        Assert.Equal((result, "7"), (answer.Locale, answer.ReplyToId));
    }

    [Theory]
    [InlineData("""{"conversation":{"id":"1","tenantId":"t"}}""", "t")]
    [InlineData("""{"channelData":{"tenant":{"id":"t"}}}""", "t")]
    [InlineData("""{"conversation":{"id":"1","tenantId":"T"},"channelData":{"tenant":{"id":"t"}}}""", "T")]
    [InlineData("""{"conversation":{"id":"1","tenantId":"u"},"channelData":{"tenant":{"id":"t"}}}""", null)]
    [InlineData("""{"channelData":{"tenant":{"id":7}}}""", null)]
    [InlineData("""{"channelData":{"tenant":"t"}}""", null)]
    [InlineData("""{"channelData":"t"}""", null)]
    [InlineData("{}", null)]
    public void The_tenant_is_read_from_either_place(string json, string? tenant) =>
        Assert.Equal(tenant, JsonSerializer.Deserialize(json, BotJson.Default.Activity)!.GetTenantId());

    [Fact]
    public void A_reply_is_addressed_to_the_sender()
    {
        var reply = Read(new TeamsActivities("https://smba.trafficmanager.net/uk/").Message("hi")).CreateReply("hello");

        Assert.Equal(("message", "hello", "29:alex", "28:bot", "a:personal-1"), (reply.Type, reply.Text, reply.Recipient?.Id, reply.From?.Id, reply.Conversation?.Id));
    }

    internal static Activity Read(JsonNode json) => json.Deserialize(BotJson.Default.Activity)!;

    // Members in order of name and without those that are null, numbers as they were written.
    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Where(member => member.Value is not null).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => member.Key + ":" + Sorted(member.Value))) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Sorted)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
