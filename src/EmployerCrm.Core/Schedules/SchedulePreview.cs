using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Schedules;

/// <summary>One time that a schedule would owe something, and why on that day.</summary>
/// <param name="BankHolidays">Those that moved it away from its own day.</param>
/// <param name="Weekend">Whether a weekend did.</param>
/// <param name="Then">Of what has no end the next days.</param>
public sealed record PreviewedStep(PlannedStep Time, IReadOnlyList<DateOnly> BankHolidays, bool Weekend, IReadOnlyList<DateOnly> Then);

/// <summary>What a schedule would create for a first day.</summary>
public sealed record SchedulePreview(DateOnly StartsOn, IReadOnlyList<PreviewedStep> Times)
{
    private const int DaysAhead = 2;

    public IEnumerable<PlannedStep> Steps => Times.Select(time => time.Time);

    internal static SchedulePreview Of(ScheduleTemplate template, TeamCalendar calendar, DateOnly startsOn)
    {
        var plan = new SchedulePlan(template, calendar);
        return new SchedulePreview(startsOn, [.. plan.Of(ScheduleAnchor.JobStart, startsOn, DateOnly.MinValue).Select(time => Of(plan, calendar, startsOn, time))]);
    }

    private static PreviewedStep Of(SchedulePlan plan, TeamCalendar calendar, DateOnly startsOn, PlannedStep time)
    {
        var off = time.Due < time.Ends ? calendar.DaysOff(time.Due, time.Ends).ToList() : time.Due > time.Ends ? [.. calendar.DaysOff(time.Ends, time.Due)] : [];
        return new PreviewedStep(time, off.FindAll(day => !IsWeekend(day)), off.Exists(IsWeekend), [.. Then(plan, startsOn, time).Take(DaysAhead)]);
    }

    private static IEnumerable<DateOnly> Then(SchedulePlan plan, DateOnly startsOn, PlannedStep time)
    {
        for (var next = time; time.Step.IsEndless && plan.After(time.Step, startsOn, next.Occurrence, next.Due) is { } after; next = after)
            yield return after.Due;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
