using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>The quick look at letters may let through what does not fit, but never rules out what does.</summary>
public sealed class LetterSetTests
{
    [Fact]
    public void No_word_within_one_or_two_slips_is_ruled_out()
    {
        var random = new Random(4);
        for (var round = 0; round < 20_000; round++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(3, 12)).Select(_ => Letter(random))]);
            var once = WithSlip(word, random);
            var twice = WithSlip(once, random);
            Assert.True(LetterSet.Of(once).MayBeSlipsFrom(LetterSet.Of(word), 1), $"{once} {word}");
            Assert.True(LetterSet.Of(twice).MayBeSlipsFrom(LetterSet.Of(word), 2), $"{twice} {word}");
            Assert.True(LetterSet.Of(word + once).HoldsAll(LetterSet.Of(word)));
        }
    }

    [Fact]
    public void A_word_with_other_letters_is_ruled_out() => Assert.False(LetterSet.Of("yesterday").MayBeSlipsFrom(LetterSet.Of("bakery"), 1));

    private static string WithSlip(string word, Random random)
    {
        var at = random.Next(word.Length - 1);
        return random.Next(4) switch
        {
            0 => word[..at] + Letter(random) + word[(at + 1)..],
            1 => word.Remove(at, 1),
            2 => word.Insert(at, Letter(random).ToString()),
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static char Letter(Random random) => "abcdefghijklmnopqrstuvwxyz0179ŷé"[random.Next(32)];
}
