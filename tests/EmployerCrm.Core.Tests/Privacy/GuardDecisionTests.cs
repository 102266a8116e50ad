using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class GuardDecisionTests
{
    [Fact]
    public void A_clean_text_needs_no_answer() => Assert.Null(Checked("needs two cleaners").RefusalFor(null));

    [Fact]
    public void A_text_with_a_hit_waits_for_its_author() =>
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, Checked("he has bipolar").RefusalFor(null)?.Reason);

    [Fact]
    public void Keep_lets_through_what_it_was_said_of_and_nothing_more()
    {
        var kept = Checked("he has bipolar").Decided(GuardChoice.Kept);

        Assert.Null(Checked("he has bipolar").RefusalFor(kept));
        Assert.Null(Checked("needs two cleaners").RefusalFor(kept));
        Assert.NotNull(Checked("he has bipolar, and she has epilepsy").RefusalFor(kept));
        Assert.NotNull(Checked("he is on bail").RefusalFor(kept));
    }

    [Theory]
    [InlineData(GuardChoice.Removed)]
    [InlineData(GuardChoice.Edited)]
    public void What_was_removed_or_edited_must_be_clean(GuardChoice choice) =>
        Assert.NotNull(Checked("he has bipolar").RefusalFor(Checked("he has bipolar").Decided(choice)));

    [Fact]
    public void The_audit_tells_kinds_and_counts_and_no_word()
    {
        var value = Checked("he has bipolar, JS12 (Darren) is on bail").Decided(GuardChoice.Kept).ToAudit(Guid.Empty);

        Assert.Equal($"Kept Health:1 Crime:1 Name:1 (words {Guards.Default.WordsVersion})", value.NewValue);
        Assert.Null(value.OldValue);
    }

    [Fact]
    public void Counts_are_read_back_as_they_were_written()
    {
        var counts = Checked("he has bipolar, JS12 (Darren) is on bail").Found;

        Assert.Equal(counts, GuardCounts.Parse(counts.ToString()));
        Assert.Equal(GuardCounts.None, GuardCounts.Parse(""));
        Assert.Null(GuardCounts.Parse("Health:many"));
        Assert.Null(GuardCounts.Parse("Wealth:1"));
    }

    private static CheckedTexts Checked(string text) =>
        new([new CheckedText(text, Guards.Default.Check(text, GuardSurroundings.None))], GuardSurroundings.None, Guards.Default.WordsVersion);
}
