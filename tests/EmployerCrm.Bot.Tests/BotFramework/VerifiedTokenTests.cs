using System.Collections.Frozen;
using System.Security.Cryptography;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What is remembered of good signatures.</summary>
public sealed class VerifiedTokenTests
{
    private static readonly VerifiedToken Verified = new(
        new TokenParts("RS256", "key-1", false, "issuer", "audience", default, default, null), new SigningKey("key-1", new RSAParameters(), FrozenSet<string>.Empty));

    [Fact]
    public void A_token_is_known_by_every_letter_of_it()
    {
        var tokens = new VerifiedTokens();
        tokens.Add("a.b.c", Verified);

        Assert.True(tokens.TryGet("a.b.c", out var found));
        Assert.Same(Verified, found);
        Assert.All(["a.b.C", "a.b.c ", "a.b.", "", "A.b.c"], other => Assert.False(tokens.TryGet(other, out _)));
    }

    [Fact]
    public void There_is_an_end_to_what_is_remembered()
    {
        var tokens = new VerifiedTokens();
        for (var number = 0; number < 10 * VerifiedTokens.Capacity; number++)
        {
            tokens.Add($"{number}", Verified);
            Assert.InRange(tokens.Count, 1, VerifiedTokens.Capacity);
            Assert.True(tokens.TryGet($"{number}", out _));
        }
    }

    [Fact]
    public void One_that_has_had_its_time_is_forgotten()
    {
        var tokens = new VerifiedTokens();
        tokens.Add("a.b.c", Verified);
        tokens.Remove("a.b.c");

        Assert.False(tokens.TryGet("a.b.c", out _));
    }
}
