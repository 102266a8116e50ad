using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Employers;

/// <summary>Places as people type them: a town, or a postcode as far as it is known.</summary>
public static partial class Places
{
    /// <summary>The look-up key of a postcode, its district or area: "p:ls21"; null for anything else.</summary>
    public static string? PostcodeKey(string? place)
    {
        var run = string.Concat(FoldedText.Words(place ?? ""));
        return Postcode().IsMatch(run) ? KeyMarks.Postcode + run : null;
    }

    /// <summary>The folded name of a town; null for a postcode and for what has no letter.</summary>
    public static string? TownKey(string? place) => PostcodeKey(place) is null && FoldedText.Key(place ?? "") is { Length: > 0 } folded ? folded : null;

    /// <summary>Whether a town may be meant by what was typed: each word the same but for one slip or a Welsh mutation.</summary>
    public static bool IsLike(string typed, string town)
    {
        var (words, others) = (FoldedText.Words(typed), FoldedText.Words(town));
        return words.Count == others.Count && words.Zip(others).All(pair =>
            pair.First == pair.Second || NearSpelling.IsOneSlip(pair.First, pair.Second) || WelshMutations.OtherForms(pair.First).Contains(pair.Second));
    }

    /// <summary>Whether two words that stand side by side are the halves of a postcode, the second as far as it is typed.</summary>
    public static bool AreHalves(string first, string second) => Outward().IsMatch(first) && Inward().IsMatch(second);

    [GeneratedRegex("^([a-z]{1,2}|[a-z]{1,2}[0-9][a-z0-9]?([0-9][a-z]{2})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    [GeneratedRegex("^[a-z]{1,2}[0-9][a-z0-9]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Outward();

    [GeneratedRegex("^[0-9][a-z]{0,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Inward();
}
