using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>A token that was issued to the channel service for this bot. Whether it fits an activity is asked of <see cref="TokenValidator.Fits"/>.</summary>
internal sealed record CallerToken(string? ServiceUrl, SigningKey Key);

/// <summary>
/// The rules for tokens of the channel service, written out, so that no default of a library (claim mapping, lists of audiences, clocks,
/// key look-up) decides who comes in.
/// </summary>
internal sealed class TokenValidator(SigningKeys keys, ServiceUrls serviceUrls, IOptions<BotFrameworkOptions> options, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 8192;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly VerifiedTokens _verified = new();

    /// <summary>Everything that can be said of a token before the activity is read.</summary>
    public async ValueTask<(Refusal Refusal, CallerToken? Token)> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (Refusal.TokenMissing, null);
        }

        if (authorization.Length - Scheme.Length > LongestToken)
        {
            return (Refusal.TokenTooLarge, null);
        }

        var isVerified = _verified.TryGet(authorization.AsSpan(Scheme.Length), out var verified);
        if ((verified?.Parts ?? TokenParts.Read(authorization[Scheme.Length..])) is not { } parts)
        {
            return (Refusal.TokenMalformed, null);
        }

        // The cheap questions come first: a token that is refused anyway must not make us fetch keys.
        if (Claims(parts) is not Refusal.None and var refusal)
        {
            _verified.Remove(authorization.AsSpan(Scheme.Length));
            return (refusal, null);
        }

        if (parts.KeyId is not { Length: > 0 } keyId)
        {
            return (Refusal.UnknownKey, null);
        }

        if (await keys.FindAsync(keyId, cancellationToken) is not { } key)
        {
            return (keys.IsLoaded ? Refusal.UnknownKey : Refusal.KeysUnavailable, null);
        }

        if (!key.IsInForce(time.GetUtcNow(), Skew))
        {
            return (Refusal.KeyOutOfDate, null);
        }

        if (!isVerified || !ReferenceEquals(verified!.Key, key))
        {
            var token = authorization[Scheme.Length..];
            if (!key.Signed(token))
            {
                return (Refusal.Signature, null);
            }

            _verified.Add(token, new VerifiedToken(parts, key));
        }

        return (Refusal.None, new CallerToken(parts.ServiceUrl, key));
    }

    /// <summary>Whether the token was issued for this very activity.</summary>
    public Refusal Fits(CallerToken token, Activity activity)
    {
        if (!token.Key.Endorsements.Contains(activity.ChannelId!))
        {
            return Refusal.Endorsement;
        }

        if (token.ServiceUrl is null)
        {
            return Refusal.ServiceUrlClaimMissing;
        }

        // Compared as a whole and as written: another case or a slash more is another address. The channel service writes both from one
        // value, so nothing honest is refused; and nothing has to be argued about which differences would be harmless.
        if (!string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.Ordinal))
        {
            return Refusal.ServiceUrlClaimDiffers;
        }

        if (!serviceUrls.Allows(activity.ServiceUrl))
        {
            return Refusal.ServiceUrlNotAllowed;
        }

        return string.Equals(activity.GetTenantId(), options.Value.TenantId, StringComparison.OrdinalIgnoreCase) ? Refusal.None : Refusal.Tenant;
    }

    private Refusal Claims(TokenParts parts)
    {
        if (parts.Algorithm != SigningKey.Algorithm || parts.HasCriticalExtensions)
        {
            return Refusal.Algorithm;
        }

        if (!string.Equals(parts.Issuer, options.Value.Issuer, StringComparison.Ordinal))
        {
            return Refusal.Issuer;
        }

        if (!string.Equals(parts.Audience, options.Value.AppId, StringComparison.Ordinal))
        {
            return Refusal.Audience;
        }

        if (parts.Expires is not { IsReadable: true, Value: { } expires } || !parts.NotBefore.IsReadable)
        {
            return Refusal.Lifetime;
        }

        var now = time.GetUtcNow();
        if (now > expires + Skew)
        {
            return Refusal.Expired;
        }

        return parts.NotBefore.Value is { } notBefore && now < notBefore - Skew ? Refusal.NotYetValid : Refusal.None;
    }
}
