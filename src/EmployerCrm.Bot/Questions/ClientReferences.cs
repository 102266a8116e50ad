using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>Client references as people mistype them: a slip of the finger, or a letter for a digit that looks like it.</summary>
internal static class ClientReferences
{
    private const int MostOffered = 5;
    private const int FurthestSlips = 2;

    /// <summary>The references nearest to something in the text that is meant as one, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string text, IReadOnlyList<string> references)
    {
        var typed = Candidates(text).ToList();
        return
        [
            .. references.Select(reference => (reference, Distance: typed.Select(word => Distance(word, reference)).DefaultIfEmpty(int.MaxValue).Min()))
                .Where(entry => entry.Distance <= FurthestSlips).OrderBy(entry => entry.Distance).ThenBy(entry => entry.reference, StringComparer.Ordinal)
                .Select(entry => entry.reference).Take(MostOffered),
        ];
    }

    /// <summary>The reference that the text is, however it is spaced and cased; null when it is none of them.</summary>
    public static string? Exactly(string text, IReadOnlyList<string> references)
    {
        var typed = string.Concat(FoldedText.Words(text));
        return references.FirstOrDefault(reference => string.Equals(reference, typed, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the text is nothing but something shaped like a reference.</summary>
    public static bool IsLikeOne(string text) => FoldedText.Words(text) is { Count: 1 or 2 } words && IsCandidate(string.Concat(words));

    /// <summary>Words, and up to three neighbours joined ("J S 12", "js twelve"), that hold letters and end in digits or look-alikes.</summary>
    private static IEnumerable<string> Candidates(string text)
    {
        var words = NumberWords.InDigits(FoldedText.Words(text));
        for (var i = 0; i < words.Count; i++)
        {
            var joined = "";
            for (var length = 1; length <= 3 && i + length <= words.Count; length++)
            {
                joined += words[i + length - 1];
                if (IsCandidate(joined))
                    yield return joined.ToUpperInvariant();
            }
        }
    }

    private static bool IsCandidate(string word) =>
        word.Length is >= 3 and <= 5 && word.All(char.IsAsciiLetterOrDigit) && word.Any(char.IsAsciiDigit) && (char.IsAsciiLetter(word[0]) || Plain(word[0]) != word[0]);

    /// <summary>Half a slip for characters that look alike, so that they come first; counted in halves.</summary>
    private static int Distance(string typed, string reference)
    {
        if (typed == reference)
            return 0;
        if (Plain(typed) == Plain(reference))
            return 1;
        return Slips.Within(typed, reference, 1) ? FurthestSlips : int.MaxValue;
    }

    private static string Plain(string word) => string.Concat(word.Select(Plain));

    private static char Plain(char c) => char.ToUpperInvariant(c) switch
    {
        '0' => 'O',
        '1' or 'L' => 'I',
        '5' => 'S',
        '8' => 'B',
        '2' => 'Z',
        var other => other,
    };
}
