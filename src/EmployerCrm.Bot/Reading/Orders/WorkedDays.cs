using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>"my days are Mon Tue Thu", "I work Monday to Wednesday", "I don't work Fridays".</summary>
internal static partial class WorkedDays
{
    private static readonly string[] Names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static SettingsOrder? Of(string line)
    {
        if (NotWorked().Match(line) is { Success: true } off && Days(off.Groups["days"].Value) is { } free)
            return new DaysOrder(WorkingDaysExtensions.WholeWeek & ~WorkingDaysExtensions.Of(free));
        return Worked().Match(line) is { Success: true } on && Days(on.Groups["days"].Value) is { } days ? new DaysOrder(WorkingDaysExtensions.Of(days)) : null;
    }

    /// <summary>Null when the text says anything but days of the week.</summary>
    private static HashSet<DayOfWeek>? Days(string text)
    {
        var words = FoldedText.Words(text.Replace("-", " to ", StringComparison.Ordinal));
        if (words is ["full", "time"] or ["every", "day"] or ["whole", "week"] or ["the", "whole", "week"] or ["all", "week"] or ["weekdays"])
            words = ["monday", "to", "friday"];
        var days = new HashSet<DayOfWeek>();
        DayOfWeek? last = null;
        var isRange = false;
        foreach (var word in words)
        {
            if (word is "and" or "plus" or "a" or "on" or "only" or "just" or "or" or "also")
                continue;
            if (word is "to" or "till" or "until" or "through" or "thru")
            {
                isRange = last is not null;
                continue;
            }

            if (Day(word) is not { } day)
                return null;
            for (var one = isRange ? last!.Value : day; one != day; one = (DayOfWeek)(((int)one + 1) % 7))
                days.Add(one);
            days.Add(day);
            (last, isRange) = (day, false);
        }

        return days.Count == 0 ? null : days;
    }

    private static DayOfWeek? Day(string word)
    {
        var bare = word.Length > 5 ? word.TrimEnd('s') : word;
        var index = bare switch
        {
            "tues" => 2,
            "weds" => 3,
            "thur" or "thurs" => 4,
            _ => bare.Length < 3 ? -1 : Array.FindIndex(Names, name => name.StartsWith(bare, StringComparison.Ordinal)),
        };
        return index < 0 ? null : (DayOfWeek)index;
    }

    [GeneratedRegex(@"^(?:my\s+(?:working\s+|work\s+)?(?:days|pattern)\s*(?:are|is|:)?|(?:working|work)\s+(?:days|pattern)\s*(?:are|is|:)?|i(?:\s+only)?\s+work|i'?m\s+(?:only\s+)?(?:in|working)\s+on|i\s+am\s+(?:only\s+)?(?:in|working)\s+on|set\s+my\s+(?:working\s+)?days\s+to)\s+(?<days>[\p{L},&/+ -]+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Worked();

    [GeneratedRegex(@"^i\s+(?:don'?t|do\s+not|never|no\s+longer)\s+work\s+(?:on\s+)?(?<days>[\p{L},&/+ -]+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NotWorked();
}
