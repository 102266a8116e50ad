using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Bodies that are JSON, come from the right caller, and are still no activity.</summary>
public sealed class BodyFormTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("\"text\":\"\\ud800\"")]
    [InlineData("\"text\":\"\\uDC00\\uD800\"")]
    [InlineData("\"madeUp\":\"\\ud83d\"")]
    [InlineData("\"madeUp\":{\"deep\":[\"\\ud83d x\"]}")]
    [InlineData("\"madeUp\":{\"\\udfff\":1}")]
    [InlineData("\"value\":{\"action\":{\"verb\":\"\\ud800\"}}")]
    [InlineData("\"channelData\":{\"tenant\":{\"id\":\"\\ud800\"}}")]
    [InlineData("\"attachments\":[{\"content\":\"\\ud800\"}]")]
    public async Task Half_a_character_is_answered_400_wherever_it_stands(string member)
    {
        var activity = _host.Activities.Message("due");
        activity.Remove("text");
        activity.Remove("channelData");

        await AssertStatusAsync(HttpStatusCode.BadRequest, Encoding.ASCII.GetBytes(activity.ToJsonString()[..^1] + "," + member + "}"));
    }

    [Theory]
    [InlineData("\"text\":\"\\ud83d\\ude00\"")]
    [InlineData("\"text\":\"\\uD83D\\uDE00 \\u0077yna\"")]
    [InlineData("\"madeUp\":\"\\\\ud800\"")]
    public async Task A_whole_character_may_be_written_either_way(string member)
    {
        var activity = _host.Activities.Message("due");
        activity.Remove("text");

        await AssertStatusAsync(HttpStatusCode.OK, Encoding.ASCII.GetBytes(activity.ToJsonString()[..^1] + "," + member + "}"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("madeUp")]
    public async Task Bytes_that_are_no_UTF8_are_answered_400(string member)
    {
        foreach (byte[] bytes in new byte[][] { [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80] })
        {
            var activity = _host.Activities.Message("due");
            activity.Remove("text");
            var body = activity.ToJsonString()[..^1] + ",\"" + member + "\":\"";

            await AssertStatusAsync(HttpStatusCode.BadRequest, [.. Encoding.UTF8.GetBytes(body), .. bytes, .. "\"}"u8]);
        }
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"deep\":[{\"a\":1,\"a\":2}]}")]
    [InlineData("{\"a\":1,\"\\u0061\":2}")]
    public async Task A_member_that_comes_twice_is_answered_400_however_deep(string value)
    {
        foreach (var member in new[] { "value", "channelData", "madeUp", "from", "conversation" })
        {
            var activity = _host.Activities.Message("due");
            activity.Remove(member);
            await AssertStatusAsync(HttpStatusCode.BadRequest, Encoding.ASCII.GetBytes(activity.ToJsonString()[..^1] + $",\"{member}\":{value}}}"));
        }
    }

    [Theory]
    [InlineData("type", 50)]
    [InlineData("channelId", 50)]
    [InlineData("id", 400)]
    [InlineData("replyToId", 400)]
    [InlineData("conversation", 400)]
    [InlineData("from", 400)]
    public async Task A_name_or_an_id_longer_than_any_is_answered_400(string member, int longest)
    {
        foreach (var (length, status) in new[] { (longest, HttpStatusCode.OK), (longest + 1, HttpStatusCode.BadRequest) })
        {
            // The channel id must be one that the key vouches for.
            _host.Authority.Publish(_host.Authority.NewKey(["msteams", new string('x', 50)]));
            var activity = _host.Activities.Message("due");
            var id = new string('x', length);
            if (activity[member] is JsonObject account)
            {
                account["id"] = id;
            }
            else
            {
                activity[member] = id;
            }

            await AssertStatusAsync(status, Encoding.UTF8.GetBytes(activity.ToJsonString()));
        }
    }

    [Theory]
    [InlineData("timestamp", "5")]
    [InlineData("timestamp", "{}")]
    [InlineData("localTimestamp", "\"10:20\"")]
    [InlineData("localTimestamp", "\"0000-00-00T00:00:00Z\"")]
    [InlineData("text", "7")]
    [InlineData("text", "[\"due\"]")]
    [InlineData("from", "\"29:alex\"")]
    [InlineData("recipient", "[]")]
    [InlineData("entities", "[7]")]
    [InlineData("membersAdded", "[[]]")]
    [InlineData("suggestedActions", "{\"to\":[{}]}")]
    [InlineData("conversation", "{\"id\":\"a:1\",\"isGroup\":\"yes\"}")]
    public async Task A_member_of_another_type_is_answered_400(string member, string value)
    {
        var activity = _host.Activities.Message("due");
        activity[member] = JsonNode.Parse(value);

        await AssertStatusAsync(HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes(activity.ToJsonString()));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("id")]
    [InlineData("entities")]
    [InlineData("localTimestamp")]
    [InlineData("locale")]
    public async Task What_an_activity_need_not_have_may_be_missing_or_nothing(string member)
    {
        var missing = _host.Activities.Message("due");
        missing.Remove(member);
        var nothing = _host.Activities.Message("due");
        nothing[member] = null;

        await AssertStatusAsync(HttpStatusCode.OK, Encoding.UTF8.GetBytes(missing.ToJsonString()));
        await AssertStatusAsync(HttpStatusCode.OK, Encoding.UTF8.GetBytes(nothing.ToJsonString()));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1999-12-31T23:59:59+00:00")]
    [InlineData("3000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public async Task A_time_of_a_clock_that_was_never_set_is_none(string time)
    {
        var activity = _host.Activities.Message("due");
        activity["timestamp"] = time;
        activity["localTimestamp"] = time;

        await AssertStatusAsync(HttpStatusCode.OK, Encoding.UTF8.GetBytes(activity.ToJsonString()));

        var heard = Assert.Single(_host.Bot.Heard).Activity;
        Assert.Equal((null, null), (heard.Timestamp, heard.LocalTimestamp));
    }

    [Fact]
    public async Task A_list_may_have_nothing_in_it_and_holes()
    {
        var activity = _host.Activities.Message("due");
        activity["entities"] = new JsonArray(null, new JsonObject());
        activity["membersAdded"] = new JsonArray();
        activity["attachments"] = new JsonArray(null, new JsonObject { ["content"] = null });

        await AssertStatusAsync(HttpStatusCode.OK, Encoding.UTF8.GetBytes(activity.ToJsonString()));
    }

    private async Task AssertStatusAsync(HttpStatusCode expected, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString());
        using var answer = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
