namespace EmployerCrm.Core.Clients;

/// <summary>From a day on a job has so many hours; null when nobody recorded how many.</summary>
public sealed record HoursFrom(DateOnly From, int? MinutesAWeek);

/// <summary>A job as milestones count it.</summary>
/// <param name="EndsOn">The first day without it; null while it goes on.</param>
/// <param name="Hours">In the order of the days; the first counts from the first day at work.</param>
public sealed record WorkedJob(DateOnly StartsOn, DateOnly? EndsOn, IReadOnlyList<HoursFrom> Hours)
{
    public bool IsOn(DateOnly day) => StartsOn <= day && !(EndsOn <= day);

    /// <summary>The hours of a week as they are on that day; null when they are not recorded.</summary>
    public int? MinutesOn(DateOnly day) => Hours.LastOrDefault(hours => hours.From <= day)?.MinutesAWeek;
}

/// <summary>How far somebody is on the way to a milestone.</summary>
/// <param name="ReachedOn">The last day of the week with which it was reached; null while it is not.</param>
/// <param name="Weeks">How many weeks count, in the time that counts most.</param>
/// <param name="From">The first day of that time: the first day of a job; null before any began.</param>
/// <param name="Until">The last day of that time.</param>
/// <param name="SoonestOn">When it would be reached if the work goes on as it is today; null when it would not be within the time, or was reached.</param>
/// <param name="HoursMissing">Whether weeks of that time do not count because nobody recorded the hours.</param>
public sealed record MilestoneStanding(OutcomeMilestone Milestone, DateOnly? ReachedOn, int Weeks, DateOnly? From, DateOnly? Until, DateOnly? SoonestOn, bool HoursMissing);

/// <summary>
/// Weeks in work, counted from configuration alone. A week is seven days from the first day of a job, over when its last day is; it counts when the work
/// of its days, a seventh of each job's weekly hours a day, comes to the hours asked for. The time for it begins with any job: a job that ended at once does
/// not use up the chance of the next.
/// </summary>
public static class MilestoneProgress
{
    private const int Week = 7;

    public static MilestoneStanding Of(OutcomeMilestone milestone, IReadOnlyList<WorkedJob> jobs, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        ArgumentNullException.ThrowIfNull(jobs);
        var times = jobs.Select(job => job.StartsOn).Where(start => start <= today).Distinct().Order().Select(start => Since(start, milestone, jobs, today)).ToList();
        return times.Where(time => time.ReachedOn is not null).MinBy(time => time.ReachedOn)
            ?? times.Where(time => time.Until >= today).MaxBy(time => time.Weeks)
            ?? times.LastOrDefault()
            ?? new MilestoneStanding(milestone, null, 0, null, null, null, HoursMissing: false);
    }

    private static MilestoneStanding Since(DateOnly start, OutcomeMilestone milestone, IReadOnlyList<WorkedJob> jobs, DateOnly today)
    {
        var until = start.AddDays((milestone.WithinWeeks * Week) - 1);
        var (counted, expected) = (0, 0);
        var (hoursMissing, soonest) = (false, (DateOnly?)null);
        for (var first = start; first <= until; first = first.AddDays(Week))
        {
            var last = first.AddDays(Week - 1);
            var (counts, unknown) = Counts(first, milestone, jobs, today);
            expected += counts ? 1 : 0;
            if (last < today)
            {
                counted = expected;
                hoursMissing |= !counts && unknown;
            }

            if (expected < milestone.Weeks)
                continue;
            if (last < today)
                return new MilestoneStanding(milestone, last, counted, start, until, null, HoursMissing: false);
            soonest = last;
            break;
        }

        return new MilestoneStanding(milestone, null, counted, start, until, soonest, hoursMissing);
    }

    /// <summary>Whether the week counts: as it was, and from today on as the work is today, ends and changes that are recorded ahead included.</summary>
    private static (bool Counts, bool Unknown) Counts(DateOnly first, OutcomeMilestone milestone, IReadOnlyList<WorkedJob> jobs, DateOnly today)
    {
        var (sevenths, unknown) = (0, false);
        for (var day = first; day < first.AddDays(Week); day = day.AddDays(1))
        {
            foreach (var job in jobs.Where(job => job.IsOn(day) && (day <= today || job.StartsOn <= today)))
            {
                var minutes = job.MinutesOn(day);
                sevenths += minutes ?? 0;
                unknown |= minutes is null;
            }
        }

        return (sevenths >= milestone.LeastMinutesAWeek * Week && sevenths > 0, unknown);
    }
}
