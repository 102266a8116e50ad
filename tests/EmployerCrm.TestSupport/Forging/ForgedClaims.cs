using System.Globalization;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport.Forging;

/// <summary>Every claim wrong, missing, of another type, twice; all rightly signed, as by somebody who gets other tokens of the same authority.</summary>
public static class ForgedClaims
{
    private const string Guid = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";

    public static IReadOnlyList<Forgery> All { get; } = [.. Texts(), .. Times(), .. Twice(), .. OtherParties(), .. Unreadable()];

    private static IEnumerable<Forgery> Texts()
    {
        foreach (var (claim, otherType, otherText) in new[]
        {
            ("iss", "Issuer", "Issuer"), ("aud", "Audience", "Audience"), ("serviceurl", "ServiceUrlClaimMissing", "ServiceUrlClaimDiffers"),
        })
        {
            yield return Forgery.Of($"{claim} missing", otherType, forge => forge.Right.Without(claim));
            yield return With(claim, "null", otherType, _ => null);
            yield return With(claim, "a number", otherType, _ => 7);
            yield return With(claim, "true", otherType, _ => true);
            yield return With(claim, "a list of the right one", otherType, right => new JsonArray(right));
            yield return With(claim, "a list with the right one first", otherType, right => new JsonArray(right, "other"));
            yield return With(claim, "a list with the right one last", otherType, right => new JsonArray("other", right));
            yield return With(claim, "an empty list", otherType, _ => new JsonArray());
            yield return With(claim, "an object with the right one", otherType, right => new JsonObject { ["id"] = right });
            yield return With(claim, "empty", otherText, _ => "");
            yield return With(claim, "blank", otherText, _ => " ");
            yield return With(claim, "the right one and a blank", otherText, right => right + " ");
            yield return With(claim, "a blank and the right one", otherText, right => " " + right);
            yield return With(claim, "the right one and a NUL", otherText, right => right + "\0");
            yield return With(claim, "the right one and a slash", otherText, right => right + "/");
            yield return With(claim, "the right one in capitals", otherText, right => ((string)right!).ToUpperInvariant());
            yield return With(claim, "the right one twice", otherText, right => (string)right! + "," + (string)right!);
            yield return With(claim, "something else", otherText, _ => Guid);
        }
    }

    private static IEnumerable<Forgery> Times()
    {
        foreach (var claim in new[] { "exp", "nbf" })
        {
            yield return With(claim, "null", "Lifetime", _ => null);
            yield return With(claim, "true", "Lifetime", _ => true);
            yield return With(claim, "the right number as a text", "Lifetime", right => ((long)right!).ToString(CultureInfo.InvariantCulture));
            yield return With(claim, "an empty text", "Lifetime", _ => "");
            yield return With(claim, "a date as a text", "Lifetime", _ => "2099-01-01T00:00:00Z");
            yield return With(claim, "a list of the right one", "Lifetime", right => new JsonArray(right));
            yield return With(claim, "an object", "Lifetime", right => new JsonObject { ["at"] = right });
            yield return With(claim, "before time", "Lifetime", _ => -1);
            yield return With(claim, "after the end of time", "Lifetime", _ => 253_402_300_799);
            yield return Forgery.Of($"{claim} beyond all numbers", "Lifetime", forge => Raw(forge, claim, "1e400"));
            yield return With(claim, "in milliseconds", "Lifetime", right => (long)right! * 1000);
        }

        yield return Forgery.Of("exp missing", "Lifetime", forge => forge.Right.Without("exp"));
        yield return With("exp", "at the beginning of time", "Expired", _ => 0);
        yield return With("exp", "two hours ago", "Expired", right => (long)right! - (3 * 3600));
        yield return With("nbf", "in an hour", "NotYetValid", right => (long)right! + 3600);
        yield return With("nbf", "in a hundred years", "NotYetValid", _ => 4_900_000_000);
    }

