using EmployerCrm.Core.Employers;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Employers;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Friday's Café", "fridays cafe")]
    [InlineData("FRIDAY’S CAFE", "fridays cafe")]
    [InlineData("March & Sons", "march and sons")]
    [InlineData("Pennine Pets – Halifax", "pennine pets halifax")]
    [InlineData("Pennine Pets - Halifax", "pennine pets halifax")]
    [InlineData("Siop\u00A0y\u200B Pentref", "siop y pentref")]
    [InlineData("Tŷ Gwyn", "ty gwyn")]
    [InlineData("Ty\u0302 Gwyn", "ty gwyn")]
    [InlineData("Zielińska Łódź Straße", "zielinska lodz strasse")]
    [InlineData("🎉 ... !", "")]
    [InlineData("\uD800broken", "broken")]
    public void Ways_to_write_a_name_fold_alike(string typed, string folded) => Assert.Equal(folded, FoldedText.Key(typed));

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        Prop.ForAll<string?>(text => FoldedText.Key(FoldedText.Key(text ?? "")) == FoldedText.Key(text ?? "")).QuickCheckThrowOnFailure();
}
