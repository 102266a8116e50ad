using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>The days of the simulated year, from 2 March 2026. Bank holidays as the government has published them, not by any rule.</summary>
internal static class YearCalendar
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly HashSet<DateOnly> England = Days("2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03");

    private static readonly HashSet<DateOnly> Scotland =
        Days("2026-04-03 2026-05-04 2026-05-25 2026-08-03 2026-11-30 2026-12-25 2026-12-28 2027-01-01 2027-01-04 2027-03-26 2027-05-03");

    public static bool IsWorkingDay(DateOnly day, Nation nation) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !(nation is Nation.Scotland ? Scotland : England).Contains(day);

    /// <summary>Days are London's for everybody.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    public static DateTime LondonTime(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London).DateTime;

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static HashSet<DateOnly> Days(string days) => [.. days.Split(' ').Select(DateOnly.Parse)];
}
