using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Finds date expressions. Each rule answers the expression that starts at a word, or null.</summary>
internal sealed class DateGrammar(Cursor words)
{
    private readonly CalendarDates _dated = new(words);

    public List<DateSpan> Find()
    {
        var found = new List<DateSpan>();
        for (var i = 0; i < words.Count;)
        {
            var span = words[i].Length == 0 ? null : At(i);
            if (span is not null)
                found.Add(span);
            i = span?.End ?? i + 1;
        }
        return found;
    }

    /// <summary>The longest expression that starts here.</summary>
    public DateSpan? At(int i)
    {
        var span = WeekCommencing(i) ?? Stretch(i) ?? Relative(i) ?? WeekFrom(i) ?? Counted(i) ?? Weekday(i) ?? _dated.At(i);
        return span is null ? null : span with { End = PartOfDay(span.End) };
    }

    private DateSpan? WeekCommencing(int i)
    {
        var after = words[i] is "w/c" or "wc" or "w/b" ? i + 1 : IsWeek(i) && words[i + 1] is "commencing" or "beginning" or "starting" or "beg" or "of" ? i + 2 : 0;
        if (after == 0)
            return null;
        while (words[after] is "the" or "on")
            after++;
        return At(after) is not { Sense: not DateSense.Vague } date ? null
            : new DateSpan(i, date.End, DateSense.Future, (today, direction) => date.On(today, direction == Direction.Backward ? Direction.Nearest : direction) is { } day ? DateRules.MondayOf(day) : null);
    }

    /// <summary>Expressions that name a stretch of time: next week, end of the month, last week.</summary>
    private DateSpan? Stretch(int i)
    {
        var start = words[i] == "the" ? i + 1 : i;
        var end = words[start] is "end" or "back" or "start" or "beginning" or "middle" or "mid" or "early" or "late" or "later" or "sometime" or "some";
        if (end)
        {
            var j = start + 1;
            while (words[j] is "end" or "of" or "in" or "the" or "time")
                j++;
            if (words[start] == "end" && words[j] is "month" or "mth" && words[j - 1] is "of" or "the" or "end")
                return new DateSpan(i, j + 1, DateSense.Future, (today, _) => DateRules.EndOfMonth(today));
            if (words[start] == "end" && words[j] == "this" && words[j + 1] is "month" or "mth")
                return new DateSpan(i, j + 2, DateSense.Future, (today, _) => DateRules.EndOfMonth(today));
            return Period(j) is { } period and > 0 ? DateSpan.Vague(i, period) : null;
        }
        if (words[i] is "eom" || words.Says(i, "month", "end"))
            return new DateSpan(i, i + (words[i] == "eom" ? 1 : 2), DateSense.Future, (today, _) => DateRules.EndOfMonth(today));
        if (words.Says(start, "week", "after", "next"))
            return new DateSpan(i, start + 3, DateSense.Future, (today, _) => DateRules.MondayOf(today).AddDays(14));
        if (words[i] == "next" && IsWeek(i + 1))
            return new DateSpan(i, i + 2, DateSense.Future, (today, _) => DateRules.MondayOf(today).AddDays(7));
        if (words[start] == "other" && words[start + 1] is "day" or "week" or "night" or "afternoon" or "morning")
            return DateSpan.Vague(i, start + 2);
        if (words[i] is "recently" or "lately")
            return DateSpan.Vague(i, i + 1);
        return Period(i) is { } stretch and > 0 ? DateSpan.Vague(i, stretch) : null;
    }

    /// <summary>Where "last week", "this month", "the weekend" end; 0 if none starts here.</summary>
    private int Period(int i)
    {
        var isPeriod = IsWeek(i + 1) || words[i + 1] is "month" or "mth" or "year" or "weekend" or "wkend" or "quarter" or "term";
        if (words[i] is "last" or "next" or "this" or "the" or "previous" && isPeriod && (words[i] != "the" || words[i + 1] is "weekend" or "wkend"))
            return i + 2;
        return 0;
    }

