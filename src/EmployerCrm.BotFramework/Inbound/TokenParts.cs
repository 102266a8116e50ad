using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace EmployerCrm.BotFramework;

/// <summary>
/// What we want to know of a token's header and claims, read strictly: three parts, only the characters of base64url, JSON objects in which
/// no name comes twice. Nothing in it is trusted before the signature is checked.
/// </summary>
/// <param name="KeyId">Null when missing or not a text, as with all texts here.</param>
/// <param name="HasCriticalExtensions">Extensions that a reader must understand or refuse; we understand none.</param>
/// <param name="Audience">Null also when the token is for a list of audiences: ours are issued for one bot.</param>
/// <param name="ServiceUrl">The claim of this name in any case; null also when it is there twice.</param>
internal sealed record TokenParts(
    string? Algorithm, string? KeyId, bool HasCriticalExtensions, string? Issuer, string? Audience, TokenInstant Expires, TokenInstant NotBefore, string? ServiceUrl)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly SearchValues<char> Base64UrlCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static TokenParts? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Array.TrueForAll(parts, IsBase64Url))
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            return header.RootElement.ValueKind is JsonValueKind.Object && claims.RootElement.ValueKind is JsonValueKind.Object
                ? Of(header.RootElement, claims.RootElement)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            // The last one: a text that is no Unicode, such as half of a surrogate pair.
            return null;
        }
    }

    private static TokenParts Of(JsonElement header, JsonElement claims) => new(
        Text(header, "alg"),
        Text(header, "kid"),
        header.TryGetProperty("crit", out _),
        Text(claims, "iss"),
        Text(claims, "aud"),
        TokenInstant.Read(claims, "exp"),
        TokenInstant.Read(claims, "nbf"),
        SingleText(claims, "serviceurl"));

    private static string? SingleText(JsonElement claims, string name)
    {
        var found = claims.EnumerateObject().Where(claim => string.Equals(claim.Name, name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found is [{ Value.ValueKind: JsonValueKind.String } claim] ? claim.Value.GetString() : null;
    }

    private static bool IsBase64Url(string part) => part.Length > 0 && !part.AsSpan().ContainsAnyExcept(Base64UrlCharacters);

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
