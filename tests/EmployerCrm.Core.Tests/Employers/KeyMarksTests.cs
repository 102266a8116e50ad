using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Tests.Employers;

public sealed class KeyMarksTests
{
    private static readonly EmployerKeySource Cafe = new(
        "Friday's Café", ["Fri & Co"], "Burley in Wharfedale", "LS29 7AB", "SC123456", ["Living Wage", new string('x', 80)], ["Siân O'Brien"]);

    [Fact]
    public void Keys_of_the_name_alone_have_no_mark() =>
        Assert.Equal(EmployerKeys.ForName("Friday's Café").Order(StringComparer.Ordinal), Cafe.Keys().Where(key => !key.Contains(':', StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(KeyMarks.Town, "burly")]
    [InlineData(KeyMarks.Town, "wharfdale")]
    [InlineData(KeyMarks.Contact, "sian obrien")]
    [InlineData(KeyMarks.Contact, "o'brein")]
    [InlineData(KeyMarks.TradingName, "fri")]
    public void What_is_typed_of_a_kind_finds_it_with_slips(string mark, string typed) =>
        Assert.Contains(KeyMarks.ForQuery(mark, FoldedText.Words(typed)), Cafe.Keys().Contains);

    [Theory]
    [InlineData("p:ls")]
    [InlineData("p:ls29")]
    [InlineData("p:ls297ab")]
    [InlineData("n:sc123456")]
    [InlineData("g:living wage")]
    [InlineData("t:burley in wharfedale")]
    public void Whole_keys_are_stored_too(string key) => Assert.Contains(key, Cafe.Keys());

    [Fact]
    public void No_key_is_longer_than_its_column() => Assert.All(Cafe.Keys(), key => Assert.InRange(key.Length, 1, 60));
}
