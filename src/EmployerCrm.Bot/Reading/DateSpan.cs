using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Bot.Reading;

/// <summary>What an expression says by itself about before and after.</summary>
internal enum DateSense
{
    Past,
    Today,
    Future,
    Weekday,
    Calendar,

    /// <summary>A stretch of time that names no day ("last week").</summary>
    Vague,
}

/// <summary>A date expression in a line: tokens First up to End. <paramref name="On"/> gives its day, or null where no such day exists.</summary>
internal sealed record DateSpan(int First, int End, DateSense Sense, Func<DateOnly, Direction, DateOnly?> On)
{
    /// <summary>"next Friday": for some the coming one, for others the one after.</summary>
    public bool IsNextWeekday { get; init; }

    /// <summary>The day that others mean by the same words; null where all mean one day.</summary>
    public DateOnly? OtherDay(DateOnly today, DateOnly? day) =>
        IsNextWeekday && day is { } meant && Weeks.StartOf(meant) == Weeks.StartOf(today) ? meant.AddDays(7) : null;

    public static DateSpan Days(int first, int end, int days) =>
        new(first, end, days < 0 ? DateSense.Past : days == 0 ? DateSense.Today : DateSense.Future, (today, _) => today.AddDays(days));

    public static DateSpan Vague(int first, int end) => new(first, end, DateSense.Vague, (_, _) => null);
}
