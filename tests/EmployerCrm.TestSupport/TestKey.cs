using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport;

/// <summary>A key of the test authority.</summary>
public sealed class TestKey : IDisposable
{
    // Making a key takes a tenth of a second; four of them, made once, are enough for every authority.
    private static readonly Lazy<RSAParameters>[] Pool = [.. Enumerable.Range(0, 4).Select(_ => new Lazy<RSAParameters>(MakeParameters))];

    private static readonly Lazy<RSAParameters> OfStrangers = new(MakeParameters);

    private readonly RSA _rsa;

    /// <summary>Takes a key from the pool.</summary>
    /// <param name="number">Keys of one authority whose numbers differ by less than four are different keys.</param>
    /// <param name="isStrangers">Takes the one that no authority ever publishes.</param>
    internal TestKey(int number, IReadOnlyList<string>? endorsements, bool isStrangers = false)
    {
        Id = "key-" + number.ToString(CultureInfo.InvariantCulture);
        Endorsements = endorsements;
        _rsa = RSA.Create((isStrangers ? OfStrangers : Pool[number % Pool.Length]).Value);
    }

    public string Id { get; }

    /// <summary>The channels in the published key; null leaves the member out.</summary>
    public IReadOnlyList<string>? Endorsements { get; }

    public byte[] Sign(byte[] data) => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Signs as other algorithms would have it.</summary>
    public byte[] Sign(byte[] data, HashAlgorithmName hash, RSASignaturePadding padding) => _rsa.SignData(data, hash, padding);

    /// <summary>The public key in every form that a careless validator may take for a shared secret.</summary>
    public IReadOnlyDictionary<string, byte[]> PublicForms()
    {
        var pem = _rsa.ExportSubjectPublicKeyInfoPem();
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["PEM"] = Encoding.ASCII.GetBytes(pem),
            ["PEM and a line break"] = Encoding.ASCII.GetBytes(pem + "\n"),
            ["PKCS#1 PEM"] = Encoding.ASCII.GetBytes(_rsa.ExportRSAPublicKeyPem()),
            ["SPKI DER"] = _rsa.ExportSubjectPublicKeyInfo(),
            ["PKCS#1 DER"] = _rsa.ExportRSAPublicKey(),
            ["modulus"] = _rsa.ExportParameters(includePrivateParameters: false).Modulus!,
            ["modulus in base64url"] = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(_rsa.ExportParameters(includePrivateParameters: false).Modulus)),
            ["JSON Web Key"] = Encoding.UTF8.GetBytes(ToJsonWebKey().ToJsonString()),
            ["nothing"] = [],
        };
    }

    /// <summary>When set, the published key brings a certificate that is valid from and until then.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Certified { get; set; }

    /// <summary>A certificate that anybody could have made for themselves, in base64.</summary>
    public string SelfSignedCertificate() => Certificate(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private string Certificate(DateTimeOffset from, DateTimeOffset until)
    {
        var request = new CertificateRequest("CN=api.botframework.com", _rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(from, until);
        return Convert.ToBase64String(certificate.RawData);
    }

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

        if (Certified is var (from, until))
        {
            key["x5c"] = new JsonArray(Certificate(from, until));
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
