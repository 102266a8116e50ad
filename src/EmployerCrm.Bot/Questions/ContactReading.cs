using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>Who at the employer a typed name means.</summary>
/// <param name="Known">The one person who fits.</param>
/// <param name="Doubt">The people it may mean, where it is not clear; none and nobody known is somebody new.</param>
internal sealed record ContactReading(string Typed, Contact? Known, IReadOnlyList<Contact> Doubt)
{
    /// <summary>Whether the people in doubt have exactly the typed name, and are not only near it.</summary>
    public bool SeveralFit { get; private init; }

    public static ContactReading Of(string typed, IReadOnlyList<Contact> people)
    {
        var words = FoldedText.Words(typed).Where(word => !IsTitle(word)).ToList();
        if (words.Count == 0)
            return new ContactReading(typed, null, []);
        var fits = people.Where(person => Fits(words, FoldedText.Words(person.Name), static (a, b) => a == b)).ToList();
        if (fits.Find(person => FoldedText.Words(person.Name).SequenceEqual(words)) is { } exact)
            return new ContactReading(typed, exact, []);
        if (fits.Count > 0)
            return fits.Count == 1 ? new ContactReading(typed, fits[0], []) : new ContactReading(typed, null, fits) { SeveralFit = true };
        var near = people.Where(person => Fits(words, FoldedText.Words(person.Name), Slips.One)).ToList();
        return new ContactReading(typed, null, near);
    }

    /// <summary>
    /// A name shared by several people at the employer, which the reader therefore takes for nobody. Only where the line speaks of people being met:
    /// the next step may name anybody.
    /// </summary>
    public static string? SharedName(string text, LineReading reading, IReadOnlyList<Contact> people)
    {
        var nextStep = reading.Next is { } next ? FoldedText.Words(next.Title).ToHashSet(StringComparer.Ordinal) : [];
        var employer = FoldedText.Words(reading.Employer ?? "").ToHashSet(StringComparer.Ordinal);
        var names = people.SelectMany(person => FoldedText.Words(person.Name).Distinct()).CountBy(name => name).Where(pair => pair.Value > 1).Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        return names.Count == 0
            ? null
            : Tokenizer.Split(text).Find(token => token.IsWord && names.Contains(token.Stem) && !nextStep.Contains(token.Stem) && !employer.Contains(token.Stem) && !Lexicon.IsKnown(token.Stem))?.Raw;
    }

    /// <summary>One typed name is the first or the last of the person's; several are all of them.</summary>
    private static bool Fits(List<string> typed, IReadOnlyList<string> name, Func<string, string, bool> alike) => typed.Count == 1
        ? name.Count > 0 && (alike(typed[0], name[0]) || alike(typed[0], name[^1]))
        : typed.Count == name.Count && typed.Zip(name).All(pair => pair.First == pair.Second || alike(pair.First, pair.Second));

    private static bool IsTitle(string word) => word is "mr" or "mrs" or "ms" or "miss" or "dr";
}
