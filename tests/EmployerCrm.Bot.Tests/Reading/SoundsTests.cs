using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class SoundsTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzé7";

    [Fact]
    public void The_first_letter_rules_out_no_word_with_its_own_sound()
    {
        var words = from first in Letters from second in Letters from third in Letters from fourth in Letters select new string([first, second, third, fourth]);
        Assert.DoesNotContain(words, word => !Sounds.MayBegin(word[0], Sounds.Key(word)));
    }

    [Theory]
    [InlineData("geoff", "jeff", true)]
    [InlineData("catherine", "kathryn", true)]
    [InlineData("wrenn", "ren", true)]
    [InlineData("sarah", "tara", false)]
    [InlineData("visited", "sarah", false)]
    public void Names_are_alike_by_sound(string typed, string name, bool alike) => Assert.Equal(alike, Sounds.Same(new SpokenName(typed), new SpokenName(name)));
}
