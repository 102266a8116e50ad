using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Who gets in at the front door, and who does not.</summary>
public sealed class CallerTests : IAsyncLifetime
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

        await AssertRefusedAsync(activity, json.Length == 0 ? token.Without(claim) : token.With(claim, JsonNode.Parse(json)), reason);
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

        await AssertRefusedAsync(_host.Activities.Message("due"), first, "TokenMalformed");
        await AssertRefusedAsync(_host.Activities.Message("due"), last, "TokenMalformed");
    }

    [Fact]
    public async Task A_service_address_claimed_under_two_spellings_is_refused()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("serviceUrl", _host.Connector.ServiceUrl);

        await AssertRefusedAsync(_host.Activities.Message("due"), token, "ServiceUrlClaimMissing");
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

    [Theory]
    [InlineData("https://127.0.0.1:{port}/teams/")]
    [InlineData("http://localhost:{port}/teams/")]
    [InlineData("http://127.0.0.1:1/teams/")]
    [InlineData("http://127.0.0.1:{port}/other/")]
    [InlineData("http://127.0.0.1:{port}/Teams/")]
    [InlineData("http://127.0.0.1:{port}/teams")]
    [InlineData("http://127.0.0.1:{port}/teams//")]
    [InlineData("HTTP://127.0.0.1:{port}/teams/")]
    [InlineData("http://127.0.0.1:{port}/teams/ ")]
    [InlineData("http://user@127.0.0.1:{port}/teams/")]
    [InlineData("http://127.0.0.1:{port}/teams/?a=b")]
    public async Task A_service_address_that_is_not_letter_for_letter_the_claimed_one_is_refused(string template)
    {
        var claimed = _host.Connector.ServiceUrl;
        var activity = _host.Activities.Message("due");
        activity["serviceUrl"] = template.Replace("{port}", new Uri(claimed).Port.ToString(), StringComparison.Ordinal);

        await AssertRefusedAsync(activity, _host.Authority.Token(BotHost.AppId, claimed), "ServiceUrlClaimDiffers");
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("None", "")]
    [InlineData("nOnE", "AAAA")]
    [InlineData("RS384", null)]
    [InlineData("rs256", null)]
    [InlineData("PS256", null)]
    [InlineData("ES256", null)]
    public async Task Only_RS256_is_an_algorithm(string algorithm, string? signature)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        token.Header["alg"] = algorithm;
        if (signature is not null)
        {
            token.Signature = _ => Encoding.ASCII.GetBytes(signature);
        }

        await AssertRefusedAsync(_host.Activities.Message("due"), token, signature is { Length: 0 } ? "TokenMalformed" : "Algorithm");
    }

    [Fact]
    public async Task HS256_signed_with_the_public_key_is_refused()
    {
        var key = _host.Authority.Keys[0];
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        token.Header["alg"] = "HS256";
        token.Signature = data => HMACSHA256.HashData(key.PublicKeyAsPem(), data);
        await AssertRefusedAsync(_host.Activities.Message("due"), token, "Algorithm");

        token.Header["alg"] = "RS256";
        await AssertRefusedAsync(_host.Activities.Message("due"), token, "Signature");
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_used()
    {
        var mine = _host.Authority.NewKey(["msteams"]);
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        token.Signature = mine.Sign;
        token.Header["jwk"] = mine.ToJsonWebKey();
        token.Header["jku"] = "https://evil.example/keys";

        await AssertRefusedAsync(_host.Activities.Message("due"), token, "Signature");
    }

    [Theory]
    [InlineData("crit", "[\"exp\"]", "Algorithm")]
    [InlineData("alg", "[\"RS256\"]", "Algorithm")]
    [InlineData("alg", "", "Algorithm")]
    [InlineData("kid", "7", "UnknownKey")]
    [InlineData("kid", "", "UnknownKey")]
    public async Task A_spoilt_header_is_refused(string name, string json, string reason)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        token.Header.Remove(name);
        if (json.Length > 0)
        {
            token.Header[name] = JsonNode.Parse(json);
        }

        await AssertRefusedAsync(_host.Activities.Message("due"), token, reason);
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_signature()
    {
        var parts = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString().Split('.');
        var other = _host.Authority.Token(BotHost.AppId, "https://smba.trafficmanager.net/uk/").ToString().Split('.');

        await AssertRefusedAsync(_host.Activities.Message("due"), $"{parts[0]}.{other[1]}.{parts[2]}", "Signature");
    }

    [Fact]
    public async Task A_signature_with_a_bit_less_is_refused()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString();

        await AssertRefusedAsync(_host.Activities.Message("due"), token[..^4], "Signature");
    }

    [Theory]
    [InlineData("opensesame")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("e30.e30.")]
    [InlineData("e30=.e30.AA")]
    [InlineData("e30 .e30.AA")]
    [InlineData("W10.W10.AA")]
    [InlineData("e3 0.e30.AA")]
    public async Task What_is_no_token_is_refused(string token) =>
        await AssertRefusedAsync(_host.Activities.Message("due"), token, "TokenMalformed");

    [Fact]
    public async Task No_token_is_refused_without_a_word_about_why()
    {
        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), (string?)null, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("Caller refused: TokenMissing", _host.Log.Lines);
    }

    [Fact]
    public async Task Two_authorization_headers_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(_host.Activities.Message("due").ToJsonString(), Encoding.UTF8, "application/json"),
        };
        var token = "Bearer " + _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        request.Headers.TryAddWithoutValidation("Authorization", [token, token]);

        using var answer = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_of_enormous_size_is_refused_unread()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("padding", new string('x', 8192));

        await AssertRefusedAsync(_host.Activities.Message("due"), token, "TokenTooLarge");
    }

    [Fact]
    public async Task A_key_must_vouch_for_the_channel()
    {
        _host.Authority.RotateKeys("webchat", "MSTEAMS");
        await AssertRefusedAsync(_host.Activities.Message("due"), _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "Endorsement");

        _host.Authority.Publish(_host.Authority.NewKey(endorsements: null));
        await AssertRefusedAsync(_host.Activities.Message("due"), _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "Endorsement");
    }

    [Fact]
    public async Task Another_tenant_is_refused_and_so_are_two_tenants_or_none()
    {
        var other = new TeamsActivities(_host.Connector.ServiceUrl, _host.Clock) { TenantId = "99999999-2222-3333-4444-555555555555" }.Message("due");
        var two = _host.Activities.Message("due");
        two["channelData"]!["tenant"]!["id"] = "99999999-2222-3333-4444-555555555555";
        var none = _host.Activities.Message("due");
        none["conversation"]!.AsObject().Remove("tenantId");
        none.Remove("channelData");

        foreach (var activity in new[] { other, two, none })
        {
            await AssertRefusedAsync(activity, _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "Tenant");
        }
    }

    [Fact]
    public async Task The_tenant_may_stand_in_the_channel_data_alone()
    {
        var activity = _host.Activities.Message("due");
        activity["conversation"]!.AsObject().Remove("tenantId");

        using var answer = await _host.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil-smba.trafficmanager.net/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:password@smba.trafficmanager.net/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("http://localhost:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("smba.trafficmanager.net")]
    public async Task A_service_address_off_the_list_is_refused_even_with_a_perfect_token(string serviceUrl)
    {
        var activity = new TeamsActivities(serviceUrl, _host.Clock).Message("due");

        await AssertRefusedAsync(activity, _host.Authority.Token(BotHost.AppId, serviceUrl), "ServiceUrlNotAllowed");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/11111111-2222-3333-4444-555555555555/")]
    [InlineData("https://europe.botframework.com")]
    [InlineData("https://SMBA.trafficmanager.net/uk/")]
    [InlineData("https://canary.teams.microsoft.com/bot/")]
    public async Task The_addresses_of_the_public_cloud_are_on_the_list(string serviceUrl)
    {
        using var answer = await _host.PostAsync(new TeamsActivities(serviceUrl, _host.Clock).Message("due"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_refused_hears_the_same_for_a_broken_body()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");

        using var answer = await _host.Client.PostAsync("/api/messages", content, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task AssertRefusedAsync(JsonObject activity, TestToken token, string reason) => AssertRefusedAsync(activity, token.ToString(), reason);

    private async Task AssertRefusedAsync(JsonObject activity, string token, string reason)
    {
        using var answer = await _host.Channel.PostAsync(activity, token, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(_host.Bot.Heard);
        Assert.Empty(_host.Connector.Calls);
        Assert.Equal("Caller refused: " + reason, _host.Log.Lines.Last(line => line.StartsWith("Caller refused", StringComparison.Ordinal)));
        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }
}
