using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Placements;

/// <summary>What may be recorded of a job start: nothing is in the way of a fact but a slip of the keyboard.</summary>
public static class PlacementRules
{
    public const int MostHours = 80;

    public static Refusal? Check(RecordJobStart start, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (start.EmployerId is null && string.IsNullOrWhiteSpace(start.NewEmployerName))
            return new Refusal(RefusalReason.NameMissing);
        if (start.NewEmployerName?.Length > Limits.Name || start.JobTitle?.Length > Limits.Name || start.ContactName?.Length > Limits.Name)
            return new Refusal(RefusalReason.TextTooLong);
        return CheckGroup(start.SocMajorGroup) ?? CheckHours(start.MinutesAWeek) ?? CheckDay(start.StartsOn, today);
    }

    /// <summary>The refusal names the groups there are.</summary>
    public static Refusal? CheckGroup(int? socMajorGroup) =>
        socMajorGroup is { } group && !SocMajorGroups.Has(group) ? new Refusal(RefusalReason.JobTypeUnknown) { Names = [.. SocMajorGroups.All.Values] } : null;

    /// <summary>More hours than a week of work has, or none, are a slip.</summary>
    public static Refusal? CheckHours(int? minutesAWeek) => minutesAWeek is < 1 or > MostHours * 60 ? new Refusal(RefusalReason.HoursUnlikely) : null;

    public static Refusal? CheckEnd(DateOnly endedOn, DateOnly today) => CheckDay(endedOn, today);

    /// <summary>When a job ended and why; null when that is before it began. One that is still to come did not start.</summary>
    public static (DateOnly On, JobEndReason? Reason)? Ended(JobSpan job, RecordJobEnd end, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (end.EndedOn >= job.StartsOn)
            return (end.EndedOn, end.Reason);
        return job.StartsOn > today ? (job.StartsOn, end.Reason ?? JobEndReason.DidNotStart) : null;
    }

    private static Refusal? CheckDay(DateOnly day, DateOnly today)
    {
        if (day < today.AddDays(-VisitRules.OldestDays))
            return new Refusal(RefusalReason.TooLongAgo);
        return day > today.AddDays(VisitRules.OldestDays) ? new Refusal(RefusalReason.TooFarAhead) : null;
    }
}
