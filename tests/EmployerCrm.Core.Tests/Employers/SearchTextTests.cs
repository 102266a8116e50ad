using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Tests.Employers;

/// <summary>What somebody types to find an employer, as words to look for; the last one stands with a star while it is being typed.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Friday's Caf", "fridays caf*")]
    [InlineData("fridays café ", "fridays cafe")]
    [InlineData("Marks & Spencer", "marks spencer*")]
    [InlineData("marks and sp", "marks sp*")]
    [InlineData("the", "the*")]
    [InlineData("and ", "and")]
    [InlineData("Jones Ltd ", "jones")]
    [InlineData("LS21 3AB", "ls213ab*")]
    [InlineData("bakery ls21 3", "bakery ls213*")]
    [InlineData("ls21 ", "ls21")]
    [InlineData("SC123456", "sc123456*")]
    [InlineData("Tŷ Bach Ŵyl", "ty bach wyl*")]
    [InlineData("two rivers", "2 rivers*")]
    [InlineData("a b c d e f g h j k", "b c d e f g h j")]
    [InlineData("  -- ", "")]
    [InlineData("", "")]
    public void Typed(string typed, string words) => Assert.Equal(words, string.Join(' ', SearchText.Of(typed).Words.Select(word => word.Text + (word.IsPrefix ? "*" : ""))));

    [Fact]
    public void Ten_thousand_characters_are_cut() =>
        Assert.InRange(SearchText.Of(string.Concat(Enumerable.Repeat("Café & ", 10_000))).Words.Count, 1, 8);

    [Fact]
    public void One_word_of_ten_thousand_letters_is_cut() => Assert.InRange(SearchText.Of(new string('x', 10_000)).Words.Single().Text.Length, 1, 60);

    [Theory]
    [InlineData("Otley", "t:otley")]
    [InlineData("Burley-in-Wharfedale", "t:burley in wharfedale")]
    [InlineData("LS", "p:ls")]
    [InlineData("ls21", "p:ls21")]
    [InlineData("LS21 3AB", "p:ls213ab")]
    [InlineData("EC1A 1BB", "p:ec1a1bb")]
    [InlineData("?", null)]
    [InlineData(null, null)]
    public void A_place_is_a_town_or_a_postcode(string? place, string? key) =>
        Assert.Equal(key, Places.PostcodeKey(place) ?? (Places.TownKey(place) is { } town ? "t:" + town : null));

    [Theory]
    [InlineData("greenacre", "greenacre", true)]
    [InlineData("greenacer", "greenacre", true)]
    [InlineData("grenacre", "greenacre", true)]
    [InlineData("greennacre", "greenacre", true)]
    [InlineData("greenakre", "greenacre", true)]
    [InlineData("grenakre", "greenacre", false)]
    [InlineData("cat", "cot", false)]
    public void One_slip(string typed, string word, bool isOne) => Assert.Equal(isOne, NearSpelling.IsOneSlip(typed, word));

    [Theory]
    [InlineData("fangor", "bangor")]
    [InlineData("mangor", "bangor")]
    [InlineData("gaerdydd", "caerdydd")]
    [InlineData("nghaerdydd", "caerdydd")]
    [InlineData("landudno", "llandudno")]
    [InlineData("wynedd", "gwynedd")]
    [InlineData("phwllheli", "pwllheli")]
    public void A_mutated_word_has_its_radical_among_its_forms(string mutated, string radical)
    {
        Assert.Contains(radical, WelshMutations.OtherForms(mutated));
        Assert.Contains(mutated, WelshMutations.OtherForms(radical));
    }
}
