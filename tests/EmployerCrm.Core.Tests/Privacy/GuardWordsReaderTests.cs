using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class GuardWordsReaderTests
{
    [Fact]
    public void The_lists_that_come_with_the_service_have_no_problems() => Assert.Empty(GuardWordsReader.WithDefaults().Problems);

    [Fact]
    public void A_service_adds_words_and_takes_words_away()
    {
        var reader = GuardWordsReader.WithDefaults();
        reader.Read("health.en.txt", "[always]\nglandular lurgy*\n- lupus\n");
        reader.Read("names.en.txt", "[given]\nXanthippe\n");
        var guard = new FreeTextGuard(reader.ToWords());

        Assert.Empty(reader.Problems);
        Assert.Single(guard.Check("he has glandular lurgyness", GuardSurroundings.None));
        Assert.Single(guard.Check("JS12 xanthippe starts", GuardSurroundings.None));
        Assert.Empty(guard.Check("he has lupus", GuardSurroundings.None));
        Assert.NotEqual(Guards.Default.WordsVersion, guard.WordsVersion);
    }

    [Theory]
    [InlineData("helth.txt", "[always]\nx", "helth.txt is not a word list")]
    [InlineData(".txt", "[always]\nx", "is not a word list")]
    [InlineData("health.txt", "lurgy", "line 1: \"lurgy\" stands under no section")]
    [InlineData("health.txt", "[allways]\nlurgy", "line 1: [allways] is no section")]
    [InlineData("health.txt", "# remark\n[always]\n???", "line 3: \"???\" has no word")]
    [InlineData("health.txt", "[always]\na*", "line 2")]
    [InlineData("health.txt", "[always]\nlur*gy", "line 2")]
    [InlineData("health.txt", "[always]\n- not in there", "is not in the list")]
    public void What_is_wrong_is_named_with_file_and_line(string file, string text, string says)
    {
        var reader = GuardWordsReader.WithDefaults();

        reader.Read(file, text);

        Assert.Contains(reader.Problems, problem => problem.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_phrase_longer_than_a_line_is_refused()
    {
        var reader = GuardWordsReader.WithDefaults();

        reader.Read("health.txt", $"[always]\n{new string('x', 81)}");

        Assert.Contains("at most 80", Assert.Single(reader.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_lists_have_the_same_version() => Assert.Equal(GuardWordsReader.WithDefaults().ToWords().Version, GuardWordsReader.WithDefaults().ToWords().Version);
}
