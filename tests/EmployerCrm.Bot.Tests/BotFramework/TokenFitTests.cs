using System.Net;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>A good token must fit the activity that it comes with.</summary>
public sealed class TokenFitTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_service_address_claimed_under_two_spellings_is_refused()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("serviceUrl", _host.Connector.ServiceUrl);

        await _host.AssertRefusedAsync(_host.Activities.Message("due"), token, "ServiceUrlClaimMissing");
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

        await _host.AssertRefusedAsync(activity, _host.Authority.Token(BotHost.AppId, claimed), "ServiceUrlClaimDiffers");
    }

    [Fact]
    public async Task A_key_must_vouch_for_the_channel()
    {
        _host.Authority.RotateKeys("webchat", "MSTEAMS");
        await _host.AssertRefusedAsync(_host.Activities.Message("due"), _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "Endorsement");

        _host.Authority.Publish(_host.Authority.NewKey(endorsements: null));
        await _host.AssertRefusedAsync(_host.Activities.Message("due"), _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "Endorsement");
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
            await _host.AssertRefusedAsync(activity, _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl), "Tenant");
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

        await _host.AssertRefusedAsync(activity, _host.Authority.Token(BotHost.AppId, serviceUrl), "ServiceUrlNotAllowed");
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
}
