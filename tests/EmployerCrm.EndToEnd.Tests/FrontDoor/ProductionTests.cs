using System.Net;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The host as it runs in production, with an authority of our own in Microsoft's place.</summary>
public sealed class ProductionTests(SampleDatabase sample) : IAsyncLifetime
{
    private const string AppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Line = "visited Friday's Café yesterday 3pm, next send CV Tues";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-production-");
    private TestAuthority _authority = null!;
    private TestConnector _connector = null!;
    private CrmHost _host = null!;
    private HttpClient _client = null!;
    private string _database = null!;

    private TestChannel Channel => new(_client, _authority, AppId);

    private TeamsActivities Alex => new(_connector.ServiceUrl);

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _authority = await TestAuthority.StartAsync();
        _connector = await TestConnector.StartAsync();
        _database = await sample.CopyToAsync(_folder.FullName, cancellationToken);
        _host = await CrmHost.StartAsync(
            _database,
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Bot__AppId"] = AppId,
                ["Bot__TenantId"] = Alex.TenantId,
                ["Bot__Secret"] = "the-secret",
                ["Bot__OpenIdMetadata"] = _authority.MetadataUrl,
                ["Bot__TokenAuthority"] = _authority.Url,
                ["Bot__AllowedServiceUrls"] = _connector.ServiceUrl,
                ["Web__PublicUrl"] = "https://crm.example.org",
            },
            cancellationToken);
        _client = new HttpClient { BaseAddress = _host.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        await _connector.DisposeAsync();
        await _authority.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_genuine_line_is_logged_and_answered_with_our_own_token()
    {
        using var response = await Channel.PostAsync(Alex.Message(Line), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        var reply = Assert.Single(_connector.Calls);
        Assert.NotNull(reply.BearerToken);
        Assert.Contains("Visit logged", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("signed by a stranger")]
    [InlineData("expired")]
    [InlineData("key not endorsed for Teams")]
    [InlineData("another service address")]
    [InlineData("another audience")]
    public async Task A_forged_line_is_refused_without_a_reason_and_nothing_is_stored(string kind)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var before = await StoredVisits.CountAsync(_database, cancellationToken);
        using var response = await Channel.PostAsync(Alex.Message(Line), Forged(kind), cancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        Assert.All(["sign", "expire", "audience", "endorse", "service", "key", "token"], word => Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(_connector.Calls);
        Assert.Equal(before, await StoredVisits.CountAsync(_database, cancellationToken));
    }

    [Fact]
    public async Task A_service_address_that_is_not_on_the_list_is_never_called()
    {
        await using var attacker = await TestConnector.StartAsync();
        using var response = await Channel.PostAsync(new TeamsActivities(attacker.ServiceUrl).Message(Line), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(attacker.Calls);
        Assert.Empty(attacker.Strays);
    }

    private string? Forged(string kind) => kind switch
    {
        "no token" => null,
        "signed by a stranger" => _authority.Token(AppId, _connector.ServiceUrl, _authority.NewKey(["msteams"])).ToString(),
        "expired" => _authority.Token(AppId, _connector.ServiceUrl).With("exp", DateTimeOffset.UnixEpoch.ToUnixTimeSeconds()).ToString(),
        "key not endorsed for Teams" => _authority.Token(AppId, _connector.ServiceUrl, _authority.RotateKeys("webchat")).ToString(),
        "another service address" => _authority.Token(AppId, _connector.ServiceUrl + "x/").ToString(),
        "another audience" => _authority.Token("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee", _connector.ServiceUrl).ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
