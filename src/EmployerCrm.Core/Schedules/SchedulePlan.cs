using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Schedules;

/// <summary>
/// What a template comes to for one anchor day. Everything follows from the template, the day and the calendar, so that a plan made again is the same
/// plan: nothing is lost and nothing is owed twice.
/// </summary>
public sealed class SchedulePlan(ScheduleTemplate template, TeamCalendar calendar)
{
    /// <summary>
    /// What is owed from <paramref name="today"/> on, in order: what is owed once, every time of what ends, and the next time of what has no end. What was
    /// over before today is left out.
    /// </summary>
    public IReadOnlyList<PlannedStep> Of(ScheduleAnchor anchor, DateOnly anchorDay, DateOnly today) =>
    [
        .. template.From(anchor)
            .SelectMany(step => step.IsEndless ? Next(step, anchorDay, today) is { } next ? [next] : [] : Still(step, anchorDay, today))
            .OrderBy(time => time.Due).ThenBy(time => time.Opens),
    ];

    /// <summary>Of the template.</summary>
    public string Name => template.Name;

    /// <summary>The steps that count from this anchor.</summary>
    public IEnumerable<ScheduleStep> Steps(ScheduleAnchor anchor) => template.From(anchor);

    /// <summary>The step with this key; null when the schedule has none.</summary>
    public ScheduleStep? Step(string key) => template.Steps.FirstOrDefault(step => step.Key == key);

    /// <summary>Every time the step is owed, in order; without an end where it has none.</summary>
    public IEnumerable<PlannedStep> Times(ScheduleStep step, DateOnly anchorDay)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Times(step, anchorDay, 1);
    }

    /// <summary>
    /// The times of a step with an end that can still be kept on <paramref name="today"/>. Where the last working day is gone but not the time it may be done in (a start on Monday,
    /// told on Saturday), it is owed on the first working day to come, unless the next time is owed on that day.
    /// </summary>
    public IEnumerable<PlannedStep> Still(ScheduleStep step, DateOnly anchorDay, DateOnly today)
    {
        PlannedStep? late = null;
        foreach (var time in Times(step, anchorDay))
        {
            if (time.Due < today)
            {
                late = time.Ends >= today ? time with { Due = calendar.OnOrAfter(time.Ends) } : null;
                continue;
            }

            if (late is not null && late.Due < time.Due)
                yield return late;
            late = null;
            yield return time;
        }

        if (late is not null)
            yield return late;
    }

    /// <summary>The first time the step is owed on <paramref name="from"/> or later; null when it is over by then.</summary>
    public PlannedStep? Next(ScheduleStep step, DateOnly anchorDay, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Times(step, anchorDay, FirstNear(step, anchorDay, from)).FirstOrDefault(time => time.Due >= from);
    }

    /// <summary>The time that follows one that is done or given up: the next that is owed after both its own day and <paramref name="on"/>.</summary>
    public PlannedStep? After(ScheduleStep step, DateOnly anchorDay, int occurrence, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Times(step, anchorDay, Math.Max(occurrence + 1, FirstNear(step, anchorDay, on))).FirstOrDefault(time => time.Due > on);
    }

    /// <summary>Every time from an occurrence on. Days on which the team does not work may make two fall on one day: then only the first is owed.</summary>
    private IEnumerable<PlannedStep> Times(ScheduleStep step, DateOnly anchorDay, int from)
    {
        var last = step.Every is null ? 1 : int.MaxValue;
        var until = step.Until?.From(anchorDay, calendar) ?? DateOnly.MaxValue;
        var before = from > 1 ? Due(step, anchorDay, from - 1) : DateOnly.MinValue;
        for (var occurrence = from; occurrence <= last; occurrence++)
        {
            if (occurrence > 1 && Nominal(step, anchorDay, occurrence) > until)
                yield break;
            var due = Due(step, anchorDay, occurrence);
            if (due > before)
                yield return new PlannedStep(step, occurrence, Opens(step, anchorDay, occurrence, due), due) { Ends = Nominal(step, anchorDay, occurrence) };
            before = due;
        }
    }

    /// <summary>An occurrence that is surely not after the one sought, so that a job of many years is not counted through.</summary>
    private int FirstNear(ScheduleStep step, DateOnly anchorDay, DateOnly from)
    {
        if (step.Every is not { Count: > 0 } every)
            return 1;
        var longest = every.Unit switch
        {
            DistanceUnit.Days => 1,
            DistanceUnit.WorkingDays => 5,
            DistanceUnit.Weeks => 7,
            _ => 31,
        };
        var first = Nominal(step, anchorDay, 1).DayNumber;
        // A day that moved past bank holidays is still well within a fortnight of its own.
        return Math.Max(1, (from.DayNumber - first - 14) / (every.Count * longest));
    }

    private DateOnly Nominal(ScheduleStep step, DateOnly anchorDay, int occurrence) =>
        (step.Every is { } every ? step.Due.Plus(every, occurrence - 1) : step.Due).From(anchorDay, calendar);

    private DateOnly NominalOpens(ScheduleStep step, DateOnly anchorDay, int occurrence) =>
        occurrence == 1 ? step.Opens.From(anchorDay, calendar) : Nominal(step, anchorDay, occurrence - 1).AddDays(1);

    /// <summary>The last working day within the time it may be done in; where it has none, the first working day after.</summary>
    private DateOnly Due(ScheduleStep step, DateOnly anchorDay, int occurrence)
    {
        var nominal = Nominal(step, anchorDay, occurrence);
        return step.AnyDay ? nominal : calendar.LastWithin(NominalOpens(step, anchorDay, occurrence), nominal) ?? calendar.OnOrAfter(nominal);
    }

    private DateOnly Opens(ScheduleStep step, DateOnly anchorDay, int occurrence, DateOnly due)
    {
        var opens = NominalOpens(step, anchorDay, occurrence);
        return opens < due ? opens : due;
    }
}