    private static IEnumerable<Forgery> Twice()
    {
        foreach (var (claim, json) in new[]
        {
            ("iss", "\"https://api.botframework.com\""), ("aud", "\"" + Guid + "\""), ("exp", "4102444800"), ("nbf", "0"), ("serviceurl", "\"https://evil.example/\""), ("other", "1,\"other\":2"),
        })
        {
            yield return Forgery.Of($"{claim} twice, the right one first", "TokenMalformed", forge => forge.Right.WithRawClaims($"\"{claim}\":{json},\"{claim}\":{json}"));
            yield return Forgery.Of($"{claim} twice, the right one last", "TokenMalformed", forge => forge.Right.WithRawClaims($"\"{claim}\":{json},\"{claim}\":{json}", first: true));
        }

        yield return Forgery.Of("aud twice, once with an escaped letter", "TokenMalformed", forge => forge.Right.WithRawClaims("\"\\u0061ud\":\"" + Guid + "\""));
        yield return Forgery.Of("serviceurl under two spellings", "ServiceUrlClaimMissing", forge => forge.Right.With("serviceUrl", forge.ServiceUrl));
        yield return Forgery.Of("serviceurl under two spellings, one foreign", "ServiceUrlClaimMissing", forge => forge.Right.With("SERVICEURL", "https://evil.example/"));
    }

    /// <summary>Tokens of the same world that are meant for somebody else: other bots, people, the emulator, skills, other clouds.</summary>
    private static IEnumerable<Forgery> OtherParties()
    {
        const string tenant = "11111111-2222-3333-4444-555555555555";
        foreach (var issuer in new[]
        {
            $"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
            "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", "https://api.botframework.us", "https://api.botframework.azure.cn",
            "https://api.botframework.com.evil.example", "http://api.botframework.com", "https://api.botframework.com?", "https://login.botframework.com", "api.botframework.com",
        })
        {
            yield return With("iss", issuer, "Issuer", _ => issuer);
        }

        yield return Forgery.Of("of a skill", "Issuer", forge => forge.Right.With("iss", $"https://sts.windows.net/{tenant}/").With("ver", "1.0").With("appid", forge.AppId));
        yield return Forgery.Of("of the bot itself", "Audience", forge => forge.Right.With("aud", "https://api.botframework.com").With("azp", forge.AppId).With("ver", "2.0"));
        yield return Forgery.Of("for the audience appid names", "Audience", forge => forge.Right.Without("aud").With("appid", forge.AppId));
        yield return Forgery.Of("for api://", "Audience", forge => forge.Right.With("aud", "api://" + forge.AppId));
        yield return Forgery.Of("for no service address, as the emulator has it", "ServiceUrlClaimMissing", forge => forge.Right.Without("serviceurl").With("appid", forge.AppId));
    }

    private static IEnumerable<Forgery> Unreadable()
    {
        yield return Forgery.Of("half a character in a claim", "TokenMalformed", forge => HalfCharacter(forge.Right));
        yield return Forgery.Of("half a character in a name", "TokenMalformed", forge => forge.Right.WithRawClaims("\"\\udc00\":1"));
        yield return Forgery.Of("a claim that is no UTF-8", "TokenMalformed", forge => Raw(forge, "iss", "\"https://api.botframework.com\u00ff\""));
        yield return Forgery.Of("claims nested deeper than any token's", "TokenMalformed", forge => forge.Right.WithRawClaims($"\"deep\":{new string('[', 20)}{new string(']', 20)}"));
        yield return Forgery.Of("a comment among the claims", "TokenMalformed", forge => forge.Right.WithRawClaims("\"note\":1/*,*/"));
        yield return Forgery.Of("more after the claims", "TokenMalformed", forge => Whole(forge, forge.Right.Claims.ToJsonString() + "{}"));
        yield return Forgery.Of("claims that are a list", "TokenMalformed", forge => Whole(forge, "[" + forge.Right.Claims.ToJsonString() + "]"));
        yield return Forgery.Of("claims that are a text", "TokenMalformed", forge => Whole(forge, "\"claims\""));
        yield return Forgery.Of("claims that are nothing", "TokenMalformed", forge => Whole(forge, "null"));
    }

    private static Forgery With(string claim, string what, string reason, Func<JsonNode?, JsonNode?> value) =>
        Forgery.Of($"{claim} {what}", reason, forge => forge.Right.With(claim, value(forge.Right.Claims[claim]!.DeepClone())));

    private static TestToken HalfCharacter(TestToken token)
    {
        token.RawClaims = token.Claims.ToJsonString().Replace("https://api.botframework.com", "\\ud800", StringComparison.Ordinal);
        return token;
    }

    private static TestToken Raw(Forge forge, string claim, string json)
    {
        var token = forge.Right.Without(claim);
        return token.WithRawClaims($"\"{claim}\":{json}");
    }

    private static TestToken Whole(Forge forge, string claims)
    {
        var token = forge.Right;
        token.RawClaims = claims;
        return token;
    }
}
