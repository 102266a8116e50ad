using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>
/// A bot that Azure vouches for. The library finds the endpoint through environment variables of the process; nothing else in these tests reads them.
/// </summary>
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private TestIdentityEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await TestIdentityEndpoint.StartAsync();
        foreach (var (name, value) in _endpoint.Environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, _) in _endpoint.Environment)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        await _endpoint.DisposeAsync();
    }

    [Fact]
    public async Task A_bot_whose_app_id_is_an_identity_asks_for_its_token_directly()
    {
        await using var host = await BotHost.StartAsync(("Secret", null), ("ManagedIdentity", BotHost.AppId));
        await host.SendAsync();
        await host.SendAsync();

        Assert.Equal(["identity-token-1", "identity-token-1"], host.Connector.Calls.Select(call => call.BearerToken));
        Assert.Equal([("https://api.botframework.com", BotHost.AppId)], _endpoint.Asked);
        Assert.Equal(0, host.Authority.TokenRequests);
    }

    [Theory]
    [InlineData("system", null)]
    [InlineData("99999999-aaaa-bbbb-cccc-dddddddddddd", "99999999-aaaa-bbbb-cccc-dddddddddddd")]
    public async Task An_app_registration_that_trusts_an_identity_gets_its_token_for_the_identitys_word(string identity, string? askedAs)
    {
        await using var host = await BotHost.StartAsync(("Secret", null), ("ManagedIdentity", identity));
        await host.SendAsync();

        Assert.Equal("bot-token-1", Assert.Single(host.Connector.Calls).BearerToken);
        Assert.Equal([("api://AzureADTokenExchange", askedAs)], _endpoint.Asked);
        var form = host.Authority.LastTokenRequest;
        Assert.Equal(
            ("client_credentials", BotHost.AppId, "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "identity-token-1"),
            (form["grant_type"], form["client_id"], form["client_assertion_type"], form["client_assertion"]));
        Assert.False(form.ContainsKey("client_secret"));
    }
}
