using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Verbs.Parsing;

/// <summary>When two pieces of free text count as the same: case, kind of quote, spacing and outer punctuation do not matter.</summary>
internal static partial class FreeText
{
    private static readonly HashSet<string> Joining = new(["about", "re", "regarding", "and", "but", "so", "that", "who", "for", "to"], StringComparer.Ordinal);

    /// <summary>Compares; with <paramref name="dropJoiningWord"/> one leading joining word on either side does not matter.</summary>
    public static bool Same(string? one, string? other, bool dropJoiningWord) =>
        Normal(one, dropJoiningWord) == Normal(other, dropJoiningWord);

    private static string Normal(string? text, bool dropJoiningWord)
    {
        var straight = (text ?? "").ToLowerInvariant().Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"');
        var trimmed = Trim(Spaces.Replace(straight, " "));
        if (!dropJoiningWord)
            return trimmed;
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Joining.Contains(trimmed[..space]) ? Trim(trimmed[space..]) : trimmed;
    }

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsOuter(text[start]))
            start++;
        while (end > start && IsOuter(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsOuter(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c);

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces { get; }
}
