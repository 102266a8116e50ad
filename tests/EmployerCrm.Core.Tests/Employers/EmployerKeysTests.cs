using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Tests.Employers;

public sealed class EmployerKeysTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void A_word_with_one_slip_of_any_kind_shares_a_key_with_the_stored_word()
    {
        foreach (var name in new[] { "Kirkgate", "Oaks", "Greenacre", "Hargreaves", "Becws" })
        {
            var stored = EmployerKeys.ForName(name).ToHashSet(StringComparer.Ordinal);
            foreach (var typed in Slipped(name.ToLowerInvariant()))
                Assert.True(EmployerKeys.ForQuery([typed]).Any(stored.Contains), $"{typed} does not find {name}");
        }
    }

    [Theory]
    [InlineData("Two Rivers Care Home", "2 rivers")]
    [InlineData("Second Chance Furniture", "2nd chance")]
    [InlineData("24 Hour Gym", "twenty four hour gym")]
    [InlineData("24 Hour Gym", "24hr")]
    [InlineData("B & J Motors", "bj")]
    [InlineData("B & J Motors", "b and j")]
    [InlineData("Greenacre Garden Centre", "green acre")]
    [InlineData("Kirkgate Print Works", "kirkgateprint")]
    [InlineData("Second Chance Furniture", "SCF")]
    [InlineData("In & Out", "in and out")]
    [InlineData("O'Connor's Butchers", "oconnors")]
    public void A_name_is_found_by_the_ways_it_is_typed(string name, string typed)
    {
        var stored = EmployerKeys.ForName(name).ToHashSet(StringComparer.Ordinal);
        Assert.Contains(EmployerKeys.ForQuery(FoldedText.Words(typed)), stored.Contains);
    }

    [Theory]
    [InlineData("The Dog & Gun")]
    [InlineData("ABC Cleaning Ltd")]
    public void Articles_joining_words_and_legal_endings_carry_no_key(string name)
    {
        var keys = EmployerKeys.ForName(name);
        Assert.DoesNotContain("the", keys);
        Assert.DoesNotContain("and", keys);
        Assert.DoesNotContain("ltd", keys);
    }

    [Fact]
    public void Every_name_with_a_letter_has_a_key() => Assert.All(new[] { "The", "Ltd", "A", "In", "&", "7" }, name => Assert.True(EmployerKeys.ForName(name).Count > 0 || FoldedText.Words(name).Count == 0, name));

    private static IEnumerable<string> Slipped(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length)
                yield return word[..i] + word[i + 1] + word[i] + word[(i + 2)..];
            foreach (var letter in Letters)
            {
                yield return word.Insert(i, letter.ToString());
                yield return word[..i] + letter + word[(i + 1)..];
            }
        }
    }
}
