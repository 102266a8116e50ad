using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.Visits;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Visits;

/// <summary>Fidelity item 17: which contacts count towards the week, and which have to be confirmed first.</summary>
public sealed class CountStandingTests
{
    private static readonly FidelityOptions Anybody = new();
    private static readonly FidelityOptions Deciders = new() { DecisionMakerOnly = true };

    private static readonly Visit Confirmed = new()
    {
        Id = Guid.Empty, EmployerId = Guid.Empty, SpecialistId = Guid.Empty, TeamId = Guid.Empty, State = VisitState.Held, Channel = Channel.InPerson,
        On = new DateOnly(2026, 11, 18), LoggedAt = DateTimeOffset.UnixEpoch, Version = 1,
        Facts = VisitFacts.Unknown with { Assumed = VisitFields.None },
    };

    [Theory]
    [InlineData(Channel.InPerson, true)]
    [InlineData(Channel.Video, false)]
    [InlineData(Channel.Phone, false)]
    [InlineData(Channel.Email, false)]
    [InlineData(Channel.Text, false)]
    public void Only_a_contact_in_person_counts(Channel channel, bool counts) =>
        Assert.Equal(new CountStanding(counts, false), CountStanding.Of(Confirmed with { Channel = channel }, Anybody));

    [Theory]
    [InlineData(VisitState.Held, true)]
    [InlineData(VisitState.Planned, false)]
    [InlineData(VisitState.Cancelled, false)]
    public void Only_what_has_happened_counts(VisitState state, bool counts) =>
        Assert.Equal(new CountStanding(counts, false), CountStanding.Of(Confirmed with { State = state }, Anybody));

    [Theory]
    [InlineData(Purpose.Introduce, true)]
    [InlineData(Purpose.LearnNeeds, true)]
    [InlineData(Purpose.PresentCandidate, true)]
    [InlineData(Purpose.FollowUp, true)]
    [InlineData(Purpose.InWorkSupport, false)]
    [InlineData(Purpose.Adjustments, false)]
    public void Only_a_contact_for_people_looking_for_work_counts(Purpose purpose, bool counts) =>
        Assert.Equal(new CountStanding(counts, false), CountStanding.Of(Confirmed with { Facts = Confirmed.Facts with { Purpose = purpose } }, Anybody));

    [Theory]
    [InlineData(Reached.DecisionMaker, true, true)]
    [InlineData(Reached.OtherStaff, true, false)]
    [InlineData(Reached.Nobody, false, false)]
    public void Somebody_was_reached_or_where_the_service_says_so_a_decision_maker(Reached reached, bool counts, bool countsForDeciders)
    {
        var visit = Confirmed with { Facts = Confirmed.Facts with { Reached = reached } };
        Assert.Equal(new CountStanding(counts, false), CountStanding.Of(visit, Anybody));
        Assert.Equal(new CountStanding(countsForDeciders, false), CountStanding.Of(visit, Deciders));
    }

    [Fact]
    public void A_contact_at_which_nobody_is_named_counts_and_is_to_confirm()
    {
        var visit = Confirmed with { Facts = VisitFacts.Unknown };
        Assert.Equal(new CountStanding(true, true), CountStanding.Of(visit, Anybody));
        Assert.Equal(new CountStanding(true, false), CountStanding.Of(visit with { ContactId = Guid.Empty }, Anybody));
        Assert.Equal(new CountStanding(false, true), CountStanding.Of(visit with { ContactId = Guid.Empty }, Deciders));
    }

    [Fact]
    public void In_work_support_that_is_only_assumed_does_not_count_and_is_to_confirm()
    {
        var visit = Confirmed with { Facts = Confirmed.Facts with { Purpose = Purpose.InWorkSupport, Assumed = VisitFields.Purpose } };
        Assert.Equal(new CountStanding(false, true), CountStanding.Of(visit, Anybody));
        Assert.Equal(new CountStanding(false, false), CountStanding.Of(visit with { Facts = visit.Facts with { Reached = Reached.Nobody } }, Anybody));
    }

    [Fact]
    public void To_confirm_is_exactly_what_an_assumed_field_can_change() => Prop.ForAll(
        Arbitraries.Visit().ToArbitrary(),
        visit =>
        {
            foreach (var options in new[] { Anybody, Deciders })
            {
                var standing = CountStanding.Of(visit, options);
                var possible = Possible(visit).Select(facts => CountStanding.Of(visit with { Facts = facts with { Assumed = VisitFields.None } }, options).Counts).ToHashSet();
                Assert.Contains(standing.Counts, possible);
                Assert.Equal(possible.Count > 1, standing.ToConfirm);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_taken_back_leaves_the_week_as_it_was() => Prop.ForAll(
        Arbitraries.Visit().ToArbitrary(),
        Arbitraries.Visit().ToArbitrary(),
        (one, other) =>
        {
            var week = WeekTally.Of(one) + WeekTally.Of(other);
            return week - WeekTally.Of(other) == WeekTally.Of(one)
                && week is { InPerson: <= 2, All: <= 2 } && week.Counted <= week.InPerson && week.DecisionMakers <= week.Counted && week.ClientSpecific <= week.Counted;
        }).QuickCheckThrowOnFailure();

    /// <summary>Everything the contact may turn out to have been: somebody named was reached, and only a client with a job there brings in-work support.</summary>
    private static IEnumerable<VisitFacts> Possible(Visit visit) =>
        from reached in visit.Facts.IsAssumed(VisitFields.Reached)
            ? Enum.GetValues<Reached>().Where(reached => reached != Reached.Nobody || visit.ContactId is null)
            : [visit.Facts.Reached]
        from purpose in visit.Facts is { Purpose: Purpose.InWorkSupport } facts && facts.IsAssumed(VisitFields.Purpose)
            ? Enum.GetValues<Purpose>()
            : [visit.Facts.Purpose]
        select visit.Facts with { Reached = reached, Purpose = purpose };
}
