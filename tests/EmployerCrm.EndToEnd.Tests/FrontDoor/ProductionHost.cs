using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The host as it runs in production, with an authority and a connector of our own in Microsoft's place.</summary>
internal sealed class ProductionHost : IAsyncDisposable
{
    public const string AppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private readonly CrmHost _host;

    private ProductionHost(CrmHost host, TestAuthority authority, TestConnector connector, string database)
    {
        (_host, Authority, Connector, Database) = (host, authority, connector, database);
        Client = new HttpClient { BaseAddress = host.Address };
    }

    public TestAuthority Authority { get; }

    public TestConnector Connector { get; }

    public string Database { get; }

    public HttpClient Client { get; }

    public string Output => _host.Output;

    /// <summary>Brings activities with a fresh token.</summary>
    public TestChannel Channel => new(Client, Authority, AppId);

    public TeamsActivities Alex => new(Connector.ServiceUrl);

    public static Task<ProductionHost> StartAsync(string database, CancellationToken cancellationToken) =>
        StartAsync(database, new Dictionary<string, string> { ["Bot__Secret"] = "the-secret" }, cancellationToken);

    /// <summary>With settings of its own, as environment variables, a credential among them if none comes from elsewhere.</summary>
    public static async Task<ProductionHost> StartAsync(string database, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var authority = await TestAuthority.StartAsync();
        var connector = await TestConnector.StartAsync();
        var host = await CrmHost.StartAsync(
            database,
            new Dictionary<string, string>(settings)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Bot__AppId"] = AppId,
                ["Bot__TenantId"] = new TeamsActivities(connector.ServiceUrl).TenantId,
                ["Bot__OpenIdMetadata"] = authority.MetadataUrl,
                ["Bot__TokenAuthority"] = authority.Url,
                ["Bot__AllowedServiceUrls"] = connector.ServiceUrl,
                ["Auth__Secret"] = "the-secret-of-sign-in",
                ["Web__PublicUrl"] = "https://crm.example.org",
            },
            cancellationToken);
        return new ProductionHost(host, authority, connector, database);
    }

    /// <summary>Waits until the log has the text.</summary>
    public Task SayAsync(string text, CancellationToken cancellationToken) => _host.SayAsync(text, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await Connector.DisposeAsync();
        await Authority.DisposeAsync();
    }
}
