using System.Globalization;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Bot;

/// <summary>Days as a person says them: weekday, date and distance, "Tue 24 Nov, in 3 days". All days are days in London.</summary>
internal static class DayText
{
    public static string WithDistance(DateOnly day, DateOnly today) => $"{Short(day, today)}, {Distance(day, today)}";

    /// <summary>"Tue 24 Nov", with the year when it is another one.</summary>
    public static string Short(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", Texts.Culture);

    /// <summary>"Tue 24 Nov to Sat 5 Dec", or the one day.</summary>
    public static string Range(DateOnly from, DateOnly to, DateOnly today) => from == to ? Short(from, today) : Texts.Get("AskedBetween", Short(from, today), Short(to, today));

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Sat 21 Nov, 10:32" of an instant.</summary>
    public static string Moment(DateTimeOffset at) => LondonClock.ToLocal(at).ToString("ddd d MMM, HH:mm", Texts.Culture);

    private static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => Texts.Get("Today"),
        1 => Texts.Get("Tomorrow"),
        -1 => Texts.Get("Yesterday"),
        > 1 and var days => Texts.Get("InDays", days),
        var days => Texts.Get("DaysAgo", -days),
    };
}
