using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>An opening that a note tells of: "they want two porters from Jan" is two porters, from the first of January.</summary>
internal sealed partial record OpeningInNote(string Job, DateOnly? From)
{
    private const int LongestJob = 60;

    private static readonly HashSet<string> Workers = new(
        ["staff", "people", "workers", "worker", "person", "cover", "helper", "helpers", "hands", "starters", "apprentice", "apprentices", "temp", "temps", "trainee", "trainees", "assistants", "assistant"],
        StringComparer.Ordinal);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The first that is found; null when the note tells of none.</summary>
    public static OpeningInNote? In(string? note, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(note))
            return null;
        foreach (Match match in Wanting().Matches(note))
        {
            var job = Lead().Replace(match.Groups["job"].Value.Trim(), string.Empty);
            if (job.Length is > 2 and <= LongestJob && FoldedText.Words(job).Any(word => Workers.Contains(word) || JobTypeWords.IsOne(word)))
                return new OpeningInNote(job, Day(match.Groups["from"].Value, today));
        }

        return null;
    }

    /// <summary>The day that "Jan", "5 January", "Monday", "next week" or "now" stands for; null where it stands for none.</summary>
    private static DateOnly? Day(string text, DateOnly today)
    {
        var words = FoldedText.Words(text);
        if (words.Count == 0)
            return null;
        if (words[0] is "now" or "today" or "asap" or "once")
            return today;
        if (words is ["next", "week", ..])
            return today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        var month = words.Select(word => Array.FindIndex(Months, name => IsShortFor(name, word, 9))).FirstOrDefault(index => index >= 0, -1) + 1;
        if (month > 0)
        {
            var number = words.Select(word => NumberWords.Cardinal(word.TrimEnd('s', 't', 'n', 'd', 'r', 'h'))).FirstOrDefault(value => value is >= 1 and <= 28) ?? 1;
            var day = new DateOnly(today.Year, month, number);
            return day < today ? day.AddYears(1) : day;
        }

        var weekday = words.Select(word => Array.FindIndex(Days, name => IsShortFor(name, word, 9))).FirstOrDefault(index => index >= 0, -1);
        return weekday < 0 ? null : today.AddDays((weekday - (int)today.DayOfWeek + 6) % 7 + 1);
    }

    private static bool IsShortFor(string name, string word, int longest) => word.Length <= longest && word.StartsWith(name, StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:wants?|wanted|wanting|needs?|needed|needing|looking for|after|hiring|recruiting|recruits?|taking on|short of|advertising for|vacanc(?:y|ies) for|openings? for|jobs? for)\s+(?<job>[\p{L}\p{N}'/& -]{3,60}?)(?:\s+(?:from|starting|starts|start|in|by|on)\s+(?<from>(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:next\s+)?\p{L}{3,9})|\s+(?:for|to|before|after|because|who|that|and|but|so|until|soon|asap|from|at)\b|[.,;:!?\n]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Wanting();

    [GeneratedRegex(@"^(?:some|more|another|a few|extra|to (?:find|get|hire|recruit|take on))\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();
}
