using System.Text.RegularExpressions;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>Leave, who covers it, and its end: "off 24 Nov - 5 Dec, Megan covers", "on leave next week", "back today".</summary>
internal sealed partial class LeaveOrderReader(DateOnly today)
{
    private const int MostNameWords = 3;

    private static readonly HashSet<string> NoNames = new("off away leave on with and who nobody noone somebody someone anyone me i he she they it this that what".Split(' '), StringComparer.Ordinal);

    public static SettingsOrder? Of(string line, DateOnly today) => new LeaveOrderReader(today).Read(line);

    private SettingsOrder? Read(string line)
    {
        if (Back().Match(line) is { Success: true } back && (back.Groups["day"].Value.Trim().Length == 0 ? today : Day(back.Groups["day"].Value, today)) is { } on)
            return new BackOrder(on);
        if (NotLeave().IsMatch(line))
            return null;
        if (Cover().Match(line) is not { Success: true } covered)
            return Leave(line, null);
        var before = covered.Groups["before"].Value.TrimEnd();
        if (covered.Groups["name"].Success)
            return IsName(covered.Groups["name"].Value) ? Covered(before, covered.Groups["name"].Value.Trim()) : null;
        // How many of the words before "covers" are the name shows in whether the others are leave, with days if that can be.
        SettingsOrder? first = null;
        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = 1; count <= Math.Min(MostNameWords, words.Length); count++)
        {
            var name = string.Join(' ', words[^count..]);
            var order = IsName(name) ? Covered(string.Join(' ', words[..^count]), name) : null;
            if (order is not (null or LeaveOrder { From: null }))
                return order;
            first ??= order;
        }

