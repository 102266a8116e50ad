using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport;

/// <summary>A key of the test authority.</summary>
public sealed class TestKey : IDisposable
{
    // Making a key takes a tenth of a second; four of them, made once, are enough for every authority.
    private static readonly Lazy<RSAParameters>[] Pool = [.. Enumerable.Range(0, 4).Select(_ => new Lazy<RSAParameters>(MakeParameters))];

    private readonly RSA _rsa;

    /// <summary>Takes a key from the pool.</summary>
    /// <param name="number">Keys of one authority whose numbers differ by less than four are different keys.</param>
    internal TestKey(int number, IReadOnlyList<string>? endorsements)
    {
        Id = "key-" + number.ToString(CultureInfo.InvariantCulture);
        Endorsements = endorsements;
        _rsa = RSA.Create(Pool[number % Pool.Length].Value);
    }

    public string Id { get; }

    /// <summary>The channels in the published key; null leaves the member out.</summary>
    public IReadOnlyList<string>? Endorsements { get; }

    public byte[] Sign(byte[] data) => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>What a careless validator takes for a shared secret.</summary>
    public byte[] PublicKeyAsPem() => System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public JsonObject ToJsonWebKey()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (Endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return key;
    }

    public void Dispose() => _rsa.Dispose();

    private static RSAParameters MakeParameters()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    }
}
