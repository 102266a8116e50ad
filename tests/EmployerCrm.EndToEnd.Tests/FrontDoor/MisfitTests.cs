using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>A right token with an activity it was not issued for, and activities that would send our own token to a stranger.</summary>
[Collection(nameof(AttackedHost))]
public sealed class MisfitTests(AttackedHost attacked) : IAsyncLifetime
{
    private const string OtherTenant = "99999999-2222-3333-4444-555555555555";
    private TestConnector _stranger = null!;

    public async ValueTask InitializeAsync() => _stranger = await TestConnector.StartAsync();

    public ValueTask DisposeAsync() => _stranger.DisposeAsync();

    [Theory]
    [InlineData("https://127.0.0.1:{port}/teams/")]
    [InlineData("http://localhost:{port}/teams/")]
    [InlineData("http://127.0.0.1:1/teams/")]
    [InlineData("http://127.0.0.1:{port}/other/")]
    [InlineData("http://127.0.0.1:{port}/teams/more/")]
    [InlineData("http://127.0.0.1:{port}/Teams/")]
    [InlineData("http://127.0.0.1:{port}/teams")]
    [InlineData("http://127.0.0.1:{port}/teams//")]
    [InlineData("http://127.0.0.1:{port}/%74eams/")]
    [InlineData("http://127.0.0.1:{port}/x/../teams/")]
    [InlineData("HTTP://127.0.0.1:{port}/teams/")]
    [InlineData("http://127.0.0.1:{port}/teams/ ")]
    [InlineData(" http://127.0.0.1:{port}/teams/")]
    [InlineData("http://user@127.0.0.1:{port}/teams/")]
    [InlineData("http://127.0.0.1:{port}/teams/?a=b")]
    [InlineData("http://127.0.0.1:{port}/teams/#a")]
    [InlineData("http://127.1:{port}/teams/")]
    [InlineData("http://2130706433:{port}/teams/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/teams/")]
    [InlineData("http://１２７.0.0.1:{port}/teams/")]
    public async Task A_service_address_that_differs_from_the_claim_is_refused(string template)
    {
        var activity = attacked.Host.Alex.Message(AttackedHost.Line);
        activity["serviceUrl"] = template.Replace("{port}", $"{new Uri(attacked.Host.Connector.ServiceUrl).Port}", StringComparison.Ordinal);

        await attacked.AssertRefusedAsync(activity, attacked.Forge.Right.ToString());
    }

    [Theory]
    [InlineData("http://127.0.0.1:{stranger}/teams/")]
    [InlineData("http://localhost:{stranger}/teams/")]
    [InlineData("http://127.0.0.1:{port}@127.0.0.1:{stranger}/teams/")]
    [InlineData("http://127.0.0.1:{port}\\@127.0.0.1:{stranger}/teams/")]
    [InlineData("http://127.0.0.1:{stranger}\\teams\\")]
    [InlineData("http:127.0.0.1:{stranger}/teams/")]
    [InlineData("http:///127.0.0.1:{stranger}/teams/")]
    [InlineData("//127.0.0.1:{stranger}/teams/")]
    [InlineData("http://127.0.0.1:{stranger}/teams/#@127.0.0.1:{port}/teams/")]
    [InlineData("http://127.0.0.1:{stranger}/?http://127.0.0.1:{port}/teams/")]
    [InlineData("https://smba.trafficmanager.net@127.0.0.1:{stranger}/teams/")]
    [InlineData("https://smba.trafficmanager.net:443@127.0.0.1:{stranger}/")]
    [InlineData("https://smba.trafficmanager.net.127.0.0.1.nip.example/")]
    [InlineData("https://xn--smba-trafficmanager-net.example/")]
    [InlineData("https://smbа.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager。net/")]
    [InlineData("https://smba.trafficmanager.net\u00ad/")]
    [InlineData("https://smba.trafficmanager.net:{stranger}/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https:smba.trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://169.254.169.254/metadata/identity/oauth2/token")]
    [InlineData("file:///etc/passwd")]
    public async Task A_service_address_off_the_list_never_gets_our_token_even_if_the_claim_agrees(string template)
    {
        var address = template
            .Replace("{stranger}", $"{new Uri(_stranger.ServiceUrl).Port}", StringComparison.Ordinal)
            .Replace("{port}", $"{new Uri(attacked.Host.Connector.ServiceUrl).Port}", StringComparison.Ordinal);
        var tokens = attacked.Host.Authority.TokenRequests;
        var token = attacked.Forge with { ServiceUrl = address };

        await attacked.AssertRefusedAsync(new TeamsActivities(address).Message(AttackedHost.Line), token.Right.ToString());

        Assert.Empty(_stranger.Calls);
        Assert.Empty(_stranger.Strays);
        Assert.Equal(tokens, attacked.Host.Authority.TokenRequests);
    }

    [Fact]
    public async Task A_connector_that_points_elsewhere_does_not_bring_our_token_there()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await StoredVisits.SettledAsync(attacked.Host.Database, cancellationToken);
        var delivered = attacked.Host.Connector.Calls.Count(call => call.Delivered);
        attacked.Host.Connector.AnswerNext(ConnectorAnswer.Redirect(_stranger.ServiceUrl + "v3/conversations/a/activities"));

        using var answer = await attacked.Host.Channel.PostAsync(attacked.Host.Alex.Message("help"), cancellationToken);
        await StoredVisits.SettledAsync(attacked.Host.Database, cancellationToken);

        Assert.Equal(delivered + 1, attacked.Host.Connector.Calls.Count(call => call.Delivered));
        Assert.Empty(_stranger.Calls);
        Assert.Empty(_stranger.Strays);
    }

    public static TheoryData<string> OtherTenants => ["other", "missing", "differing", "differing the other way", "empty", "blank", "ours and a blank", "a list", "a number", "of the recipient"];

    [Theory]
    [MemberData(nameof(OtherTenants))]
    public Task Another_tenant_is_refused(string kind)
    {
        var ours = attacked.Host.Alex.TenantId;
        var (ofConversation, ofChannel) = kind switch
        {
            "other" => (OtherTenant, (JsonNode?)OtherTenant),
            "missing" or "of the recipient" => (null, null),
            "differing" => (ours, OtherTenant),
            "differing the other way" => (OtherTenant, ours),
            "empty" => ("", ""),
            "blank" => (" ", " "),
            "ours and a blank" => (ours + " ", ours + " "),
            "a list" => (null, new JsonArray(ours)),
            "a number" => (null, 7),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        var activity = attacked.Host.Alex.Message(AttackedHost.Line);
        activity["conversation"]!["tenantId"] = ofConversation;
        activity["channelData"]!["tenant"]!["id"] = ofChannel;
        if (kind == "of the recipient")
        {
            activity["recipient"]!["tenantId"] = ours;
            activity["tenantId"] = ours;
        }

        return attacked.AssertRefusedAsync(activity, attacked.Forge.Right.ToString());
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("msteams ")]
    [InlineData("emulator")]
    [InlineData("directline")]
    [InlineData("agents")]
    public Task A_channel_that_the_key_does_not_vouch_for_is_refused(string channel)
    {
        var activity = attacked.Host.Alex.Message(AttackedHost.Line);
        activity["channelId"] = channel;

        return attacked.AssertRefusedAsync(activity, attacked.Forge.Right.ToString());
    }
}
