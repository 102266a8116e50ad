using System.Net;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a token must say of itself.</summary>
public sealed class TokenClaimTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_channel_service_for_this_activity_gets_in()
    {
        using var answer = await _host.PostAsync(_host.Activities.Message("due"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("due", Assert.Single(_host.Bot.Heard).Activity.Text);
    }

    public static TheoryData<string, string, string> SpoiltClaims => new()
    {
        // claim, its JSON (empty: missing), reason in the log
        { "iss", "", "Issuer" },
        { "iss", "\"\"", "Issuer" },
        { "iss", "\"https://api.botframework.com/\"", "Issuer" },
        { "iss", "\"https://API.botframework.com\"", "Issuer" },
        { "iss", "\"https://sts.windows.net/11111111-2222-3333-4444-555555555555/\"", "Issuer" },
        { "iss", "[\"https://api.botframework.com\"]", "Issuer" },
        { "iss", "7", "Issuer" },
        { "iss", "null", "Issuer" },
        { "aud", "", "Audience" },
        { "aud", "\"\"", "Audience" },
        { "aud", "\"ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee\"", "Audience" },
        { "aud", "\"https://api.botframework.com\"", "Audience" },
        { "aud", "[\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\"]", "Audience" },
        { "aud", "[\"ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee\",\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\"]", "Audience" },
        { "aud", "{\"id\":\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\"}", "Audience" },
        { "aud", "null", "Audience" },
        { "exp", "", "Lifetime" },
        { "exp", "\"4102444800\"", "Lifetime" },
        { "exp", "null", "Lifetime" },
        { "exp", "-1", "Lifetime" },
        { "exp", "1e300", "Lifetime" },
        { "exp", "[4102444800]", "Lifetime" },
        { "exp", "0", "Expired" },
        { "nbf", "\"0\"", "Lifetime" },
        { "nbf", "null", "Lifetime" },
        { "nbf", "true", "Lifetime" },
        { "nbf", "4102444800", "NotYetValid" },
        { "serviceurl", "", "ServiceUrlClaimMissing" },
        { "serviceurl", "null", "ServiceUrlClaimMissing" },
        { "serviceurl", "7", "ServiceUrlClaimMissing" },
        { "serviceurl", "[\"https://smba.trafficmanager.net/uk/\"]", "ServiceUrlClaimMissing" },
        { "serviceurl", "\"\"", "ServiceUrlClaimDiffers" },
        { "serviceurl", "\"https://smba.trafficmanager.net/uk/\"", "ServiceUrlClaimDiffers" },
    };

    [Theory]
    [MemberData(nameof(SpoiltClaims))]
    public async Task A_claim_that_is_wrong_missing_or_of_another_type_is_refused(string claim, string json, string reason)
    {
        var activity = _host.Activities.Message("due");
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);

        await _host.AssertRefusedAsync(activity, json.Length == 0 ? token.Without(claim) : token.With(claim, JsonNode.Parse(json)), reason);
    }

    [Fact]
    public async Task A_token_without_a_beginning_is_judged_by_its_end()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).Without("nbf");

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("iss", "\"https://api.botframework.com\"")]
    [InlineData("aud", "\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\"")]
    [InlineData("exp", "4102444800")]
    [InlineData("nbf", "0")]
    [InlineData("serviceurl", "\"https://evil.example/\"")]
    public async Task A_claim_that_comes_twice_is_refused_whichever_is_right(string claim, string json)
    {
        var first = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        first.RawClaims = first.Claims.ToJsonString()[..^1] + $",\"{claim}\":{json}}}";
        var last = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        last.RawClaims = $"{{\"{claim}\":{json}," + last.Claims.ToJsonString()[1..];

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), first, "TokenMalformed");
        await _host.AssertRefusedAsync(_host.Activities.Message("due"), last, "TokenMalformed");
    }

    [Theory]
    [InlineData("exp", -300, true)]
    [InlineData("exp", -301, false)]
    [InlineData("nbf", 300, true)]
    [InlineData("nbf", 301, false)]
    public async Task Clocks_may_differ_by_five_minutes_and_no_more(string claim, int secondsFromNow, bool getsIn)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With(claim, _host.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsFromNow);

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(getsIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