    private DateSpan? Relative(int i)
    {
        var start = words[i] == "the" ? i + 1 : i;
        if (words.Says(start, "day", "before") && CalendarWords.FromToday(words[start + 2]) == -1)
            return DateSpan.Days(i, start + 3, -2);
        if (words.Says(start, "day", "after") && CalendarWords.FromToday(words[start + 2]) == 1)
            return DateSpan.Days(i, start + 3, 2);
        if (IsTheDay(i))
            return DateSpan.Days(i, i + 2, words[i + 1] == "morn" ? 1 : 0);
        if (words[i] == "last" && words[i + 1] is "night" or "nite")
            return DateSpan.Days(i, i + 2, -1);
        if (words[i] is "this" or "earlier" or "later" && (IsPartOfDay(words[i + 1]) || words[i + 1] is "am" or "pm" || CalendarWords.FromToday(words[i + 1]) == 0))
            return DateSpan.Days(i, i + 2, 0);
        if (CalendarWords.FromToday(words[i]) is not { } days)
            return null;
        var (end, weeks) = WeeksAfter(i + 1);
        return DateSpan.Days(i, end, days + (7 * weeks));
    }

    /// <summary>Scots "the day" and "the morn" at the end of a clause or before a time: today and tomorrow.</summary>
    private bool IsTheDay(int i) => words[i] == "the" && words[i + 1] is "day" or "morn" && words[i - 1] is not ("of" or "in" or "for" or "during" or "through" or "all" or "end" or "rest" or "start" or "off" or "out" or "part" or "on" or "by" or "save" or "with" or "from" or "into" or "both" or "spend" or "make" or "made" or "before" or "after" or "until" or "till" or "saved" or "seize")
        && (words[i + 2].Length == 0 && words.IsEdge(i + 2) || words[i + 2] is "at" or "and" || char.IsAsciiDigit(words[i + 2].FirstOrDefault()));

    /// <summary>"a week on Monday", "a fortnight today", "week tomorrow".</summary>
    private DateSpan? WeekFrom(int i)
    {
        var (unit, weeks) = Weeks(i);
        if (weeks == 0)
            return null;
        var day = words[unit] is "on" or "from" or "this" ? unit + 1 : unit;
        if (CalendarWords.FromToday(words[day]) is { } days)
            return DateSpan.Days(i, day + 1, days + (7 * weeks));
        return CalendarWords.Day(words[day]) is not { } weekday ? null
            : new DateSpan(i, day + 1, DateSense.Future, (today, _) => DateRules.Weekday(today, weekday, Direction.Forward).AddDays(7 * weeks));
    }

    /// <summary>"in 3 days", "2 weeks ago", "in a month's time", "for 10 days".</summary>
    private DateSpan? Counted(int i)
    {
        var ahead = words[i] is "in" or "for" or "within";
        var number = ahead ? i + 1 : i;
        if (Amount(number) is not { } amount)
            return null;
        var unit = amount.End;
        if (UnitDays(words[unit]) is not { } days)
            return null;
        var end = unit + 1;
        if (words[end] is "ago" or "back" or "since")
            return InUnits(i, end + 1, -amount.Number, days);
        if (words[end] == "time")
            return InUnits(i, end + 1, amount.Number, days);
        if (words[end] is "from" && (words[end + 1] is "now" || CalendarWords.FromToday(words[end + 1]) == 0))
            return InUnits(i, end + 2, amount.Number, days);
        return ahead ? InUnits(i, end, amount.Number, days) : null;
    }

    private static DateSpan InUnits(int first, int end, int number, int days) => days > 0
        ? DateSpan.Days(first, end, number * days)
        : new DateSpan(first, end, number < 0 ? DateSense.Past : DateSense.Future, (today, _) => today.AddMonths(number));

    private (int Number, int End)? Amount(int i)
    {
        if (words[i] is "a" or "an" && words[i + 1] is "couple" or "cpl")
            return (2, words[i + 2] == "of" ? i + 3 : i + 2);
        if (words[i] is "couple")
            return (2, words[i + 1] == "of" ? i + 2 : i + 1);
        if (words[i] is "a" or "an" or "another")
            return (1, i + 1);
        if (words[i] is "fortnight")
            return (1, i);
        return NumberWords.Cardinal(words[i]) is { } number and <= 400 ? (number, i + 1) : null;
    }

    /// <summary>Days in a unit; 0 stands for a month.</summary>
    private static int? UnitDays(string word) => word switch
    {
        "day" or "days" => 1,
        "week" or "weeks" or "wk" or "wks" => 7,
        "fortnight" or "fortnights" or "fortnites" => 14,
        "month" or "months" or "mth" or "mths" => 0,
        _ => null,
    };

