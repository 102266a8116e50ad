using System.Diagnostics;
using EmployerCrm.Core.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class GuardPropertyTests
{
    private static readonly string[] Pieces =
    [
        "JS12", "js12's", "Darren", "(Mo)", "bipolar", "off sick", "he", "her", "manager", "hospital", "job", "dob", "14/3/88", "943 476 5919", "QQ123456C", "people with",
        "convictions", "so", "but", ",", ".", "/", " - ", "(", ")", "\n", "comma", "full stop", "health and safety", "is called", "😀", "\uD800", "’s", "yn sâl", "meds", "j s twelve",
    ];

    private static Arbitrary<string> Notes => Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();

    [Fact]
    public void Any_text_gets_an_answer_whose_spans_lie_in_it_in_order() =>
        Prop.ForAll<string?>(text => LieInOrder(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_jumble_of_telling_words_gets_spans_in_order_and_comes_out_clean() =>
        Prop.ForAll(Notes, text => LieInOrder(text) && IsClean(Guards.Default.Remove(text, GuardSurroundings.None))).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void A_further_sentence_never_hides_what_was_said_before() =>
        Prop.ForAll(Notes, Notes, (text, more) =>
        {
            var found = Guards.Words(text);
            return !found.Except(Guards.Words($"{text}.\n{more}")).Any();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Ten_thousand_characters_take_a_hundredth_of_a_second()
    {
        var notes = string.Join(". ", LabelledNotes.Read("notes-tuning.jsonl").Select(note => note.Text));
        var text = (notes + notes)[..10_000];
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Guards.Default.Check(text, GuardSurroundings.None);
            return Stopwatch.GetElapsedTime(start);
        });

        // A debug build on a busy machine; measured apart it is a third of this.
        Assert.InRange(fastest.TotalMilliseconds, 0, 25);
    }

    private static bool LieInOrder(string text)
    {
        var end = 0;
        foreach (var hit in Guards.Default.Check(text, GuardSurroundings.None))
        {
            if (hit.Start < end || hit.Length <= 0 || hit.Start + hit.Length > text.Length || hit.SentenceStart > hit.Start || hit.SentenceStart + hit.SentenceLength < hit.Start + hit.Length)
                return false;
            end = hit.Start + hit.Length;
        }

        return true;
    }

    private static bool IsClean(string left) => Guards.Default.Check(left, GuardSurroundings.None).Count == 0;
}
