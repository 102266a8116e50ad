using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Engagement;

/// <summary>The five steps of the tracker, with the settings that come with the service.</summary>
public sealed class LevelTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly EngagementOptions Options = new();

    [Theory]
    [InlineData(1, "")]
    [InlineData(1, "OtherContact 9")]
    [InlineData(2, "Visit 1")]
    [InlineData(2, "Placement 1")]
    [InlineData(2, "Visit 9 DecisionMaker 9 Needs 2")]
    [InlineData(3, "Visit 3 Opening 1")]
    [InlineData(3, "Visit 3 Placement 1")]
    [InlineData(4, "Visit 4 DecisionMaker 2 Needs 1 Placement 1")]
    [InlineData(4, "Visit 4 DecisionMaker 2 Needs 1 Opening 2")]
    [InlineData(4, "Visit 6 DecisionMaker 3 Needs 1 Placement 2")]
    [InlineData(5, "Visit 6 DecisionMaker 3 Needs 1 Placement 2 SustainedPlacement 1")]
    public void Evidence_of_this_month_reaches(int level, string evidence) => Assert.Equal(level, LevelSum.Of([Of(evidence, Today)], Today, Options).Level);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 4)]
    [InlineData(11, 4)]
    [InlineData(12, 1)]
    public void When_nothing_happens_a_level_falls(int months, int level)
    {
        var five = Of("Visit 6 DecisionMaker 3 Needs 1 Placement 2 SustainedPlacement 1", Today);
        Assert.Equal(level, LevelSum.Of([five], Today.AddMonths(months), Options).Level);
    }

    [Fact]
    public void What_held_it_down_was_silence_and_one_contact_ends_it()
    {
        var evidence = new[] { Of("Visit 3 Opening 1", Today.AddMonths(-7)) };
        var sum = LevelSum.Of(evidence, Today, Options);
        Assert.Equal((2, 3), (sum.Level, sum.Reached));
        Assert.Equal(new StepUp(3, []), StepUp.Of(sum, Options)[0] with { Missing = [] });
        Assert.Equal(3, LevelSum.Of([.. evidence, Of("OtherContact 1", Today)], Today, Options).Level);
    }

    [Fact]
    public void The_shortest_way_up_is_told_first()
    {
        var steps = StepUp.Of(LevelSum.Of([Of("Visit 2 Opening 1", Today)], Today, Options), Options);
        Assert.Equal([3, 3], steps.Select(step => step.Level));
        Assert.Equal([new MissingEvidence(EvidenceKind.Visit, 1)], steps[0].Missing);
        Assert.Equal([new MissingEvidence(EvidenceKind.Visit, 1), new MissingEvidence(EvidenceKind.Placement, 1)], steps[1].Missing);
    }

    [Theory]
    [InlineData(Channel.InPerson, Reached.DecisionMaker, Purpose.LearnNeeds, "Visit 1 DecisionMaker 1 Needs 1")]
    [InlineData(Channel.InPerson, Reached.OtherStaff, Purpose.FollowUp, "Visit 1")]
    [InlineData(Channel.Phone, Reached.DecisionMaker, Purpose.FollowUp, "OtherContact 1 DecisionMaker 1")]
    [InlineData(Channel.Video, Reached.OtherStaff, Purpose.Introduce, "OtherContact 1")]
    public void A_contact_shows(Channel channel, Reached reached, Purpose purpose, string evidence) =>
        Assert.Equal([Of(evidence, new DateOnly(2026, 11, 1))], Evidence.Of(Today, channel, reached, purpose));

    [Fact]
    public void A_contact_at_which_nobody_was_reached_shows_nothing() => Assert.Empty(Evidence.Of(Today, Channel.InPerson, Reached.Nobody, Purpose.Introduce));

    [Theory]
    [InlineData(null, "2026-01-05 Placement 1, 2026-04-05 SustainedPlacement 1")]
    [InlineData("2026-04-06", "2026-01-05 Placement 1, 2026-04-05 SustainedPlacement 1")]
    [InlineData("2026-04-05", "2026-01-05 Placement 1")]
    [InlineData("2026-01-05", "")]
    public void A_job_shows_its_start_and_that_it_lasted(string? endsOn, string expected)
    {
        var job = new JobSpan(new DateOnly(2026, 1, 5), endsOn is null ? null : DateOnly.ParseExact(endsOn, "yyyy-MM-dd", null));
        var evidence = expected.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(item => Of(item[11..], DateOnly.ParseExact(item[..10], "yyyy-MM-dd", null)));
        Assert.Equal(evidence, Evidence.Of(job, Options));
    }

    [Fact]
    public void What_is_counted_in_place_of_the_other_is_the_difference()
    {
        var (before, after) = (new[] { Of("Visit 1", Today) }, new[] { Of("Visit 1 DecisionMaker 1", Today), Of("Opening 1", Today.AddDays(1)) });
        Assert.Equal([Of("DecisionMaker 1", Today), Of("Opening 1", Today.AddDays(1))], Evidence.Difference(before, after));
        Assert.Empty(Evidence.Difference(after, after));
    }

    private static Evidence Of(string words, DateOnly on)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var counts = parts.Chunk(2).Aggregate(
            EvidenceCounts.None, (sum, part) => sum + EvidenceCounts.Of(Enum.Parse<EvidenceKind>(part[0]), int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture)));
        return new Evidence(on, counts);
    }
}
