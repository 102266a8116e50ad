using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Core.Tests.Engagement;

/// <summary>What a lead has set holds to its last day and ends by itself.</summary>
public sealed class OverrideWindowTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly EngagementOptions Options = new();

    private static readonly EmployerStanding Set = new() { EmployerId = Guid.Empty, Level = 1, ComputedLevel = 1, SetLevel = 4, SetUntil = Today.AddDays(10) };

    [Theory]
    [InlineData(0, 4)]
    [InlineData(10, 4)]
    [InlineData(11, 2)]
    public void It_holds_up_to_and_including_its_last_day(int days, int level)
    {
        var standing = Set.On(Today.AddDays(days), [new Evidence(Today, EvidenceCounts.Of(EvidenceKind.Visit))], Options);
        Assert.Equal((level, 2), (standing.Level, standing.ComputedLevel));
    }

    [Fact]
    public void It_is_looked_at_again_on_the_day_after_its_last_or_when_the_evidence_changes_before()
    {
        Assert.Equal(Today.AddDays(11), Set.On(Today, [], Options).ReviewOn);
        var soon = new Evidence(Today.AddDays(3), EvidenceCounts.Of(EvidenceKind.Placement));
        Assert.Equal(Today.AddDays(3), Set.On(Today, [soon], Options).ReviewOn);
    }

    [Fact]
    public void Without_one_the_level_is_what_the_evidence_comes_to()
    {
        var standing = (Set with { SetLevel = null, SetUntil = null }).On(Today, [new Evidence(Today, EvidenceCounts.Of(EvidenceKind.Visit))], Options);
        Assert.Equal((2, false), (standing.Level, standing.IsSet(Today)));
    }
}
