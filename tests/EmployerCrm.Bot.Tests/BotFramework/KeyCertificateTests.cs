using System.Net;
using System.Text.Json;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>A key that was published with a certificate opens while the certificate is valid.</summary>
public sealed class KeyCertificateTests : IAsyncLifetime
{
    private BotHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(-10, 9, true)]
    [InlineData(-10, -9, false)]
    [InlineData(1, 9, false)]
    public async Task A_key_whose_certificate_is_not_valid_opens_nothing(int fromDays, int untilDays, bool opens)
    {
        var now = _host.Clock.GetUtcNow();
        _host.Authority.Keys[0].Certified = (now.AddDays(fromDays), now.AddDays(untilDays));
        if (!opens)
        {
            await _host.AssertRefusedAsync(_host.Activities.Message("due"), _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "KeyOutOfDate");
            return;
        }

        using var answer = await _host.PostAsync(_host.Activities.Message("due"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_let_in_opens_nothing_once_the_keys_certificate_is_over()
    {
        var now = _host.Clock.GetUtcNow();
        _host.Authority.Keys[0].Certified = (now.AddDays(-1), now.AddMinutes(10));
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString();
        (await _host.Channel.PostAsync(_host.Activities.Message("due"), token, TestContext.Current.CancellationToken)).Dispose();
        _host.Bot.Heard.Clear();
        _host.Clock.Advance(TimeSpan.FromMinutes(16));

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "KeyOutOfDate");
    }

    [Theory]
    [InlineData("""["not base64!"]""")]
    [InlineData("""["AAAA"]""")]
    [InlineData("[7]")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_certificate_says_nothing_of_its_key(string chain)
    {
        using var document = JsonDocument.Parse($$"""{"keys":[{"kty":"RSA","kid":"a","n":"{{new string('q', 341)}}g","e":"AQAB","x5c":{{chain}}}]}""");

        Assert.Null(Assert.Single(SigningKey.ReadSet(document.RootElement)).Value.Certified);
    }
}