    private DateSpan? Weekday(int i)
    {
        if ((words[i] == "bank" && words[i + 1] is "holiday" or "hol" && CalendarWords.Day(words[i + 2]) == DayOfWeek.Monday) || (words[i] is "bh" && CalendarWords.Day(words[i + 1]) == DayOfWeek.Monday))
            return new DateSpan(i, i + (words[i] == "bh" ? 2 : 3), DateSense.Weekday, (today, direction) => DateRules.BankHolidayMonday(today, direction == Direction.Nearest ? Direction.Backward : direction));
        var start = i;
        var lead = "";
        while (start - i < 3 && words[start] is "last" or "next" or "this" or "coming" or "the" or "past" or "previous")
        {
            lead = words[start] is "this" or "the" && lead.Length > 0 ? lead : words[start];
            start++;
        }
        if (CalendarWords.Day(words[start]) is not { } day || (words[start] == "sat" && words[start + 1] is "with" or "down" or "in" or "through"))
            return null;
        if (_dated.At(words[start + 1] is "the" or "on" ? start + 2 : start + 1, besideWeekday: true) is { } date)
            return date with { First = i };
        var end = start + 1;
        var gone = GoneAfter(end);
        if (gone > end)
            return new DateSpan(i, gone, DateSense.Past, (today, _) => DateRules.LastWeekday(today, day));
        if (words.Says(end, "before", "last"))
            return new DateSpan(i, end + 2, DateSense.Past, (today, _) => DateRules.LastWeekday(today, day).AddDays(-7));
        var (after, weeks) = WeeksAfter(end);
        if (words.Says(end, "after", "next"))
            (after, weeks) = (end + 2, 1);
        if (weeks > 0)
            return new DateSpan(i, after, DateSense.Future, (today, _) => DateRules.Weekday(today, day, Direction.Forward).AddDays(7 * weeks));
        return lead switch
        {
            "last" or "past" or "previous" => new DateSpan(i, end, DateSense.Past, (today, _) => DateRules.LastWeekday(today, day)),
            "next" or "coming" => new DateSpan(i, end, DateSense.Future, (today, _) => DateRules.Weekday(today, day, Direction.Forward)) { IsNextWeekday = lead == "next" },
            _ => new DateSpan(i, words[end] == "coming" ? end + 1 : end, words[end] == "coming" ? DateSense.Future : DateSense.Weekday, (today, direction) => DateRules.Weekday(today, day, words[end] == "coming" ? Direction.Forward : direction)),
        };
    }

    private int GoneAfter(int end)
    {
        var at = words[end] == "just" ? end + 1 : end;
        return words[at] is "gone" or "past" or "passed" && words[at + 1] is not ("half" or "to") && NumberWords.Cardinal(words[at + 1]) is null ? at + 1 : end;
    }

    /// <summary>"week" or "fortnight" after a day: Monday week, tomorrow fortnight.</summary>
    private (int End, int Weeks) WeeksAfter(int i) => words[i] switch
    {
        "week" or "wk" when words[i + 1] is not ("commencing" or "beginning") => (i + 1, 1),
        "fortnight" => (i + 1, 2),
        _ => (i, 0),
    };

    private (int End, int Weeks) Weeks(int i)
    {
        var at = words[i] is "a" or "one" or "1" ? i + 1 : i;
        if (words[at] is "week" or "wk")
            return (at + 1, 1);
        if (words[at] == "fortnight")
            return (at + 1, 2);
        return NumberWords.Cardinal(words[i]) is { } number and >= 2 and <= 52 && words[i + 1] is "weeks" or "wks" ? (i + 2, number) : (i, 0);
    }

    private bool IsWeek(int i) => words[i] is "week" or "wk";

    private int PartOfDay(int end)
    {
        if (IsPartOfDay(words[end]) || words[end] is "pm" or "am")
            return end + 1;
        if (words[end] == "in" && words[end + 1] == "the" && words[end + 2] is "afternoon" or "evening" or "morning")
            return end + 3;
        if (words[end] == "at" && words[end + 1] is "lunchtime" or "lunch" or "teatime" or "night")
            return end + 2;
        return words.Says(end, "first", "thing") ? end + 2 : end;
    }

    public static bool IsPartOfDay(string word) => word is "morning" or "mornin" or "morn" or "afternoon" or "aft" or "arvo" or "evening" or "eve" or "lunchtime" or "lunch" or "teatime" or "night" or "dinnertime";
}
