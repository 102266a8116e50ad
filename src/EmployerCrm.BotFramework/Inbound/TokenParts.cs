using System.Buffers.Text;
using System.Text.Json;

namespace EmployerCrm.BotFramework;

/// <summary>
/// A token's header and claims, read strictly: three parts, only the characters of base64url, JSON objects in which no name comes twice.
/// Nothing in it is trusted before the signature is checked.
/// </summary>
internal sealed class TokenParts
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly System.Buffers.SearchValues<char> Base64UrlCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly JsonElement _header;
    private readonly JsonElement _claims;

    private TokenParts(JsonElement header, JsonElement claims) => (_header, _claims) = (header, claims);

    public string? Algorithm => Text(_header, "alg");

    public string? KeyId => Text(_header, "kid");

    /// <summary>Extensions that a reader must understand or refuse; we understand none.</summary>
    public bool HasCriticalExtensions => _header.TryGetProperty("crit", out _);

    public string? Issuer => Text(_claims, "iss");

    /// <summary>Null also when the token is for a list of audiences: ours are issued for one bot.</summary>
    public string? Audience => Text(_claims, "aud");

    public static TokenParts? Read(string token)
    {
        var parts = token.Split('.');
        return parts.Length == 3 && ReadPart(parts[0]) is { } header && ReadPart(parts[1]) is { } claims && IsBase64Url(parts[2])
            ? new TokenParts(header, claims)
            : null;
    }

    /// <summary>Reads a time; false when the claim is there but is not a number of seconds.</summary>
    public bool TryGetInstant(string claim, out DateTimeOffset? instant)
    {
        instant = null;
        if (!_claims.TryGetProperty(claim, out var value))
        {
            return true;
        }

        // RFC 7519 allows fractions; the range is what DateTimeOffset can hold.
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetDouble(out var seconds) || seconds is not (>= 0 and < 253_402_300_799))
        {
            return false;
        }

        instant = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return true;
    }

    /// <summary>The claim whose name is <paramref name="name"/> whatever its case; null when it is missing, not a text, or there twice.</summary>
    public string? SingleText(string name)
    {
        var found = _claims.EnumerateObject().Where(claim => string.Equals(claim.Name, name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found is [{ Value.ValueKind: JsonValueKind.String } claim] ? claim.Value.GetString() : null;
    }

    private static JsonElement? ReadPart(string part)
    {
        if (!IsBase64Url(part))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool IsBase64Url(string part) => part.Length > 0 && !part.AsSpan().ContainsAnyExcept(Base64UrlCharacters);

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
