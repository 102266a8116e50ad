using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Requests of every shape at <c>/api/messages</c>, right and wrong.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"message\"")]
    [InlineData("[]")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{'type':'message'}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"conversation\":\"a\"}")]
    [InlineData("{\"entities\":{}}")]
    public Task Broken_JSON_is_answered_400(string body) => AssertStatusAsync(HttpStatusCode.BadRequest, body);

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    public async Task What_every_activity_has_must_be_there(string member)
    {
        var missing = _host.Activities.Message("due");
        missing.Remove(member);
        var empty = _host.Activities.Message("due");
        empty[member] = member == "conversation" ? new JsonObject { ["id"] = " " } : " ";

        await AssertStatusAsync(HttpStatusCode.BadRequest, missing.ToJsonString());
        await AssertStatusAsync(HttpStatusCode.BadRequest, empty.ToJsonString());
    }

    [Fact]
    public async Task A_member_that_comes_twice_is_answered_400()
    {
        var json = _host.Activities.Message("due").ToJsonString();

        await AssertStatusAsync(HttpStatusCode.BadRequest, json[..^1] + ",\"serviceUrl\":\"https://evil.example/\"}");
        await AssertStatusAsync(HttpStatusCode.BadRequest, json[..^1] + ",\"madeUp\":1,\"madeUp\":2}");
    }

    [Fact]
    public Task JSON_deeper_than_any_card_is_answered_400() =>
        AssertStatusAsync(HttpStatusCode.BadRequest, $$"""{"type":"message","value":{{new string('[', 1000)}}{{new string(']', 1000)}}}""");

    [Fact]
    public async Task A_time_that_is_none_is_answered_400()
    {
        var activity = _host.Activities.Message("due");
        activity["localTimestamp"] = "yesterday";

        await AssertStatusAsync(HttpStatusCode.BadRequest, activity.ToJsonString());
    }

    [Fact]
    public async Task A_body_up_to_the_limit_is_read_and_a_byte_more_is_answered_413()
    {
        await AssertStatusAsync(HttpStatusCode.OK, Padded(256 * 1024));
        await AssertStatusAsync(HttpStatusCode.RequestEntityTooLarge, Padded(256 * 1024 + 1));
        await AssertStatusAsync(HttpStatusCode.OK, Padded(256 * 1024), chunked: true);
        await AssertStatusAsync(HttpStatusCode.RequestEntityTooLarge, Padded(256 * 1024 + 1), chunked: true);
        Assert.Equal(2, _host.Bot.Heard.Count);
    }

    [Fact]
    public async Task The_limit_can_be_set()
    {
        await using var host = await BotHost.StartAsync(("MaxBodyBytes", "1000"));
        var activity = host.Activities.Message(new string('x', 1000));

        using var answer = await host.PostAsync(activity);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("")]
    public async Task Another_kind_of_content_is_answered_415(string contentType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(_host.Activities.Message("due").ToJsonString()));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(content));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON; charset=\"UTF-8\"")]
    public async Task JSON_is_taken_however_it_is_announced(string contentType)
    {
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(_host.Activities.Message("ŵyna").ToJsonString())]);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(content));
        Assert.Equal("ŵyna", Assert.Single(_host.Bot.Heard).Activity.Text);
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(content));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task Other_methods_are_answered_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var answer = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private string Padded(int bytes)
    {
        var activity = _host.Activities.Message("");
        activity["text"] = new string('x', bytes - Encoding.UTF8.GetByteCount(activity.ToJsonString()));
        return activity.ToJsonString();
    }

    private async Task AssertStatusAsync(HttpStatusCode expected, string body, bool chunked = false)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(expected, await PostAsync(content, chunked));
    }

    private async Task<HttpStatusCode> PostAsync(HttpContent content, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString());
        using var answer = await _host.Client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