        return first;
    }

    private SettingsOrder? Covered(string rest, string name)
    {
        var line = rest.TrimEnd(' ', ',', ';', '.');
        if (line.EndsWith(" and", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" with", StringComparison.OrdinalIgnoreCase))
            line = line[..line.LastIndexOf(' ')].TrimEnd(' ', ',');
        return line.Length == 0 ? new CoverOrder(name) : Leave(line, name);
    }

    private LeaveOrder? Leave(string line, string? cover)
    {
        if (Away().Match(line) is not { Success: true } away)
            return null;
        var days = away.Groups["days"].Value.Trim(' ', ',', ';');
        if (Range(days) is var (from, to))
            return new LeaveOrder(from, to, cover);
        // "off to DPD" is no leave; "annual leave in spring" is, with days that have to be asked for.
        return away.Groups["sure"].Success ? new LeaveOrder(null, null, cover) : null;
    }

    private static bool IsName(string text) => FoldedText.Words(text) is { Count: > 0 and <= MostNameWords } words && !words.Any(NoNames.Contains);

    /// <summary>The first and the last day; null when the text says anything else as well.</summary>
    private (DateOnly From, DateOnly To)? Range(string text)
    {
        var monday = Weeks.StartOf(today);
        switch (FoldedText.Key(text))
        {
            case "next week" or "all next week" or "the whole of next week" or "all of next week":
                return (monday.AddDays(7), monday.AddDays(11));
            case "this week" or "all this week" or "the rest of the week" or "rest of the week" or "the rest of this week" or "rest of this week":
                return (today, monday.AddDays(today > monday.AddDays(4) ? 6 : 4));
            case "the week after next" or "week after next":
                return (monday.AddDays(14), monday.AddDays(18));
            case "":
                return null;
        }

        return Long(text) ?? Between(text) ?? (Day(text, today) is { } only ? (only, only) : null);
    }

    /// <summary>"for two weeks from Monday", "Monday for 3 days".</summary>
    private (DateOnly From, DateOnly To)? Long(string text)
    {
        if (Stretch().Match(text) is not { Success: true } stretch)
            return null;
        var word = stretch.Groups["count"].Value;
        var count = word is "a" or "A" ? 1 : NumberWords.Cardinal(FoldedText.Key(word));
        var start = stretch.Groups["start"].Value + stretch.Groups["before"].Value;
        if (count is not (> 0 and < 100) || (start.Trim().Length > 0 ? Day(start, today) : today) is not { } from)
            return null;
        var isWeeks = stretch.Groups["unit"].Value.StartsWith('w') || stretch.Groups["unit"].Value.StartsWith('W');
        return (from, from.AddDays((isWeeks ? 7 * count.Value : count.Value) - 1));
    }

    private (DateOnly From, DateOnly To)? Between(string text)
    {
        if (From().Match(text) is { Success: true } until && until.Groups["first"].Value.Trim().Length == 0)
            return Day(until.Groups["last"].Value, today) is { } end ? (today, end) : null;
        foreach (Match dash in Separator().Matches(text))
        {
            var (first, last) = (text[..dash.Index].Trim(), text[(dash.Index + dash.Length)..].Trim());
            if (first.StartsWith("from ", StringComparison.OrdinalIgnoreCase))
                first = first[5..];
            // "24-28 Nov" and "24 Nov to 5": the month stands once.
            if (Number(first) is { } number && Day(last, today) is { } named && number <= named.Day)
                return (new DateOnly(named.Year, named.Month, number), named);
            if (Day(first, today) is not { } from)
                continue;
            if (Number(last) is { } ending && ending <= DateTime.DaysInMonth(from.Year, from.Month) && ending >= from.Day)
                return (from, new DateOnly(from.Year, from.Month, ending));
            if (Day(last, from) is { } to)
                return (from, to);
        }

        return null;
    }

    private static int? Number(string text) => Ordinal().Match(text) is { Success: true } match
        ? int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31 and { } number ? number : null
        : null;

    /// <summary>The day that the text is; counted on from one day, but "today" and "tomorrow" from the day itself.</summary>
    private DateOnly? Day(string text, DateOnly from)
    {
        var trimmed = text.Trim(' ', ',', ';');
        return trimmed.Length == 0 ? null : Questions.TypedDay.Read(trimmed, FoldedText.Key(trimmed) is "today" or "tomorrow" ? today : from, Direction.Forward);
    }

    [GeneratedRegex(@"^(?:i'?m\s+|i\s+am\s+|i'?ll\s+be\s+|i\s+will\s+be\s+)?back(?:\s+(?:at|to|in)\s+(?:work|the\s+office))?(?:\s+(?:on|from|in)\b)?\s*(?<day>[\w /.,-]*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Back();

    [GeneratedRegex(@"^(?:i'?m\s+|i\s+am\s+|i'?ll\s+be\s+|i\s+will\s+be\s+|i'?ve\s+got\s+|i\s+have\s+|book\s+|booked\s+|taking\s+|going\s+)*(?:(?<sure>(?:on\s+)?(?:annual|parental|maternity|paternity|study|carer'?s)\s+leave|on\s+leave|on\s+holiday|on\s+holidays|on\s+annual\s+leave|leave\s+from|holiday\s+from)|off\s+sick|(?:a\s+)?days?\s+off|not\s+working|off\s+work|off\s+ill|out\s+of\s+office|out\s+of\s+the\s+office|off|away|leave|holiday|holidays|a/?l|sick)\b[:,]?\s*(?:(?:on|from|for\s+the)\s+)?(?<days>.*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Away();

    /// <summary>"leave 3 till Friday" puts off what is owed.</summary>
    [GeneratedRegex(@"^leave\s+(?:it|this|that|them|(?:number\s+|no\s+)?\d+)\s*(?:(?:till|til|until|by|for)\s+.*|\D*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NotLeave();

    [GeneratedRegex(@"^(?:(?<before>.*?)\s+(?:covers|is\s+covering|will\s+cover|covering|is\s+my\s+cover|to\s+cover|can\s+cover)(?:\s+(?:for\s+)?me)?|(?<before>.*?)[\s,;.]*\b(?:cover(?:ed)?(?:\s+(?:by|is|from))?|my\s+cover\s+is)\s*:?\s+(?<name>\p{L}[\p{L}'-]*(?:\s\p{L}[\p{L}'-]*){0,2}))$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Cover();

    [GeneratedRegex(@"\s*-\s*|\s+(?:to|until|till|til|through|thru|and|&)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?<first>)(?:until|till|til|up\s+to)\s+(?<last>.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex From();

    [GeneratedRegex(@"^(?<before>.*?)\s*(?:for\s+)?(?:the\s+next\s+)?\b(?<count>a|\d{1,2}|one|two|three|four|five|six|ten)\s+(?<unit>days?|weeks?|wks?)(?:\s+from\s+(?<start>.+))?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Stretch();

    [GeneratedRegex(@"^(?:the\s+)?(?<number>\d{1,2})(?:st|nd|rd|th)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ordinal();
}
