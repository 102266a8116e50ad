using System.Globalization;
using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading;

/// <summary>The hours a week in what was read as a job title: "kitchen porter 16h", "cleaner, 7.5 hours a week".</summary>
internal static partial class WeeklyHours
{
    /// <summary>The title without the hours, null when nothing is left, and the hours in minutes, null when none were said.</summary>
    public static (string? Title, int? Minutes) Of(string? title)
    {
        if (title is null || Hours().Match(title) is not { Success: true } match)
            return (title, null);
        var hours = decimal.Parse(match.Groups["count"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        var left = string.Join(' ', (title[..match.Index] + " " + title[(match.Index + match.Length)..]).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
        return (left.Length == 0 ? null : left, (int)Math.Min(hours * 60, int.MaxValue));
    }

    /// <summary>The hours that a line about a job says, in minutes; null when it says none.</summary>
    public static int? Said(string line) => new[] { Hours().Match(line), ToHours().Match(line) }.FirstOrDefault(match => match.Success) is { } match
        ? (int)Math.Min(decimal.Parse(match.Groups["count"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) * 60, int.MaxValue)
        : null;

    /// <summary>Whether the word begins the hours: "20h", "20".</summary>
    public static bool IsCount(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);

    // "hours changed to 20", "hours are now 20"
    [GeneratedRegex(@"\b(?:hours|hrs)\b[a-z' ]{0,40}?\s(?<count>[0-9]{1,4}(?:[.,][0-9]{1,2})?)\b(?![-/.]?\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|/|th|st|nd|rd))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ToHours();

    [GeneratedRegex(@"\b(?<count>[0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*(?:h|hr|hrs|hour|hours)\b(?:\s*(?:a|per|/|each)\s*(?:week|wk|w)\b|\s*weekly\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hours();
}
