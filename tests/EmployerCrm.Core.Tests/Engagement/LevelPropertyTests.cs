using EmployerCrm.Core.Engagement;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Engagement;

/// <summary>What holds of levels whatever happened.</summary>
public sealed class LevelPropertyTests
{
    private static readonly EngagementOptions Options = new();

    [Fact]
    public void More_evidence_of_any_kind_never_lowers_a_level() => Holds(
        from history in EvidenceArbitraries.History() from more in EvidenceArbitraries.Item() from day in EvidenceArbitraries.Day() select (history, more, day),
        drawn => Level([.. drawn.history, drawn.more], drawn.day) >= Level(drawn.history, drawn.day));

    [Fact]
    public void Time_without_evidence_never_raises_a_level() => Holds(
        from history in EvidenceArbitraries.History() from day in EvidenceArbitraries.Day() from later in Gen.Choose(0, 2_000) select (history, day, later),
        drawn =>
        {
            var until = drawn.day.AddDays(drawn.later);
            var past = drawn.history.Where(item => item.On <= drawn.day || item.On > until).ToList();
            return Level(past, until) <= Level(past, drawn.day);
        });

    [Fact]
    public void A_level_is_one_to_five_and_without_evidence_one() => Holds(
        from history in EvidenceArbitraries.History() from day in EvidenceArbitraries.Day() select (history, day),
        drawn => Level(drawn.history, drawn.day) is >= 1 and <= 5 && Level([], drawn.day) == 1);

    [Fact]
    public void The_order_of_the_evidence_and_how_it_is_summed_make_no_difference() => Holds(
        from history in EvidenceArbitraries.History() from day in EvidenceArbitraries.Day() from seed in Gen.Choose(0, 1_000) select (history, day, seed),
        drawn =>
        {
            var shuffled = (Evidence[])drawn.history.Clone();
            new Random(drawn.seed).Shuffle(shuffled);
            return Level(Evidence.ByDay(shuffled), drawn.day) == Level(drawn.history, drawn.day);
        });

    [Fact]
    public void Nothing_from_before_the_longest_window_makes_a_difference() => Holds(
        from history in EvidenceArbitraries.History() from day in EvidenceArbitraries.Day() select (history, day),
        drawn => Level([.. drawn.history.Where(item => item.On >= Options.Since(drawn.day))], drawn.day) == Level(drawn.history, drawn.day));

    [Fact]
    public void The_day_on_which_time_changes_a_level_is_the_first_such_day() => Holds(
        from history in EvidenceArbitraries.History() from day in EvidenceArbitraries.Day() select (history, day),
        drawn =>
        {
            var level = Level(drawn.history, drawn.day);
            var told = LevelSum.ChangesOn(drawn.history, drawn.day, Options);
            var last = told?.AddDays(-1) ?? drawn.day.AddDays(2_500);
            for (var day = drawn.day; day <= last; day = day.AddDays(1))
            {
                if (Level(drawn.history, day) != level)
                    return false;
            }

            return told is null || Level(drawn.history, told.Value) != level;
        });

    [Fact]
    public void Whoever_does_what_would_move_an_employer_up_moves_it_up() => Holds(
        EvidenceArbitraries.History(),
        history =>
        {
            var past = history.Where(item => item.On <= EvidenceArbitraries.Today).ToList();
            var sum = LevelSum.Of(past, EvidenceArbitraries.Today, Options);
            return StepUp.Of(sum, Options).All(step => Level([.. past, .. Done(step)], EvidenceArbitraries.Today) >= step.Level && step.Level > sum.Level);
        });

    [Fact]
    public void Every_employer_below_five_has_a_way_up() => Holds(
        EvidenceArbitraries.History(),
        history => LevelSum.Of(history, EvidenceArbitraries.Today, Options) is var sum && (sum.Level == 5 || StepUp.Of(sum, Options).Count > 0));

    private static int Level(IReadOnlyCollection<Evidence> evidence, DateOnly day) => LevelSum.Of(evidence, day, Options).Level;

    private static IEnumerable<Evidence> Done(StepUp step) =>
        (step.Missing.Count == 0 ? [new MissingEvidence(EvidenceKind.OtherContact, 1)] : step.Missing)
        .Select(missing => new Evidence(EvidenceArbitraries.Today, EvidenceCounts.Of(missing.Kind, missing.More)));

    private static void Holds<T>(Gen<T> drawn, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(drawn.ToArbitrary(), property));
}
