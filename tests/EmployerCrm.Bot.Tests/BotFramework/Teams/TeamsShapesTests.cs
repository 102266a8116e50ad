using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework.Teams;

/// <summary>What Teams writes into activities, and what it is answered.</summary>
public sealed class TeamsShapesTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        {
            nameof(TeamsChannelData),
            """{"eventType":"e","channel":{"id":"1","name":"n","type":"private","new":1},"team":{"id":"2","name":"t","aadGroupId":"g","new":{}},"tenant":{"id":"3","new":[]},"notification":{"alert":true,"new":null},"settings":{"selectedChannel":{"id":"4"}},"meeting":{"id":"5"}}"""
        },
        {
            nameof(MessagingExtensionQuery),
            """{"commandId":"c","parameters":[{"name":"n","value":{"deep":1},"new":1}],"queryOptions":{"skip":1,"count":2,"new":1},"state":"s","new":"n"}"""
        },
        {
            nameof(MessagingExtensionAction),
            """{"commandId":"c","commandContext":"compose","data":{"a":[1]},"context":{"theme":"dark","new":1},"botMessagePreviewAction":"edit","botActivityPreview":[{"text":"t","new":1}],"messagePayload":{"id":"1"},"state":"s","new":"n"}"""
        },
        {
            nameof(MessagingExtensionResponse),
            """{"composeExtension":{"type":"auth","attachmentLayout":"grid","attachments":[{"contentType":"c","contentUrl":"u","content":{"a":1},"name":"n","thumbnailUrl":"t","preview":{"name":"p"},"new":1}],"suggestedActions":{"actions":[{"type":"openUrl","title":"t","value":"v"}]},"text":"t","activityPreview":{"text":"t"},"new":1},"cacheInfo":{"cacheType":"cache","cacheDuration":60}}"""
        },
        { nameof(TaskModuleRequest), """{"data":{"a":1},"context":{"theme":"dark"},"tabContext":{"tabEntityId":"t"}}""" },
        {
            nameof(TaskModuleTaskInfo),
            """{"title":"t","height":"small","width":400,"card":{"contentType":"c"},"url":"u","fallbackUrl":"f","completionBotId":"b","new":1}"""
        },
        { nameof(TaskModuleResponse), """{"task":{"type":"continue","value":{"title":"t"},"new":1},"cacheInfo":{"cacheType":"no-cache"}}""" },
        { nameof(AppBasedLinkQuery), """{"url":"u","state":"s","new":1}""" },
        { nameof(SearchInvokeValue), """{"kind":"search","queryText":"q","queryOptions":{"skip":0,"top":15,"new":1},"dataset":"d","context":{"a":1}}""" },
        { nameof(ReadReceiptInfo), """{"lastReadMessageId":"1","new":1}""" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nothing_is_lost_on_the_way_through(string type, string json)
    {
        var info = BotJson.Default.GetTypeInfo(typeof(Activity).Assembly.GetType("EmployerCrm.BotFramework." + type)!)!;

        var back = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, info), info);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(back)), back);
    }

    [Theory]
    [InlineData("adaptiveCard/action", """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Sorry."}""")]
    [InlineData("task/fetch", """{"task":{"type":"message","value":"Sorry."}}""")]
    [InlineData("task/submit", """{"task":{"type":"message","value":"Sorry."}}""")]
    [InlineData("composeExtension/fetchTask", """{"task":{"type":"message","value":"Sorry."}}""")]
    [InlineData("composeExtension/query", """{"composeExtension":{"type":"message","text":"Sorry."}}""")]
    [InlineData("composeExtension/setting", null)]
    [InlineData(null, null)]
    public void A_sentence_has_the_shape_that_the_invoke_can_show(string? name, string? body)
    {
        var answer = TeamsInvoke.Message(new Activity { Type = ActivityTypes.Invoke, Name = name }, "Sorry.");

        Assert.Equal(body, answer?.Body?.ToJsonString());
        Assert.Equal(body is null ? null : 200, answer?.Status);
    }

    [Fact]
    public void Where_it_happened_is_read_from_the_channel_data()
    {
        var activity = new Activity { ChannelData = JsonNode.Parse("""{"team":{"id":"19:team","aadGroupId":"g"},"channel":{"id":"19:channel"}}""") };

        Assert.Equal(("19:team", "g", "19:channel"), (activity.TeamsGetTeamInfo()?.Id, activity.TeamsGetTeamInfo()?.AadGroupId, activity.TeamsGetChannelId()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"team":"Leeds"}""")]
    public void Channel_data_of_another_shape_is_as_good_as_none(string? data)
    {
        var activity = new Activity { ChannelData = data is null ? null : JsonNode.Parse(data) };

        Assert.Null(activity.GetTeamsChannelData());
        Assert.Null(activity.TeamsGetTeamInfo());
        Assert.Null(activity.TeamsGetChannelId());
    }

    [Theory]
    [InlineData(null, """{"notification":{"alert":true}}""")]
    [InlineData("""{"tenant":{"id":"1"}}""", """{"tenant":{"id":"1"},"notification":{"alert":true}}""")]
    public void A_message_may_ask_to_show_in_the_activity_feed(string? before, string after)
    {
        var activity = new Activity { ChannelData = before is null ? null : JsonNode.Parse(before) };

        activity.TeamsNotifyUser();

        Assert.Equal(after, activity.ChannelData!.ToJsonString());
    }
}
