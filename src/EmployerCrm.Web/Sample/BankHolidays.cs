namespace EmployerCrm.Web.Sample;

/// <summary>Bank holidays of England and Wales, substitute days included, as the rule has them; one-off days are not known here.</summary>
internal static class BankHolidays
{
    public static IEnumerable<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        var christmas = new DateOnly(year, 12, 25);
        yield return NextWeekday(new DateOnly(year, 1, 1));
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return FirstMonday(new DateOnly(year, 5, 1));
        yield return LastMonday(new DateOnly(year, 5, 31));
        yield return LastMonday(new DateOnly(year, 8, 31));
        yield return NextWeekday(christmas);
        yield return christmas.DayOfWeek switch
        {
            DayOfWeek.Friday or DayOfWeek.Saturday => christmas.AddDays(3),
            DayOfWeek.Sunday => christmas.AddDays(2),
            _ => christmas.AddDays(1),
        };
    }

    /// <summary>The Gregorian rule in the form of Meeus, Jones and Butcher.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var leapShift = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - leapShift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static DateOnly NextWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly FirstMonday(DateOnly from) => from.AddDays((8 - (int)from.DayOfWeek) % 7);

    private static DateOnly LastMonday(DateOnly last) => last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
}
