using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Visits;

public sealed class VisitRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(VisitState.Held, 1, RefusalReason.FutureDate)]
    [InlineData(VisitState.Held, 0, null)]
    [InlineData(VisitState.Held, -730, null)]
    [InlineData(VisitState.Held, -731, RefusalReason.TooLongAgo)]
    [InlineData(VisitState.Planned, -1, RefusalReason.DateInThePast)]
    [InlineData(VisitState.Planned, 0, null)]
    [InlineData(VisitState.Planned, 731, RefusalReason.TooFarAhead)]
    public void A_visit_that_happened_lies_behind_and_a_planned_one_ahead(VisitState state, int days, RefusalReason? expected) =>
        Assert.Equal(expected, VisitRules.CheckDay(state, Today.AddDays(days), Today)?.Reason);

    [Fact]
    public void A_visit_needs_an_employer() =>
        Assert.Equal(RefusalReason.NameMissing, VisitRules.Check(new LogVisit { Channel = Channel.Phone, On = Today, NewEmployerName = "  " }, Today)?.Reason);

    [Fact]
    public void Text_as_wide_as_the_store_takes_is_taken_and_one_more_is_not()
    {
        var visit = new LogVisit { Channel = Channel.Phone, On = Today, NewEmployerName = new string('a', Limits.Name), Notes = new string('n', Limits.Notes) };
        Assert.Null(VisitRules.Check(visit, Today));
        Assert.Equal(RefusalReason.TextTooLong, VisitRules.Check(visit with { Notes = visit.Notes + "n" }, Today)?.Reason);
        Assert.Equal(RefusalReason.TextTooLong, VisitRules.Check(visit with { Next = new PromisedStep(new string('t', Limits.Title + 1), null) }, Today)?.Reason);
    }
}
