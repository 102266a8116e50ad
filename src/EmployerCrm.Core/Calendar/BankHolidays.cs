using System.Collections.Concurrent;
using System.Collections.Frozen;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Calendar;

/// <summary>The bank holidays of a nation, substitute days included, by the rule, and the one-off days (coronations, jubilees) that a service sets.</summary>
public sealed class BankHolidays(IReadOnlyCollection<DateOnly> oneOff)
{
    // Asked for every day of a schedule, and the same few years again and again.
    private static readonly ConcurrentDictionary<(int Year, Nation Nation), FrozenSet<DateOnly>> Years = new();

    private readonly FrozenSet<DateOnly> _oneOff = [.. oneOff];

    /// <summary>What the rule says, without one-off days.</summary>
    public static BankHolidays ByRule { get; } = new([]);

    public bool Contains(DateOnly day, Nation nation) => _oneOff.Contains(day) || Years.GetOrAdd((day.Year, nation), static key => Of(key.Year, key.Nation).ToFrozenSet()).Contains(day);

    public bool IsWorkingDay(DateOnly day, Nation nation) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Contains(day, nation);

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkingDay(DateOnly day, Nation nation)
    {
        do
            day = day.AddDays(1);
        while (!IsWorkingDay(day, nation));
        return day;
    }

    /// <summary>The bank holidays of a year by the rule, in no particular order.</summary>
    public static IEnumerable<DateOnly> Of(int year, Nation nation)
    {
        var easter = EasterSunday(year);
        yield return easter.AddDays(-2);
        yield return FirstMonday(new DateOnly(year, 5, 1));
        yield return LastMonday(new DateOnly(year, 5, 31));
        yield return NextWeekday(new DateOnly(year, 12, 25));
        yield return DayAfter(new DateOnly(year, 12, 25));
        yield return NextWeekday(new DateOnly(year, 1, 1));
        if (nation == Nation.Scotland)
        {
            yield return DayAfter(new DateOnly(year, 1, 1));
            yield return FirstMonday(new DateOnly(year, 8, 1));
            yield return NextWeekday(new DateOnly(year, 11, 30));
            yield break;
        }

        yield return easter.AddDays(1);
        yield return LastMonday(new DateOnly(year, 8, 31));
        if (nation != Nation.NorthernIreland)
            yield break;
        yield return NextWeekday(new DateOnly(year, 3, 17));
        yield return NextWeekday(new DateOnly(year, 7, 12));
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

    /// <summary>The second of two holidays in a row: its substitute day comes after that of the first.</summary>
    private static DateOnly DayAfter(DateOnly first) => first.DayOfWeek switch
    {
        DayOfWeek.Friday or DayOfWeek.Saturday => first.AddDays(3),
        DayOfWeek.Sunday => first.AddDays(2),
        _ => first.AddDays(1),
    };

    private static DateOnly FirstMonday(DateOnly from) => from.AddDays((8 - (int)from.DayOfWeek) % 7);

    private static DateOnly LastMonday(DateOnly last) => last.AddDays(-(((int)last.DayOfWeek + 6) % 7));
}
