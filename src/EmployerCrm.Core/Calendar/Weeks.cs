namespace EmployerCrm.Core.Calendar;

/// <summary>The service's week: Monday to Sunday, as the weekly count of employer contacts is kept.</summary>
public static class Weeks
{
    /// <summary>The Monday of the week that <paramref name="date"/> lies in.</summary>
    public static DateOnly StartOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    /// <summary>The Sunday of the week that <paramref name="date"/> lies in.</summary>
    public static DateOnly EndOf(DateOnly date) => StartOf(date).AddDays(6);
}
