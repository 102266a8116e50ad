using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport.Forging;

/// <summary>Tokens that say the right things and were signed by nobody, by somebody else, or in another way; and tokens that are none.</summary>
public static class ForgedSignatures
{
    public static IReadOnlyList<Forgery> All { get; } =
        [.. Algorithms(), .. PublicKeyAsSecret(), .. KeysBroughtAlong(), .. KeyNames(), .. Headers(), .. Bytes(), .. NoTokens()];

    private static IEnumerable<Forgery> Algorithms()
    {
        foreach (var none in new[] { "none", "None", "NONE", "nOnE" })
        {
            yield return Forgery.Of($"alg {none}, unsigned", "TokenMalformed", forge => With(forge.Right, none, _ => []));
            yield return Forgery.Of($"alg {none}, signed with a letter", "Algorithm", forge => With(forge.Right, none, _ => [65]));
            yield return Forgery.Of($"alg {none}, rightly signed", "Algorithm", forge => With(forge.Right, none, null));
        }

        foreach (var (name, hash, padding) in new[]
        {
            ("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1), ("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            ("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss), ("RS1", HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        })
        {
            yield return Forgery.Of($"alg {name} with the right key", "Algorithm", forge => With(forge.Right, name, data => forge.Authority.Keys[0].Sign(data, hash, padding)));
            yield return Forgery.Of($"{name} under the name of RS256", "Signature", forge => With(forge.Right, "RS256", data => forge.Authority.Keys[0].Sign(data, hash, padding)));
        }

        foreach (var other in new[] { "rs256", "RS256 ", " RS256", "RS256\0", "ES256", "EdDSA", "A128KW", "dir", "", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" })
        {
            yield return Forgery.Of($"alg '{other.Replace('\0', '0')}'", "Algorithm", forge => With(forge.Right, other, null));
        }
    }

    private static IEnumerable<Forgery> PublicKeyAsSecret()
    {
        foreach (var form in new[] { "PEM", "PEM and a line break", "PKCS#1 PEM", "SPKI DER", "PKCS#1 DER", "modulus", "modulus in base64url", "JSON Web Key", "nothing" })
        {
            yield return Forgery.Of($"HS256 with the public key as {form}", "Algorithm", forge => With(forge.Right, "HS256", Hmac(forge, form)));
            yield return Forgery.Of($"HS256 with the public key as {form}, under the name of RS256", "Signature", forge => With(forge.Right, "RS256", Hmac(forge, form)));
        }

        yield return Forgery.Of("HS512 with the public key", "Algorithm", forge => With(forge.Right, "HS512", data => HMACSHA512.HashData(forge.Authority.Keys[0].PublicForms()["PEM"], data)));
    }

    private static IEnumerable<Forgery> KeysBroughtAlong()
    {
        foreach (var (member, value) in new (string, Func<Forge, TestKey, JsonNode>)[]
        {
            ("jwk", (_, own) => own.ToJsonWebKey()),
            ("jku", (forge, _) => forge.Authority.Url + "/evil/keys"),
            ("x5u", (forge, _) => forge.Authority.Url + "/evil/certificate"),
            ("x5c", (_, own) => new JsonArray(own.SelfSignedCertificate())),
            ("x5t#S256", (_, own) => Base64Url.EncodeToString(SHA256.HashData(Convert.FromBase64String(own.SelfSignedCertificate())))),
            ("key", (_, own) => Encoding.ASCII.GetString(own.PublicForms()["PEM"])),
        })
        {
            yield return Forgery.Of($"own key in {member}", "Signature", forge =>
            {
                var own = forge.OwnKey();
                var token = forge.SignedBy(own);
                token.Header[member] = value(forge, own);
                return token;
            });
        }

        yield return Forgery.Of("own key under the right name", "Signature", forge => forge.SignedBy(forge.OwnKey()));
        yield return Forgery.Of("own key under its own name", "UnknownKey", forge => forge.Authority.Token(forge.AppId, forge.ServiceUrl, forge.OwnKey()));
        yield return Forgery.Of("own key that is in the token alone", "UnknownKey", forge =>
        {
            var own = forge.OwnKey();
            var token = forge.Authority.Token(forge.AppId, forge.ServiceUrl, own);
            token.Header["jwk"] = own.ToJsonWebKey();
            return token;
        });
    }

    private static IEnumerable<Forgery> KeyNames()
    {
        foreach (var name in new[]
        {
            "", " ", "../../../../dev/null", "/dev/null", "..\\..\\key.pem", "key-1' or '1'='1", "key-1; drop table visits; --", "http://evil.example/key", "key-1\0", "KEY-1", "%6bey-1", new string('k', 2000),
        })
        {
            yield return Forgery.Of($"kid '{(name.Length > 40 ? "very long" : name.Replace('\0', '0'))}'", "UnknownKey", forge => Named(forge, name));
        }

        yield return Forgery.Of("kid a number", "UnknownKey", forge => Named(forge, 1));
        yield return Forgery.Of("kid null", "UnknownKey", forge => Named(forge, null));
        yield return Forgery.Of("kid a list of the right one", "UnknownKey", forge => Named(forge, new JsonArray(forge.Authority.Keys[0].Id)));
        yield return Forgery.Of("kid missing", "UnknownKey", forge =>
        {
            var token = forge.Right;
            token.Header.Remove("kid");
            return token;
        });
    }

    private static IEnumerable<Forgery> Headers()
    {
        yield return Forgery.Of("crit", "Algorithm", forge => forge.Right.WithRawHeader("\"crit\":[\"exp\"]"));
        yield return Forgery.Of("crit null", "Algorithm", forge => forge.Right.WithRawHeader("\"crit\":null"));
        yield return Forgery.Of("crit and unencoded claims", "Algorithm", forge => forge.Right.WithRawHeader("\"b64\":false,\"crit\":[\"b64\"]"));
        yield return Forgery.Of("alg a list", "TokenMalformed", forge => forge.Right.WithRawHeader("\"alg\":[\"RS256\"]"));
        yield return Forgery.Of("alg twice, the right one last", "TokenMalformed", forge => forge.Right.WithRawHeader("\"alg\":\"none\"", first: true));
        yield return Forgery.Of("alg twice, the right one first", "TokenMalformed", forge => forge.Right.WithRawHeader("\"alg\":\"none\""));
        yield return Forgery.Of("kid twice", "TokenMalformed", forge => forge.Right.WithRawHeader("\"kid\":\"key-1\""));
        yield return Forgery.Of("kid twice, once with an escaped letter", "TokenMalformed", forge => forge.Right.WithRawHeader("\"\\u006bid\":\"key-1\""));
        yield return Forgery.Of("half a character in the kid", "TokenMalformed", forge => Header(forge, "{\"alg\":\"RS256\",\"kid\":\"\\udbff\"}"));
        yield return Forgery.Of("a header that is no UTF-8", "TokenMalformed", forge => Header(forge, "{\"alg\":\"RS256\",\"kid\":\"\u00ff\"}"));
        yield return Forgery.Of("a header that is a list", "TokenMalformed", forge => Header(forge, "[]"));
        yield return Forgery.Of("an empty header", "Algorithm", forge => Header(forge, "{}"));
    }

    private static IEnumerable<Forgery> Bytes()
    {
        yield return new Forgery("signature a byte shorter", "Signature", forge => forge.Right.ToString()[..^2]);
        yield return new Forgery("signature a byte longer", "Signature", forge => forge.Right + "AA");
        yield return new Forgery("signature of zeros", "Signature", forge => With(forge.Right, "RS256", _ => new byte[256]).ToString());
        yield return new Forgery("signature of another token", "Signature", forge => Joined(forge.Right, forge.Right.With("aud", "other"), 0, 0, 1));
        yield return new Forgery("claims of another token", "Signature", forge => Joined(forge.Right, forge.Right.With("jti", "other"), 0, 1, 0));
        yield return new Forgery("header of another token", "Signature", forge => Joined(forge.Right, Typed(forge.Right, "at+jwt"), 1, 0, 0));
        yield return new Forgery("one bit of the signature turned", "Signature", forge => TurnBit(forge.Right.ToString()));
    }

    private static IEnumerable<Forgery> NoTokens()
    {
        foreach (var text in new[] { "opensesame", "a.b", "a.b.c", "a.b.c.d", "e30.e30.", "e30.e30.AA.", ".e30.AA", "..", "e30=.e30.AA", "e30 .e30.AA", "W10.W10.AA", "null", "undefined", "Bearer", "e30.e30.AA,e30.e30.AA", "e3+.e30.AA", "e3/.e30.AA" })
        {
            yield return new Forgery($"'{text}'", "TokenMalformed", _ => text);
        }

        yield return new Forgery("an encrypted token", "TokenMalformed", forge => forge.Right + ".AAAA.AAAA");
        yield return new Forgery("a token in quotes", "TokenMalformed", forge => "\"" + forge.Right + "\"");
        yield return new Forgery("a padded token", "TokenMalformed", forge => forge.Right + "==");
        yield return Forgery.Of("a token a letter too long", "TokenTooLarge", forge => forge.Right.With("padding", new string('x', 8192)));
    }

    private static TestToken With(TestToken token, string algorithm, Func<byte[], byte[]>? signature)
    {
        token.Header["alg"] = algorithm;
        token.Signature = signature ?? token.Signature;
        return token;
    }

    private static TestToken Typed(TestToken token, string type)
    {
        token.Header["typ"] = type;
        return token;
    }

    private static TestToken Named(Forge forge, JsonNode? name)
    {
        var token = forge.Right;
        token.Header["kid"] = name;
        return token;
    }

    private static TestToken Header(Forge forge, string header)
    {
        var token = forge.Right;
        token.RawHeader = header;
        return token;
    }

    private static Func<byte[], byte[]> Hmac(Forge forge, string form) => data => HMACSHA256.HashData(forge.Authority.Keys[0].PublicForms()[form], data);

    private static string Joined(TestToken first, TestToken second, int header, int claims, int signature)
    {
        string[][] parts = [first.ToString().Split('.'), second.ToString().Split('.')];
        return $"{parts[header][0]}.{parts[claims][1]}.{parts[signature][2]}";
    }

    private static string TurnBit(string token)
    {
        var start = token.LastIndexOf('.') + 1;
        var signature = Base64Url.DecodeFromChars(token.AsSpan(start));
        signature[100] ^= 1;
        return token[..start] + Base64Url.EncodeToString(signature);
    }
}
