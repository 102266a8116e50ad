using System.Text.Json;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Which keys of a published set are taken.</summary>
public sealed class KeySetTests
{
    // 2048 bits; only its length matters here.
    private static readonly string Modulus = new string('q', 341) + "g";

    [Theory]
    [InlineData("""{"kty":"RSA","kid":"a","n":"N","e":"AQAB","endorsements":["msteams"]}""", true)]
    [InlineData("""{"kty":"RSA","use":"sig","alg":"RS256","kid":"a","n":"N","e":"AQAB"}""", true)]
    [InlineData("""{"kty":"RSA","use":"enc","kid":"a","n":"N","e":"AQAB"}""", false)]
    [InlineData("""{"kty":"RSA","alg":"RS512","kid":"a","n":"N","e":"AQAB"}""", false)]
    [InlineData("""{"kty":"oct","kid":"a","k":"N"}""", false)]
    [InlineData("""{"kty":"RSA","n":"N","e":"AQAB"}""", false)]
    [InlineData("""{"kty":"RSA","kid":7,"n":"N","e":"AQAB"}""", false)]
    [InlineData("""{"kty":"RSA","kid":"a","n":"qqqq","e":"AQAB"}""", false)]
    [InlineData("""{"kty":"RSA","kid":"a","n":"not base64!","e":"AQAB"}""", false)]
    [InlineData("\"text\"", false)]
    public void Only_RSA_signing_keys_of_a_fair_size_are_taken(string key, bool taken)
    {
        var keys = Read($$"""{"keys":[{{key.Replace("\"N\"", $"\"{Modulus}\"", StringComparison.Ordinal)}}]}""");

        Assert.Equal(taken, keys.ContainsKey("a"));
    }

    [Fact]
    public void Two_keys_of_one_id_are_both_left_out()
    {
        var keys = Read($$"""{"keys":[{{Key("a")}},{{Key("b")}},{{Key("a")}}]}""");

        Assert.Equal("b", Assert.Single(keys.Keys));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":{}}""")]
    public void What_is_no_key_set_is_an_error(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static string Key(string id) => $$"""{"kty":"RSA","kid":"{{id}}","n":"{{Modulus}}","e":"AQAB"}""";

    private static IReadOnlyDictionary<string, SigningKey> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SigningKey.ReadSet(document.RootElement);
    }
}
