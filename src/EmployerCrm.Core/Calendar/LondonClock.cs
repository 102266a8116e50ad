namespace EmployerCrm.Core.Calendar;

/// <summary>
/// The clock on the wall of the people who use the service: Europe/London, summer time included. Instants are stored in UTC and pass through here
/// before anybody sees them; a date of the service ("today", a due date, a visit's day) is always a date of this clock.
/// </summary>
public sealed class LondonClock(TimeProvider clock)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The present instant, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The present wall-clock time in London, kind Unspecified.</summary>
    public DateTime LocalNow => ToLocal(Now);

    /// <summary>Today's date in London.</summary>
    public DateOnly Today => DateOnly.FromDateTime(LocalNow);

    /// <summary>The London wall-clock time of an instant, kind Unspecified.</summary>
    public static DateTime ToLocal(DateTimeOffset instant) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, London).DateTime, DateTimeKind.Unspecified);

    /// <summary>
    /// The instant of a London wall-clock time. A time that the clocks skip in March counts as one hour later; one that comes twice in October is
    /// the first of the two (summer time).
    /// </summary>
    public static DateTimeOffset ToInstant(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = London.IsInvalidTime(wall) ? London.BaseUtcOffset
            : London.IsAmbiguousTime(wall) ? London.GetAmbiguousTimeOffsets(wall).Max()
            : London.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
