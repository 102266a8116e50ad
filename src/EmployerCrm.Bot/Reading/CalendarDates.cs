using System.Globalization;

namespace EmployerCrm.Bot.Reading;

/// <summary>Dates with a number in them, day before month: 3/11, 3rd Nov, Nov 3, the 3rd, 14/10/26.</summary>
internal sealed class CalendarDates(Cursor words)
{
    public DateSpan? At(int i, bool besideWeekday = false) => Slashed(i) ?? DayAndMonth(i) ?? MonthAndDay(i) ?? DayAlone(i, besideWeekday);

    private DateSpan? Slashed(int i)
    {
        if (words[i] is not [>= '0' and <= '9', ..] || !words[i].AsSpan().ContainsAny('/', '-', '.'))
            return null;
        var parts = words[i].Split('/');
        if (parts.Length is 1)
            parts = words[i].Split('-', '.') is { Length: 3 } dotted ? dotted : parts;
        if (parts.Length is < 2 or > 3 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit)) || parts[0].Length > 2 || parts[1].Length > 2)
            return null;
        var day = Number(parts[0]);
        var month = Number(parts[1]);
        int? year = parts.Length == 3 ? Year(parts[2]) : null;
        if (day is 0 or > 31 || month == 0 || (parts.Length == 3 && year is null))
            return null;
        return new DateSpan(i, i + 1, DateSense.Calendar, (today, direction) => DateRules.Calendar(today, day, month, year, direction));
    }

    private DateSpan? DayAndMonth(int i)
    {
        var start = words[i] == "the" ? i + 1 : i;
        if (CalendarWords.DayOfMonth(words[start], words[start + 1], besideMonth: true) is not { } day)
            return null;
        var month = start + day.Words;
        if (words[month] == "of")
            month++;
        return CalendarWords.Month(words[month]) is { } number ? WithYear(i, month + 1, day.Day, number) : null;
    }

    private DateSpan? MonthAndDay(int i)
    {
        if (CalendarWords.Month(words[i]) is not { } month)
            return null;
        var start = words[i + 1] == "the" ? i + 2 : i + 1;
        var isDay = CalendarWords.DayOfMonth(words[start], words[start + 1], besideMonth: true);
        return isDay is { } day && UnitAfter(start + day.Words) is false ? WithYear(i, start + day.Words, day.Day, month) : null;
    }

    private DateSpan WithYear(int first, int end, int day, int month)
    {
        int? year = words[end].Length == 4 && words[end].All(char.IsAsciiDigit) && Number(words[end]) is >= 1000 and <= 2999 ? Number(words[end]) : null;
        return new DateSpan(first, year is null ? end : end + 1, DateSense.Calendar, (today, direction) => DateRules.Calendar(today, day, month, year, direction));
    }

    /// <summary>"the 3rd", "27th": a place in the month, unless it numbers something ("the 2nd interview").</summary>
    private DateSpan? DayAlone(int i, bool besideWeekday)
    {
        var start = words[i] == "the" ? i + 1 : i;
        if (CalendarWords.DayOfMonth(words[start], words[start + 1], besideMonth: false) is not { } day)
            return null;
        var end = start + day.Words;
        var spelt = !char.IsAsciiDigit(words[start][0]);
        if (spelt && !besideWeekday && (start == i || words[i - 1] is not ("on" or "by" or "for" or "till" or "until")))
            return null;
        var next = words[end];
        if (!besideWeekday && next.Length > 0 && !Lexicon.Prepositions.Contains(next) && !Lexicon.Conjunctions.Contains(next) && !Lexicon.Pronouns.Contains(next)
            && !DateGrammar.IsPartOfDay(next) && !char.IsAsciiDigit(next[0]) && next is not ("noon" or "midday" or "half" or "quarter" or "again" or "just" or "please" or "saw" or "met") && Verbs.Contact(next) is null && words[i - 1] is not ("on" or "by"))
            return null;
        return new DateSpan(i, end, DateSense.Calendar, (today, direction) => DateRules.DayOfMonth(today, day.Day, direction));
    }

    private bool UnitAfter(int i) => words[i] is "am" or "pm" or "oclock" or "hours" or "hrs" or "people" or "days" or "weeks";

    private static int? Year(string digits) => digits.Length switch
    {
        2 => 2000 + Number(digits),
        4 => Number(digits),
        _ => null,
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
