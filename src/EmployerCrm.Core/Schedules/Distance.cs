using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Schedules;

public enum DistanceUnit
{
    Days,
    WorkingDays,
    Weeks,

    /// <summary>By the calendar, from the anchor's own day: the 31st is the last day of a shorter month, and the 31st again in the next long one.</summary>
    Months,
}

/// <summary>How far a day lies from its anchor; negative is before it.</summary>
public sealed record Distance(int Count, DistanceUnit Unit)
{
    public static Distance Days(int count) => new(count, DistanceUnit.Days);

    public static Distance Weeks(int count) => new(count, DistanceUnit.Weeks);

    public static Distance Months(int count) => new(count, DistanceUnit.Months);

    public static Distance WorkingDays(int count) => new(count, DistanceUnit.WorkingDays);

    /// <summary>The day that lies this far from <paramref name="anchor"/>.</summary>
    public DateOnly From(DateOnly anchor, TeamCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Unit switch
        {
            DistanceUnit.Days => anchor.AddDays(Count),
            DistanceUnit.WorkingDays => calendar.AddWorkingDays(anchor, Count),
            DistanceUnit.Weeks => anchor.AddDays(Count * 7),
            _ => anchor.AddMonths(Count),
        };
    }

    /// <summary>So many intervals further from the anchor. Weeks and days add up; other units only with their own.</summary>
    /// <exception cref="ArgumentException">The units have no common sum.</exception>
    public Distance Plus(Distance interval, int times)
    {
        ArgumentNullException.ThrowIfNull(interval);
        if (InDays is { } days && interval.InDays is { } more)
            return Days(days + (more * times));
        return interval.Unit == Unit
            ? this with { Count = Count + (interval.Count * times) }
            : throw new ArgumentException($"{interval.Unit} cannot be added to {Unit}.", nameof(interval));
    }

    /// <summary>Whether <see cref="Plus"/> has a meaning.</summary>
    public bool CanAdd(Distance interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return interval.Unit == Unit || (InDays is not null && interval.InDays is not null);
    }

    private int? InDays => Unit switch
    {
        DistanceUnit.Days => Count,
        DistanceUnit.Weeks => Count * 7,
        _ => null,
    };
}
