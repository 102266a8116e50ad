using Microsoft.Identity.Client;

namespace EmployerCrm.BotFramework;

/// <summary>Client credentials at our own tenant: by a secret, by a certificate, or by what a managed identity says of us.</summary>
internal sealed class ClientCredentials : ITokenIssuer
{
    private readonly IConfidentialClientApplication _application;
    private readonly string[] _scopes;

    /// <summary>Reads the credential once.</summary>
    /// <param name="identity">When given, the app registration trusts this identity (a federated credential) and there is neither secret nor certificate.</param>
    public ClientCredentials(BotFrameworkOptions options, IHttpClientFactory clients, ManagedIdentity? identity = null)
    {
        _scopes = [options.TokenScope];
        var authority = new UriBuilder(options.TokenAuthority) { Path = options.TenantId };
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithHttpClientFactory(new TokenHttpClientFactory(clients, authority.Uri), retryOnceOn5xx: false)
            // The authority is configured, not discovered: no call to another host, and national clouds work the same way.
            .WithInstanceDiscovery(false)
            .WithAuthority(TokenHttpClientFactory.AsMsalWantsIt(authority).AbsoluteUri, validateAuthority: false)
            .WithLegacyCacheCompatibility(false);
        builder = identity is not null ? builder.WithClientAssertion((AssertionRequestOptions request) => identity.AssertionAsync(request.CancellationToken))
            : string.IsNullOrWhiteSpace(options.Certificate) ? builder.WithClientSecret(options.Secret)
            : builder.WithCertificate(BotCertificate.Load(options), sendX5C: true);
        _application = builder.Build();
    }

    public Task<IssuedToken> IssueAsync(CancellationToken cancellationToken) =>
        MsalTokens.IssueAsync(() => _application.AcquireTokenForClient(_scopes).WithForceRefresh(true).ExecuteAsync(cancellationToken));
}
