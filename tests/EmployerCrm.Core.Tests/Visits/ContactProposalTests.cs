using EmployerCrm.Core.Visits;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Visits;

public sealed class ContactProposalTests
{
    private static readonly ContactBackground Stranger = new(0, ClientNamed: false, ClientWorksThere: false, ContactNamed: false, ContactRole: null);

    [Theory]
    [InlineData(0, false, false, Purpose.Introduce)]
    [InlineData(0, true, false, Purpose.Introduce)]
    [InlineData(1, false, false, Purpose.LearnNeeds)]
    [InlineData(1, true, false, Purpose.PresentCandidate)]
    [InlineData(2, false, false, Purpose.FollowUp)]
    [InlineData(9, true, false, Purpose.PresentCandidate)]
    [InlineData(0, true, true, Purpose.InWorkSupport)]
    [InlineData(9, true, true, Purpose.InWorkSupport)]
    public void The_purpose_follows_the_good_visit_sequence(int before, bool clientNamed, bool clientWorksThere, Purpose expected)
    {
        var facts = ContactProposal.Of(StatedFacts.Nothing, Stranger with { ReachedBefore = before, ClientNamed = clientNamed, ClientWorksThere = clientWorksThere });
        Assert.Equal(expected, facts.Purpose);
        Assert.True(facts.IsAssumed(VisitFields.Purpose));
    }

    [Theory]
    [InlineData("Manager", true)]
    [InlineData("deputy manager", true)]
    [InlineData("Head chef", true)]
    [InlineData("owner", true)]
    [InlineData("Rheolwr", true)]
    [InlineData("HR", true)]
    [InlineData("receptionist", false)]
    [InlineData("headset sales", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_role_tells_a_decision_maker(string? role, bool decides)
    {
        var facts = ContactProposal.Of(StatedFacts.Nothing, Stranger with { ContactNamed = true, ContactRole = role });
        Assert.Equal(decides ? Reached.DecisionMaker : Reached.OtherStaff, facts.Reached);
        Assert.True(facts.IsAssumed(VisitFields.Reached));
    }

    [Fact]
    public void A_client_who_is_named_makes_it_specific_without_saying_that_they_were_there()
    {
        var facts = ContactProposal.Of(StatedFacts.Nothing, Stranger with { ClientNamed = true });
        Assert.True(facts.ClientSpecific);
        Assert.False(facts.IsAssumed(VisitFields.ClientSpecific));
        Assert.False(facts.ClientPresent);
        Assert.True(facts.IsAssumed(VisitFields.ClientPresent));
    }

    [Fact]
    public void Nobody_about_stays_nobody_where_a_manager_was_asked_for() =>
        Assert.Equal(Reached.Nobody, ContactProposal.Of(new StatedFacts { Reached = Reached.Nobody }, Stranger with { ContactNamed = true, ContactRole = "manager" }).Reached);

    [Fact]
    public void An_answer_about_preferences_is_about_one_client_and_falls_with_a_general_contact()
    {
        var specific = ContactProposal.Of(new StatedFacts { MatchesPreferences = false }, Stranger);
        Assert.Equal((true, false), (specific.ClientSpecific, specific.MatchesPreferences));
        Assert.Null(ContactProposal.Of(new StatedFacts { MatchesPreferences = true, ClientSpecific = false }, Stranger).MatchesPreferences);
    }

    [Fact]
    public void What_was_said_is_never_overruled_and_all_else_is_marked_as_assumed() => Prop.ForAll(
        Arbitraries.Stated().ToArbitrary(),
        Arbitraries.Background().ToArbitrary(),
        (stated, known) =>
        {
            var facts = ContactProposal.Of(stated, known);
            Assert.Equal(stated.Purpose ?? facts.Purpose, facts.Purpose);
            Assert.Equal(stated.Reached ?? facts.Reached, facts.Reached);
            Assert.Equal(stated.ClientPresent ?? facts.ClientPresent, facts.ClientPresent);
            Assert.Equal(stated.ClientSpecific ?? facts.ClientSpecific, facts.ClientSpecific);
            Assert.Equal(stated.Purpose is null, facts.IsAssumed(VisitFields.Purpose));
            Assert.Equal(stated.Reached is null, facts.IsAssumed(VisitFields.Reached));
            Assert.Equal(stated.ClientPresent is null, facts.IsAssumed(VisitFields.ClientPresent));
            Assert.True(stated.ClientSpecific is null || !facts.IsAssumed(VisitFields.ClientSpecific));
            Assert.True(facts.ClientSpecific || facts.MatchesPreferences is null);
            if (stated.Reached is null)
                Assert.NotEqual(Reached.Nobody, facts.Reached);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Proposing_again_with_the_same_background_changes_nothing() => Prop.ForAll(
        Arbitraries.Stated().ToArbitrary(),
        Arbitraries.Background().ToArbitrary(),
        (stated, known) =>
        {
            var facts = ContactProposal.Of(stated, known);
            return ContactProposal.Of(StatedFacts.Nothing.Or(StatedFacts.Of(facts)), known) == facts;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tap_settles_its_own_field_and_leaves_the_others() => Prop.ForAll(
        Arbitraries.Stated().ToArbitrary(),
        Arbitraries.Background().ToArbitrary(),
        Arbitraries.Stated().ToArbitrary(),
        (before, known, tap) =>
        {
            var facts = ContactProposal.Of(before, known);
            var after = facts.With(tap);
            Assert.Equal(tap.Purpose ?? facts.Purpose, after.Purpose);
            Assert.Equal(tap.Reached ?? facts.Reached, after.Reached);
            Assert.Equal(tap.ClientPresent ?? facts.ClientPresent, after.ClientPresent);
            Assert.Equal(facts.Assumed & ~tap.Fields, after.Assumed);
            Assert.True(after.ClientSpecific || after.MatchesPreferences is null);
            Assert.Equal(facts, facts.With(StatedFacts.Nothing));
            Assert.Equal(facts with { Assumed = VisitFields.None }, facts.With(StatedFacts.Nothing, VisitFields.All));
        }).QuickCheckThrowOnFailure();
}
