using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>
/// A first name and surname where a client reference belongs: "with client John Smith", "JS12 John Smith". Found by capital letters only; who works at
/// an employer is not taken for a client.
/// </summary>
internal static partial class NamedClient
{
    /// <summary>Whether the line looks like it, so that it is worth looking up who is known.</summary>
    public static bool MayBeIn(string text) => AfterTheWord().IsMatch(text) || AfterReference().IsMatch(text) || BeforeReference().IsMatch(text);

    /// <summary>The line without such names; null when it has none.</summary>
    /// <param name="references">The team's client references.</param>
    /// <param name="isContact">Whether a name, folded, is somebody at an employer.</param>
    public static string? Without(string text, IReadOnlyList<string> references, Func<string, bool> isContact)
    {
        var without = AfterTheWord().Replace(text, match => IsName(match) ? "" : match.Value);
        without = AfterReference().Replace(without, match => IsReference(match) && IsName(match) ? match.Groups["reference"].Value : match.Value);
        without = BeforeReference().Replace(without, match => IsReference(match) && IsName(match) ? match.Groups["reference"].Value : match.Value);
        return without == text ? null : Spaces().Replace(without, " ").Replace(" ,", ",", StringComparison.Ordinal).Trim(' ', ',');

        bool IsReference(Match match) => references.Contains(match.Groups["reference"].Value, StringComparer.OrdinalIgnoreCase);

        bool IsName(Match match) => !isContact(FoldedText.Key(match.Groups["name"].Value));
    }

    // "with client John Smith", "for our client, Mr J Smith"
    [GeneratedRegex(@"(?:\b(?i:with|for|about|re|and)\s+)?(?:\b(?i:my|our|a|the)\s+)?\b(?i:client)[,:]?\s+(?<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?\p{Lu}[\p{Ll}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*\p{Ll}+)+)(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex AfterTheWord();

    // "JS12 John Smith", "JS12 (John Smith)", "JS12 - John Smith"
    [GeneratedRegex(@"\b(?<reference>[A-Za-z]{2}[0-9]{2})\s*(?:[-–—]\s*|\(\s*)?(?<name>\p{Lu}\p{Ll}+\s+\p{Lu}[\p{L}'’-]*\p{Ll})(?!\w)(?:\s*\))?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex AfterReference();

    // "John Smith (JS12)"
    [GeneratedRegex(@"\b(?<name>\p{Lu}\p{Ll}+\s+\p{Lu}[\p{L}'’-]*\p{Ll})\s*\(\s*(?<reference>[A-Za-z]{2}[0-9]{2})\s*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex BeforeReference();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Spaces();
}
