using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace EmployerCrm.BotFramework;

/// <summary>Client credentials at our own tenant. MSAL keeps the token and renews it ahead of its end.</summary>
internal sealed class MsalTokenSource : ITokenSource
{
    private readonly IConfidentialClientApplication _application;
    private readonly string[] _scopes;

    public MsalTokenSource(IOptions<BotFrameworkOptions> options, IHttpClientFactory clients)
    {
        var settings = options.Value;
        _scopes = [settings.TokenScope];
        var authority = new UriBuilder(settings.TokenAuthority) { Path = settings.TenantId };
        var builder = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithHttpClientFactory(new TokenHttpClientFactory(clients, authority.Uri))
            // The authority is configured, not discovered: no call to another host, and national clouds work the same way.
            .WithInstanceDiscovery(false)
            .WithAuthority(TokenHttpClientFactory.AsMsalWantsIt(authority).AbsoluteUri, validateAuthority: false)
            .WithLegacyCacheCompatibility(false);
        _application = string.IsNullOrWhiteSpace(settings.Certificate)
            ? builder.WithClientSecret(settings.Secret).Build()
            : builder.WithCertificate(Load(settings.Certificate), sendX5C: true).Build();
    }

    public async Task<string?> GetTokenAsync(bool renew, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _application.AcquireTokenForClient(_scopes).WithForceRefresh(renew).ExecuteAsync(cancellationToken);
            return result.AccessToken;
        }
        catch (Exception exception) when (exception is MsalException or HttpRequestException)
        {
            throw new ConnectorException("No token for the connector could be had: " + ((exception as MsalException)?.ErrorCode ?? "network"), innerException: exception);
        }
    }

    private static X509Certificate2 Load(string path) =>
        Path.GetExtension(path).Equals(".pfx", StringComparison.OrdinalIgnoreCase)
            ? X509CertificateLoader.LoadPkcs12FromFile(path, password: null)
            : X509Certificate2.CreateFromPemFile(path);
}
