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

    /// <summary>Replaces the header, likewise.</summary>
    public string? RawHeader { get; set; }

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

    /// <summary>The token with more members in its header (JSON without the braces), which may repeat those that are there.</summary>
    public TestToken WithRawHeader(string members, bool first = false)
    {
        RawHeader = Spliced(Header, members, first);
        return this;
    }

    /// <summary>The same for the claims.</summary>
    public TestToken WithRawClaims(string members, bool first = false)
    {
        RawClaims = Spliced(Claims, members, first);
        return this;
    }

    public override string ToString()
    {
        var content = Encode(RawHeader ?? Header.ToJsonString()) + "." + Encode(RawClaims ?? Claims.ToJsonString());
        return content + "." + Base64Url.EncodeToString(Signature(Encoding.ASCII.GetBytes(content)));
    }

    private static string Spliced(JsonObject into, string members, bool first) =>
        first ? "{" + members + "," + into.ToJsonString()[1..] : into.ToJsonString()[..^1] + "," + members + "}";

    // A text with ÿ is written byte by byte, so that a test can write what is no UTF-8.
    private static string Encode(string json) => Base64Url.EncodeToString(json.Contains('\u00ff', StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(json) : Encoding.UTF8.GetBytes(json));
}
