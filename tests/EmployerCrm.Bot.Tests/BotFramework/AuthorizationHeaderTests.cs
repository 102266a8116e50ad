using System.Net;
using System.Text;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>How a token is brought.</summary>
public sealed class AuthorizationHeaderTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Token => _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString();

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    [InlineData("BEARER {0}")]
    [InlineData("  Bearer {0}  ")]
    public async Task The_scheme_may_be_written_in_any_case(string header)
    {
        using var answer = await PostAsync(("Authorization", header.Replace("{0}", Token, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "TokenMissing")]
    [InlineData(" ", "TokenMissing")]
    [InlineData("Bearer", "TokenMissing")]
    [InlineData("Bearer ", "TokenMissing")]
    [InlineData("{0}", "TokenMissing")]
    [InlineData("Bearer{0}", "TokenMissing")]
    [InlineData("Bearer:{0}", "TokenMissing")]
    [InlineData("Bearer\t{0}", "TokenMissing")]
    [InlineData("Basic {0}", "TokenMissing")]
    [InlineData("Potato {0}", "TokenMissing")]
    [InlineData("Negotiate {0}", "TokenMissing")]
    [InlineData("Bearer  {0}", "TokenMalformed")]
    [InlineData("Bearer \t{0}", "TokenMalformed")]
    [InlineData("Bearer {0} x", "TokenMalformed")]
    [InlineData("Bearer {0} {0}", "TokenMalformed")]
    [InlineData("Bearer {0},Bearer {0}", "TokenMalformed")]
    [InlineData("Bearer Bearer {0}", "TokenMalformed")]
    [InlineData("Bearer token={0}", "TokenMalformed")]
    public async Task A_header_of_another_form_is_refused(string header, string reason)
    {
        using var answer = await PostAsync(("Authorization", header.Replace("{0}", Token, StringComparison.Ordinal)));

        await AssertRefusedAsync(answer, reason);
    }

    [Fact]
    public async Task No_token_is_refused_without_a_word_about_why()
    {
        using var answer = await PostAsync();

        await AssertRefusedAsync(answer, "TokenMissing");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("X-Authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("X-MS-TOKEN-AAD-ACCESS-TOKEN")]
    [InlineData("Cookie")]
    public async Task A_token_in_another_header_is_none(string header)
    {
        using var answer = await PostAsync((header, "Bearer " + Token));

        await AssertRefusedAsync(answer, "TokenMissing");
    }

    [Fact]
    public async Task A_token_in_the_address_is_none()
    {
        using var content = new StringContent(_host.Activities.Message("due").ToJsonString(), Encoding.UTF8, "application/json");

        using var answer = await _host.Client.PostAsync("/api/messages?access_token=" + Token, content, Cancellation);

        await AssertRefusedAsync(answer, "TokenMissing");
    }

    [Fact]
    public async Task Two_headers_are_refused_even_if_both_are_right()
    {
        using var same = await PostAsync(("Authorization", "Bearer " + Token), ("Authorization", "Bearer " + Token));
        await AssertRefusedAsync(same, "TokenMissing");

        using var withEmpty = await PostAsync(("Authorization", "Bearer " + Token), ("authorization", ""));
        await AssertRefusedAsync(withEmpty, "TokenMissing");
    }

    [Fact]
    public async Task Headers_beyond_all_measure_are_refused_by_the_server()
    {
        using var answer = await PostAsync(("Authorization", "Bearer " + new string('x', 64 * 1024)));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_refused_hears_the_same_for_a_broken_body()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");

        using var answer = await _host.Client.PostAsync("/api/messages", content, Cancellation);

        await AssertRefusedAsync(answer, "TokenMissing");
    }

    private async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] headers)
    {
        // By hand: the client would mend what a test spoils.
        var body = _host.Activities.Message("due").ToJsonString();
        var request = new StringBuilder("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n");
        request.Append("Content-Length: ").Append(Encoding.UTF8.GetByteCount(body)).Append("\r\n");
        foreach (var (name, value) in headers)
        {
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return await RawRequest.SendAsync(_host.Client.BaseAddress!, Encoding.UTF8.GetBytes(request.Append("\r\n").Append(body).ToString()), Cancellation);
    }

    private async Task AssertRefusedAsync(HttpResponseMessage answer, string reason)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Caller refused: " + reason, _host.Log.Lines.Last(line => line.StartsWith("Caller refused", StringComparison.Ordinal)));
        Assert.Empty(_host.Bot.Heard);
    }
}
