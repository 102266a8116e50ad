using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace EmployerCrm.BotFramework;

/// <summary>
/// The identity that Azure gives to the machine or app. A bot whose app id is the identity's own client id asks for its token directly; one with an
/// app registration of its own asks for an assertion, which stands in for a secret (<see cref="ClientCredentials"/>).
/// </summary>
internal sealed class ManagedIdentity : ITokenIssuer
{
    private const string System = "system";

    /// <summary>What app registrations ask of a federated identity's token.</summary>
    private const string AssertionAudience = "api://AzureADTokenExchange";

    private readonly IManagedIdentityApplication _application;
    private readonly string _scope;

    public ManagedIdentity(BotFrameworkOptions options, IHttpClientFactory clients)
    {
        var name = options.ManagedIdentity!.Trim();
        var identity = string.Equals(name, System, StringComparison.OrdinalIgnoreCase) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.WithUserAssignedClientId(name);
        _application = ManagedIdentityApplicationBuilder.Create(identity).WithHttpClientFactory(new Clients(clients), retryOnceOn5xx: false).Build();
        _scope = options.TokenScope;
    }

    public static bool IsNamed(string name) => string.Equals(name.Trim(), System, StringComparison.OrdinalIgnoreCase) || Guid.TryParse(name, out _);

    /// <summary>Whether the bot's registration is the identity itself.</summary>
    public static bool IsTheBot(BotFrameworkOptions options) => string.Equals(options.ManagedIdentity?.Trim(), options.AppId?.Trim(), StringComparison.OrdinalIgnoreCase);

    public Task<IssuedToken> IssueAsync(CancellationToken cancellationToken) => MsalTokens.IssueAsync(() => AskAsync(_scope, cancellationToken));

    public async Task<string> AssertionAsync(CancellationToken cancellationToken) => (await AskAsync(AssertionAudience, cancellationToken)).AccessToken;

    private Task<AuthenticationResult> AskAsync(string audience, CancellationToken cancellationToken) =>
        _application.AcquireTokenForManagedIdentity(audience).WithForceRefresh(true).ExecuteAsync(cancellationToken);

    private sealed class Clients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(TokenHttpClientFactory.HttpClientName);
    }
}
