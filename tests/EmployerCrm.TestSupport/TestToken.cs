using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport;

/// <summary>A token in the making: right in everything until a test spoils it.</summary>
public sealed class TestToken(TestKey key, JsonObject claims)
{
    public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id };

    public JsonObject Claims { get; } = claims;

    /// <summary>Replaces the claims by a text of any kind, such as one in which a name comes twice.</summary>
    public string? RawClaims { get; set; }

    /// <summary>How the bytes of header and claims are signed; RS256 with the right key unless set.</summary>
    public Func<byte[], byte[]> Signature { get; set; } = key.Sign;

    public TestToken With(string claim, JsonNode? value)
    {
        Claims[claim] = value;
        return this;
    }

    public TestToken Without(string claim)
    {
        Claims.Remove(claim);
        return this;
    }

    public override string ToString()
    {
        var content = Encode(Header.ToJsonString()) + "." + Encode(RawClaims ?? Claims.ToJsonString());
        return content + "." + Base64Url.EncodeToString(Signature(Encoding.ASCII.GetBytes(content)));
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
