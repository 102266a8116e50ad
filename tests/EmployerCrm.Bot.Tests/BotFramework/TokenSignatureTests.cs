using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a token must be, and who must have signed it.</summary>
public sealed class TokenSignatureTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

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

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, signature is { Length: 0 } ? "TokenMalformed" : "Algorithm");
    }

    [Fact]
    public async Task HS256_signed_with_the_public_key_is_refused()
    {
        var key = _host.Authority.Keys[0];
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        token.Header["alg"] = "HS256";
        token.Signature = data => HMACSHA256.HashData(key.PublicKeyAsPem(), data);
        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "Algorithm");

        token.Header["alg"] = "RS256";
        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "Signature");
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_used()
    {
        var mine = _host.Authority.NewKey(["msteams"]);
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl);
        token.Signature = mine.Sign;
        token.Header["jwk"] = mine.ToJsonWebKey();
        token.Header["jku"] = "https://evil.example/keys";

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "Signature");
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

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, reason);
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_signature()
    {
        var parts = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString().Split('.');
        var other = _host.Authority.Token(BotHost.AppId, "https://smba.trafficmanager.net/uk/").ToString().Split('.');

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), $"{parts[0]}.{other[1]}.{parts[2]}", "Signature");
    }

    [Fact]
    public async Task A_signature_with_a_bit_less_is_refused()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString();

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token[..^4], "Signature");
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
        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "TokenMalformed");

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

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "TokenTooLarge");
    }

    [Fact]
    public async Task Who_is_refused_hears_the_same_for_a_broken_body()
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");

        using var answer = await _host.Client.PostAsync("/api/messages", content, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
