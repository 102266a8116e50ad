using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Tests.Placements;

public sealed class PlacementRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(-730, null)]
    [InlineData(0, null)]
    [InlineData(730, null)]
    [InlineData(-731, RefusalReason.TooLongAgo)]
    [InlineData(731, RefusalReason.TooFarAhead)]
    public void A_start_lies_at_most_two_years_from_today(int days, RefusalReason? reason) =>
        Assert.Equal(reason, PlacementRules.Check(Start() with { StartsOn = Today.AddDays(days) }, Today)?.Reason);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_start_has_an_employer(string? name) =>
        Assert.Equal(RefusalReason.NameMissing, PlacementRules.Check(Start() with { EmployerId = null, NewEmployerName = name }, Today)?.Reason);

    [Fact]
    public void Names_and_job_titles_fit_their_columns()
    {
        Assert.Null(PlacementRules.Check(Start() with { JobTitle = new string('x', Limits.Name) }, Today));
        Assert.Equal(RefusalReason.TextTooLong, PlacementRules.Check(Start() with { JobTitle = new string('x', Limits.Name + 1) }, Today)?.Reason);
        Assert.Equal(RefusalReason.TextTooLong, PlacementRules.Check(Start() with { EmployerId = null, NewEmployerName = new string('x', Limits.Name + 1) }, Today)?.Reason);
    }

    [Theory]
    [InlineData(-730, null)]
    [InlineData(730, null)]
    [InlineData(-731, RefusalReason.TooLongAgo)]
    [InlineData(731, RefusalReason.TooFarAhead)]
    public void An_end_lies_at_most_two_years_from_today(int days, RefusalReason? reason) =>
        Assert.Equal(reason, PlacementRules.CheckEnd(Today.AddDays(days), Today)?.Reason);

    [Fact]
    public void A_job_ends_on_or_after_its_first_day_and_one_to_come_did_not_start()
    {
        var (going, coming) = (new JobSpan(Today.AddDays(-3), null), new JobSpan(Today.AddDays(3), null));

        Assert.Equal((Today, null), PlacementRules.Ended(going, End(Today), Today));
        Assert.Equal((going.StartsOn, null), PlacementRules.Ended(going, End(going.StartsOn), Today));
        Assert.Null(PlacementRules.Ended(going, End(Today.AddDays(-4)), Today));
        Assert.Equal((coming.StartsOn, JobEndReason.DidNotStart), PlacementRules.Ended(coming, End(Today), Today));
        Assert.Equal((coming.StartsOn, JobEndReason.JobsCut), PlacementRules.Ended(coming, End(Today) with { Reason = JobEndReason.JobsCut }, Today));
    }

    private static RecordJobEnd End(DateOnly on) => new() { ClientReference = "JS12", EndedOn = on };

    private static RecordJobStart Start() => new() { ClientReference = "JS12", EmployerId = Guid.Empty, StartsOn = Today };
}
