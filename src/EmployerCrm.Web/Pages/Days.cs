using System.Globalization;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Web.Pages;

/// <summary>Days and times as people read them, in the language of the request. All days are days in London.</summary>
internal static class Days
{
    /// <summary>"Tue 24 Nov", with the year when it is another one.</summary>
    public static string Short(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"24 Nov 2026".</summary>
    public static string Full(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Tue 24 Nov, 15:00", or the day alone.</summary>
    public static string At(DateOnly day, TimeOnly? time, DateOnly today) => time is { } at ? $"{Short(day, today)}, {Time(at)}" : Short(day, today);

    /// <summary>"Sat 21 Nov, 10:32" of an instant.</summary>
    public static string Moment(DateTimeOffset at) => LondonClock.ToLocal(at).ToString("ddd d MMM, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"today", "3 days ago", "in 2 weeks": how far a day is from today.</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => PageTexts.Get("DayToday"),
        1 => PageTexts.Get("DayTomorrow"),
        -1 => PageTexts.Get("DayYesterday"),
        > 60 and var days => PageTexts.Get("MonthsAhead", days / 30),
        > 13 and var days => PageTexts.Get("WeeksAhead", days / 7),
        > 1 and var days => PageTexts.Get("DaysAhead", days),
        < -730 and var days => PageTexts.Get("YearsAgo", -days / 365),
        < -60 and var days => PageTexts.Get("MonthsAgo", -days / 30),
        < -13 and var days => PageTexts.Get("WeeksAgo", -days / 7),
        var days => PageTexts.Get("DaysAgo", -days),
    };

    /// <summary>As fields of forms take it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
