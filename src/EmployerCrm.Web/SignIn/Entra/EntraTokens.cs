using EmployerCrm.Web.Settings;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EmployerCrm.Web.SignIn.Entra;

/// <summary>What a token says once it has been checked: who it is, or the reason, for the log, why it does not count.</summary>
internal sealed record TokenReading(EntraIdentity? Identity, string Reason);

/// <summary>Checks tokens that our tenant's authority issues to people: signed by one of its keys, for us, for now, about a person of the tenant.</summary>
internal sealed class EntraTokens
{
    public const string HttpClientName = "entra";

    private const int LongestToken = 32 * 1024;
    private const string TeamsScope = "access_as_user";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly EntraSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;

    public EntraTokens(EntraSettings settings, IHttpClientFactory clients, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        var retriever = new HttpDocumentRetriever(clients.CreateClient(HttpClientName)) { RequireHttps = !new Uri(settings.Authority).IsLoopback };
        _metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Issuer + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), retriever);
    }

    /// <summary>The token of a sign-in that we began, and of no other.</summary>
    public Task<TokenReading> ReadIdTokenAsync(string token, string nonce, CancellationToken cancellationToken) =>
        ReadAsync(token, [_settings.ClientId], [_settings.Issuer], read => Text(read, "nonce") == nonce ? null : "nonce", cancellationToken);

    /// <summary>The token that Teams has for the person in front of it.</summary>
    public Task<TokenReading> ReadTeamsTokenAsync(string token, CancellationToken cancellationToken) => ReadAsync(
        token, _settings.TeamsAudiences, [_settings.Issuer, .. _settings.FirstIssuers],
        read => !(Text(read, "scp") ?? "").Split(' ').Contains(TeamsScope, StringComparer.Ordinal) ? "scope"
            : !_settings.TeamsClients.Contains(Text(read, "azp") ?? Text(read, "appid"), StringComparer.OrdinalIgnoreCase) ? "client"
            : null,
        cancellationToken);

    private async Task<TokenReading> ReadAsync(
        string token, IReadOnlyList<string> audiences, IReadOnlyList<string> issuers, Func<JsonWebToken, string?> further, CancellationToken cancellationToken)
    {
        // Fetched here first, so that an authority that is away is told from a token that is wrong.
        await _metadata.GetConfigurationAsync(cancellationToken);
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ConfigurationManager = _metadata,
            ValidIssuers = issuers,
            ValidAudiences = audiences,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until),
        });
        if (result is not { IsValid: true, SecurityToken: JsonWebToken read })
            return new TokenReading(null, result.Exception?.GetType().Name ?? "unreadable");
        if (further(read) is { } reason)
            return new TokenReading(null, reason);
        return EntraIdentity.Of(read, _settings) is { } identity ? new TokenReading(identity, "") : new TokenReading(null, "person");
    }

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || now > start - Skew);
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
