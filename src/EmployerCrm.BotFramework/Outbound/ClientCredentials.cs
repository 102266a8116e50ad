using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Client credentials at our own tenant: by a secret, by a certificate, or by what a managed identity says of us. The credential is read anew for every
/// token (two or so an hour), so that a changed one serves without a restart.
/// </summary>
/// <param name="identity">When given, the app registration trusts this identity (a federated credential) and there is neither secret nor certificate.</param>
internal sealed class ClientCredentials(IOptionsMonitor<BotFrameworkOptions> settings, IHttpClientFactory clients, ManagedIdentity? identity = null) : ITokenIssuer
{
    public Task<IssuedToken> IssueAsync(CancellationToken cancellationToken)
    {
        var options = settings.CurrentValue;
        var application = Application(options);
        return MsalTokens.IssueAsync(() => application.AcquireTokenForClient([options.TokenScope]).WithForceRefresh(true).ExecuteAsync(cancellationToken));
    }

    private IConfidentialClientApplication Application(BotFrameworkOptions options)
    {
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
        return builder.Build();
    }
}
