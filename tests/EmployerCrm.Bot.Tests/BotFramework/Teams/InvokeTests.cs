using System.Net;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.BotFramework.Teams;

/// <summary>Which handler answers an invoke, and what goes over the wire.</summary>
public sealed class InvokeTests : TeamsBotHost
{
    private const string Empty = "";
    private const string NoResults = """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[]}}""";
    private const string Found =
        """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","preview":{"name":"preview"}}]}}""";

    private const string Dialog = """{"task":{"type":"continue","value":{"title":"Visit","height":"large","width":600,"url":"https://crm.example/visit"}}}""";
    private const string Choices =
        """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"Friday\u0027s Caf\u00E9","value":"7"}]}}""";

    public static TheoryData<string, string, string, string> Known => new()
    {
        {
            "composeExtension/query", """{"commandId":"find","parameters":[{"name":"name","value":"café"}],"queryOptions":{"skip":25,"count":25}}""",
            "query find 'café' 25+25", Found
        },
        { "composeExtension/query", """{"commandId":"find","parameters":[{"name":"initialRun","value":true}]}""", "query find '' +", Found },
        { "composeExtension/selectItem", """{"id":7}""", """selected {"id":7}""", NoResults },
        {
            "composeExtension/fetchTask", """{"commandId":"log","commandContext":"message","context":{"theme":"dark"},"messagePayload":{"id":"1"}}""",
            "action log from message", """{"task":{"type":"message","value":"Not here."}}"""
        },
        { "composeExtension/submitAction", """{"commandId":"log","data":{"employer":"7"}}""", """sent {"employer":"7"}""", Empty },
        { "composeExtension/submitAction", """{"botMessagePreviewAction":"","data":{}}""", "sent {}", Empty },
        { "composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}""", "edit preview", Empty },
        { "composeExtension/submitAction", """{"botMessagePreviewAction":"send","botActivityPreview":[{"text":"hello"}]}""", "send preview hello", Empty },
        { "composeExtension/queryLink", """{"url":"https://crm.example/e/1"}""", "link https://crm.example/e/1", """{"composeExtension":{"type":"message","text":"No such employer."}}""" },
        { "composeExtension/anonymousQueryLink", """{"url":"https://crm.example/e/1"}""", "anonymous link https://crm.example/e/1", Empty },
        { "composeExtension/querySettingUrl", """{"commandId":"find"}""", "settings page of find", Empty },
        { "composeExtension/setting", """{"state":"x"}""", """settings {"state":"x"}""", Empty },
        { "composeExtension/onCardButtonClicked", """{"id":7}""", """card button {"id":7}""", Empty },
        { "task/fetch", """{"data":{"verb":"visit"},"context":{"theme":"dark"}}""", """dialog {"verb":"visit"} dark""", Dialog },
        { "task/submit", """{"data":{"employer":"7"}}""", """dialog sent {"employer":"7"}""", Empty },
        { "signin/verifyState", """{"state":"123456"}""", "sign-in signin/verifyState", Empty },
        { "signin/tokenExchange", """{"token":"t"}""", "sign-in signin/tokenExchange", Empty },
        {
            "application/search", """{"kind":"search","queryText":"fri","queryOptions":{"skip":0,"top":15},"dataset":"employers"}""",
            "search search 'fri' in employers 0+15", Choices
        },
        { "application/search", """{"queryText":"","dataset":"employers"}""", "search search '' in employers +", Choices },
    };

    public static TheoryData<string, string?> NoObjects => new(
        from name in Known.Select(row => row.Data.Item1).Append("adaptiveCard/action").Where(name => !name.StartsWith("signin/", StringComparison.Ordinal)).Distinct()
        from value in new[] { null, "null", "7", "\"text\"", "[]", "true" }
        select (name, value));

    [Theory(Timeout = LongestWait)]
    [MemberData(nameof(Known))]
    public async Task Each_invoke_has_its_handler_and_its_shape_of_answer(string name, string value, string heard, string body)
    {
        var answer = await PostAsync(Activities.Invoke(name, JsonNode.Parse(value)));

        Assert.Equal((HttpStatusCode.OK, body), answer);
        Assert.Equal([heard], Bot.Heard);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_button_may_invoke_without_a_name()
    {
        var answer = await PostAsync(Activities.Create("invoke", ("value", new JsonObject { ["id"] = 7 })));

        Assert.Equal((HttpStatusCode.OK, """{"from":"card action"}"""), answer);
    }

    [Theory(Timeout = LongestWait)]
    [MemberData(nameof(Known))]
    public async Task What_is_not_overridden_is_answered_501(string name, string value, string heard, string body)
    {
        OverrideNothing();

        var answer = await PostAsync(Activities.Invoke(name, JsonNode.Parse(value)));

        Assert.Equal((HttpStatusCode.NotImplemented, ""), answer);
        Assert.True(Bot.Heard.Count == 0, heard + body);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("composeExtension/madeUp")]
    [InlineData("composeExtension/")]
    [InlineData("fileConsent/invoke")]
    [InlineData("actionableMessage/executeAction")]
    [InlineData("tab/fetch")]
    [InlineData("tab/submit")]
    [InlineData("config/fetch")]
    [InlineData("message/submitAction")]
    [InlineData("madeUp")]
    [InlineData("")]
    public async Task A_name_without_a_handler_is_answered_501(string name)
    {
        var answer = await PostAsync(Activities.Invoke(name, new JsonObject()));

        Assert.Equal((HttpStatusCode.NotImplemented, ""), answer);
    }

    [Fact(Timeout = LongestWait)]
    public async Task An_invoke_without_a_name_from_another_channel_is_answered_501()
    {
        var answer = await PostAsync(Activities.Create("invoke", ("value", new JsonObject())), "directline");

        Assert.Equal((HttpStatusCode.NotImplemented, ""), answer);
    }

    [Theory(Timeout = LongestWait)]
    [MemberData(nameof(NoObjects))]
    public async Task A_value_that_is_no_object_is_answered_400(string name, string? value)
    {
        var answer = await PostAsync(Activities.Invoke(name, value is null ? null : JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(Bot.Heard);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("composeExtension/query", """{"parameters":7}""")]
    [InlineData("composeExtension/query", """{"queryOptions":{"skip":"many"}}""")]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"shred"}""")]
    [InlineData("composeExtension/submitAction", """{"botActivityPreview":{}}""")]
    [InlineData("composeExtension/queryLink", """{"url":{}}""")]
    [InlineData("task/fetch", """{"context":"dark"}""")]
    [InlineData("application/search", """{"kind":"search"}""")]
    [InlineData("application/search", """{"kind":"search","queryText":7}""")]
    public async Task A_value_of_the_wrong_shape_is_answered_400(string name, string value)
    {
        var answer = await PostAsync(Activities.Invoke(name, JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(Bot.Heard);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_search_without_a_kind_makes_sense_in_Teams_only()
    {
        var answer = await PostAsync(Activities.Invoke("application/search", new JsonObject { ["queryText"] = "fri" }), "directline");

        Assert.Equal(
            (HttpStatusCode.BadRequest, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"The search has no kind, or nothing to look for."}}"""),
            answer);
    }
}
