namespace EmployerCrm.Bot.Reading;

/// <summary>Which way an open date ("Tuesday", "3/11") is taken.</summary>
internal enum Direction
{
    Backward,
    Forward,
    Nearest,
}

/// <summary>UK habits of naming days, as rules over calendar days. Null means that no such day exists.</summary>
internal static class DateRules
{
    private const int YearsToLeapDay = 8;

    /// <summary>The most recent one, today included, or the first strictly after today.</summary>
    public static DateOnly Weekday(DateOnly today, DayOfWeek day, Direction direction) => direction == Direction.Forward
        ? today.AddDays(DaysUntil(today, day))
        : today.AddDays(-((7 + (int)today.DayOfWeek - (int)day) % 7));

    public static DateOnly LastWeekday(DateOnly today, DayOfWeek day) => Weekday(today.AddDays(-1), day, Direction.Backward);

    public static DateOnly? Calendar(DateOnly today, int day, int month, int? year, Direction direction)
    {
        if (year is { } stated)
            return Make(stated, month, day);
        var before = Candidates(today.Year, -1, month, day).FirstOrDefault(date => date <= today);
        var after = Candidates(today.Year, 1, month, day).FirstOrDefault(date => date >= today);
        return Choose(today, before, after, direction);
    }

    /// <summary>"The 3rd": a day of this month or of one beside it that has such a day.</summary>
    public static DateOnly? DayOfMonth(DateOnly today, int day, Direction direction)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var before = Enumerable.Range(0, 3).Select(months => OnDay(first, -months, day)).FirstOrDefault(date => date <= today);
        var after = Enumerable.Range(0, 3).Select(months => OnDay(first, months, day)).FirstOrDefault(date => date >= today);
        return Choose(today, before, after, direction);
    }

    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    public static DateOnly EndOfMonth(DateOnly today) => new(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month));

    /// <summary>The Monday of that kind nearest in the direction: Easter, May, August, or one put in place of a holiday at a weekend.</summary>
    public static DateOnly BankHolidayMonday(DateOnly today, Direction direction)
    {
        var all = Enumerable.Range(today.Year - 1, 3).SelectMany(BankHolidayMondays).Order().ToList();
        return Choose(today, all.LastOrDefault(date => date <= today), all.FirstOrDefault(date => date >= today), direction)!.Value;
    }

    private static IEnumerable<DateOnly> BankHolidayMondays(int year)
    {
        yield return EasterSunday(year).AddDays(1);
        yield return Weekday(new DateOnly(year, 5, 7), DayOfWeek.Monday, Direction.Backward);
        yield return Weekday(new DateOnly(year, 5, 31), DayOfWeek.Monday, Direction.Backward);
        yield return Weekday(new DateOnly(year, 8, 31), DayOfWeek.Monday, Direction.Backward);
        foreach (var holiday in new[] { new DateOnly(year, 1, 1), new DateOnly(year, 12, 25), new DateOnly(year, 12, 26) })
        {
            var kept = holiday.DayOfWeek switch { DayOfWeek.Saturday => holiday.AddDays(2), DayOfWeek.Sunday => holiday.AddDays(1), _ => holiday };
            if (kept.DayOfWeek == DayOfWeek.Monday)
                yield return kept;
        }
    }

    /// <summary>The Gregorian computus.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = epact - (epact / 28 * (1 - (29 / (epact + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var offset = moon - weekday;
        return new DateOnly(year, 3, 28).AddDays(offset);
    }

    private static int DaysUntil(DateOnly today, DayOfWeek day)
    {
        var days = (7 + (int)day - (int)today.DayOfWeek) % 7;
        return days == 0 ? 7 : days;
    }

    private static IEnumerable<DateOnly?> Candidates(int year, int step, int month, int day) =>
        Enumerable.Range(0, YearsToLeapDay + 1).Select(years => Make(year + (years * step), month, day));

    private static DateOnly? OnDay(DateOnly firstOfMonth, int months, int day)
    {
        var month = firstOfMonth.AddMonths(months);
        return Make(month.Year, month.Month, day);
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Choose(DateOnly today, DateOnly? before, DateOnly? after, Direction direction) => direction switch
    {
        Direction.Backward => before,
        Direction.Forward => after,
        _ when before is null || after is null => before ?? after,
        _ => today.DayNumber - before.Value.DayNumber <= after.Value.DayNumber - today.DayNumber ? before : after,
    };
}
