using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>Something on a question's card that can be chosen.</summary>
/// <param name="Value">The id or reference that stands for it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">Its folded words, and those that tell it apart, such as its town.</param>
internal sealed record Offer(string Value, string Name, IReadOnlyList<string> Words);

/// <summary>A typed choice among what a card offers: its number, its name, or as much of the name as fits one.</summary>
internal static class TypedChoice
{
    private static readonly HashSet<string> Around =
        new("it its was is the at in on 1 please pls i meant mean actually sorry to of number no option thats that yes yeah oh branch".Split(' '), StringComparer.Ordinal);

    /// <summary>The offers that fit; none when the text is no choice among them.</summary>
    public static IReadOnlyList<Offer> Of(string text, IReadOnlyList<Offer> offers)
    {
        var typed = NumberWords.InDigits(FoldedText.Words(text));
        var telling = typed.Where(word => !Around.Contains(word)).ToList();
        if (offers.Count == 0)
            return [];
        if (telling.Count == 0)
            return typed is [.., "1"] ? [offers[0]] : [];
        var byName = offers.Where(offer => FoldedText.Key(offer.Name) == FoldedText.Key(text)).ToList();
        if (byName.Count == 1)
            return byName;
        var fits = offers.Where(offer => telling.All(word => offer.Words.Any(known => Fits(word, known)))).ToList();
        if (fits.Count > 0)
            return fits;
        return telling.Count == 1 && Place(telling[0]) is { } place && place <= offers.Count ? [offers[place - 1]] : [];
    }

    private static int? Place(string word) => (NumberWords.Cardinal(word) ?? NumberWords.Ordinal(word)) is > 0 and { } place ? place : null;

    /// <summary>The word, a slip of it, or its beginning.</summary>
    private static bool Fits(string typed, string known) =>
        typed == known || Slips.One(typed, known) || (typed.Length >= 3 && known.StartsWith(typed, StringComparison.Ordinal) && !Lexicon.IsKnown(typed));
}
