using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace EmployerCrm.BotFramework;

/// <summary>A key that signs tokens, and the channels its owner vouches for.</summary>
internal sealed record SigningKey(string Id, RSAParameters PublicKey, FrozenSet<string> Endorsements)
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, the one algorithm of the channel service.</summary>
    public const string Algorithm = "RS256";

    private const int SmallestKeyBits = 2048;

    private readonly ConcurrentBag<RSA> _idle = [];

    /// <summary>From when to when the certificate is valid that was published with the key; null where there was none.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Certified { get; init; }

    /// <summary>Whether the key's certificate, if it has one, is valid now. Clocks may differ by <paramref name="skew"/>.</summary>
    public bool IsInForce(DateTimeOffset now, TimeSpan skew) => Certified is not { } span || (now >= span.From - skew && now <= span.Until + skew);

    /// <summary>Reads a JSON Web Key Set. Keys that are not RSA signing keys of a fair size are left out, as is a key id that comes twice.</summary>
    /// <exception cref="JsonException">It is not a key set.</exception>
    public static FrozenDictionary<string, SigningKey> ReadSet(JsonElement set)
    {
        if (set.ValueKind is not JsonValueKind.Object || !set.TryGetProperty("keys", out var keys) || keys.ValueKind is not JsonValueKind.Array)
        {
            throw new JsonException();
        }

        return keys.EnumerateArray()
            .Select(Read)
            .OfType<SigningKey>()
            .GroupBy(key => key.Id, StringComparer.Ordinal)
            .Where(sameId => sameId.Count() == 1)
            .ToFrozenDictionary(sameId => sameId.Key, sameId => sameId.Single(), StringComparer.Ordinal);
    }

    /// <summary>Whether the token (three parts in base64url) was signed with this key.</summary>
    public bool Signed(ReadOnlySpan<char> token)
    {
        var end = token.LastIndexOf('.');
        try
        {
            // Making one costs more than using it, and one is not made for several threads at once.
            var rsa = _idle.TryTake(out var made) ? made : RSA.Create(PublicKey);
            var content = new byte[end];
            Encoding.ASCII.GetBytes(token[..end], content);
            var isGood = rsa.VerifyData(content, Base64Url.DecodeFromChars(token[(end + 1)..]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            _idle.Add(rsa);
            return isGood;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (Text(key, "kty") != "RSA" || Text(key, "use") is not (null or "sig") || Text(key, "alg") is not (null or Algorithm)
            || Text(key, "kid") is not { Length: > 0 } id || Bytes(key, "n") is not { } modulus || Bytes(key, "e") is not { } exponent
            || modulus.Length * 8 < SmallestKeyBits)
        {
            return null;
        }

        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return new SigningKey(id, parameters, Endorsed(key)) { Certified = CertifiedIn(key) };
    }

    // The first certificate of the chain is the key's own. One that cannot be read says nothing of it.
    private static (DateTimeOffset From, DateTimeOffset Until)? CertifiedIn(JsonElement key)
    {
        if (!key.TryGetProperty("x5c", out var chain) || chain.ValueKind is not JsonValueKind.Array || chain.GetArrayLength() == 0 || chain[0].ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(chain[0].GetString()!));
            return (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static FrozenSet<string> Endorsed(JsonElement key) =>
        key.TryGetProperty("endorsements", out var channels) && channels.ValueKind is JsonValueKind.Array
            ? channels.EnumerateArray().Where(channel => channel.ValueKind is JsonValueKind.String).Select(channel => channel.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;

    private static byte[]? Bytes(JsonElement key, string name)
    {
        try
        {
            return Text(key, name) is { Length: > 0 } text ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement key, string name) =>
        key.ValueKind is JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
