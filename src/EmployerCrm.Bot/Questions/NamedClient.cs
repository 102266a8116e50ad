using System.Text.RegularExpressions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>
/// A person's name where a client reference belongs: "with client John Smith", "JS12 John Smith", and in small letters "re client sarah jones", "JS12 sarah jones".
/// Who works at an employer is not taken for a client.
/// </summary>
internal static partial class NamedClient
{
    /// <summary>Whether the line looks like it, so that it is worth looking up who is known.</summary>
    public static bool MayBeIn(string text) => text.Contains("client", StringComparison.OrdinalIgnoreCase) && AfterTheWord().IsMatch(text)
        || HoldsReference(text) && (AfterReference().IsMatch(text) || BeforeReference().IsMatch(text) || SmallAfterReference().Matches(text).Any(IsFirstName));

    /// <summary>Two letters and two digits; most lines are done with here.</summary>
    private static bool HoldsReference(string text)
    {
        for (var i = 3; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiLetter(text[i - 2]) && char.IsAsciiLetter(text[i - 3]))
                return true;
        }
        return false;
    }

    /// <summary>The line without such names; null when it has none.</summary>
    /// <param name="references">The team's client references.</param>
    /// <param name="isContact">Whether a name, folded, is somebody at an employer.</param>
    /// <param name="named">A name behind the word "client" as the reader found it, in letters of any size.</param>
    public static string? Without(string text, IReadOnlyList<string> references, Func<string, bool> isContact, string? named = null)
    {
        var without = AfterTheWord().Replace(text, match => IsName(match) ? "" : match.Value);
        without = AfterReference().Replace(without, match => IsReference(match) && IsName(match) ? match.Groups["reference"].Value : match.Value);
        without = BeforeReference().Replace(without, match => IsReference(match) && IsName(match) ? match.Groups["reference"].Value : match.Value);
        without = SmallAfterReference().Replace(without, match => IsReference(match) && IsFirstName(match) && IsName(match) ? WithoutName(match) : match.Value);
        if (without == text && named is not null && !isContact(FoldedText.Key(named)))
            without = text.Replace(named, "", StringComparison.Ordinal);
        return without == text ? null : Spaces().Replace(without, " ").Replace(" ,", ",", StringComparison.Ordinal).Trim(' ', ',');

        bool IsReference(Match match) => references.Contains(match.Groups["reference"].Value, StringComparer.OrdinalIgnoreCase);

        bool IsName(Match match) => !isContact(FoldedText.Key(match.Groups["name"].Value));
    }

    /// <summary>A given name that is nothing else; "JS12 will start" is no name.</summary>
    private static bool IsFirstName(Match match)
    {
        var first = FoldedText.Key(match.Groups["first"].Value);
        return FirstNames.Contains(first) && !Lexicon.IsKnown(first) && !AlsoWords.Contains(first, StringComparer.Ordinal);
    }

    /// <summary>The reference, and what follows the given name where that is no surname.</summary>
    private static string WithoutName(Match match) => match.Groups["last"] is { Success: true, Value: var last } && (Lexicon.IsKnown(FoldedText.Key(last)) || !char.IsLetter(last[0]))
        ? $"{match.Groups["reference"].Value} {last}"
        : match.Groups["reference"].Value;

    private static readonly string[] AlsoWords =
        ["will", "may", "june", "april", "mark", "grace", "hope", "faith", "rose", "bill", "pat", "rob", "jack", "dawn", "joy", "art", "drew", "max", "guy", "miles", "frank", "ivy", "iris", "pearl", "poppy", "jean", "jade", "amber", "ruby", "carol", "gene", "ray", "sue", "nick", "jay", "dean", "lance", "logan", "jordan", "ash"];

    // "JS12 sarah jones", "js12 tom started": one given name, and the word after it
    // By the clock on the wall, not by the work: on a machine that is busy with other things half a second was over before anything was looked at.
    [GeneratedRegex(@"\b(?<reference>[A-Za-z]{2}[0-9]{2})\s+(?<name>(?<first>\p{Ll}{3,})(?:\s+(?<last>\p{Ll}+))?)(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SmallAfterReference();

    // "with client John Smith", "for our client, Mr J Smith"
    [GeneratedRegex(@"(?:\b(?i:with|for|about|re|and)\s+)?(?:\b(?i:my|our|a|the)\s+)?\b(?i:client)[,:]?\s+(?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?\p{Lu}[\p{Ll}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*\p{Ll}+)+)(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AfterTheWord();

    // "JS12 John Smith", "JS12 (John Smith)", "JS12 - John Smith"
    [GeneratedRegex(@"\b(?<reference>[A-Za-z]{2}[0-9]{2})\s*(?:[-–—]\s*|\(\s*)?(?<name>\p{Lu}\p{Ll}+\s+\p{Lu}[\p{L}'’-]*\p{Ll})(?!\w)(?:\s*\))?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AfterReference();

    // "John Smith (JS12)"
    [GeneratedRegex(@"\b(?<name>\p{Lu}\p{Ll}+\s+\p{Lu}[\p{L}'’-]*\p{Ll})\s*\(\s*(?<reference>[A-Za-z]{2}[0-9]{2})\s*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BeforeReference();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();
}
