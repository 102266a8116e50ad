using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Calendar;

/// <summary>The hours in which a person is sent nothing unasked, on the clock of their own zone.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="Until">The first minute that is not; where it is earlier than <paramref name="From"/>, on the next day. The same: no quiet hours.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    private const int DaysLooked = 3;

    public static QuietHours Of(PersonSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new QuietHours(settings.QuietFrom, settings.QuietUntil, ZoneOf(settings.TimeZone));
    }

    /// <summary>The zone of that IANA name; London's for one that this machine does not know.</summary>
    public static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(PersonSettings.UsualTimeZone);

    public bool Hold(TimeOnly time) => From != Until && time.IsBetween(From, Until);

    public bool Hold(DateTimeOffset instant) => Hold(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime));

    /// <summary>The instant itself outside the quiet hours, else when they end.</summary>
    public DateTimeOffset EndFor(DateTimeOffset instant)
    {
        if (!Hold(instant))
            return instant;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
        return Enumerable.Range(0, DaysLooked).SelectMany(days => InstantsOf(today.AddDays(days), Until)).First(end => end > instant && !Hold(end));
    }

    /// <summary>The instant of a time on a day: the first of two in October; in March the moment to which a time that is skipped jumps.</summary>
    public DateTimeOffset InstantOf(DateOnly day, TimeOnly time) => InstantsOf(day, time).First();

    private IEnumerable<DateTimeOffset> InstantsOf(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        if (Zone.IsAmbiguousTime(wall))
            return Zone.GetAmbiguousTimeOffsets(wall).OrderDescending().Select(offset => new DateTimeOffset(wall, offset).ToUniversalTime());
        while (Zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(1);
        return [new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime()];
    }
}
