namespace EmployerCrm.Core.Schedules;

/// <summary>What is wrong with a template, so that it creates nothing.</summary>
public enum ScheduleFault
{
    NoSteps,
    TooManySteps,
    KeyMissing,
    KeyTwice,
    TitleMissing,
    TitleTooLong,

    /// <summary>It would be owed before it may be done.</summary>
    DueBeforeOpen,

    /// <summary>An interval of nothing, or backwards.</summary>
    IntervalNotPositive,

    /// <summary>An interval in another unit than the first day it is owed, so that their sum has no meaning.</summary>
    UnitsDiffer,

    /// <summary>It ends before it is owed for the first time.</summary>
    EndsBeforeFirst,

    /// <summary>An end without an interval.</summary>
    EndWithoutInterval,

    /// <summary>Further away than anybody can mean.</summary>
    TooFar,

    /// <summary>Owed so often before it ends that nobody could mean it.</summary>
    TooManyTimes,
}

/// <summary>A fault and the step it is in; without a step it is the template's own.</summary>
public sealed record ScheduleProblem(ScheduleFault Fault, string? StepKey);

public static class ScheduleRules
{
    public const int MostSteps = 40;

    /// <summary>How often a step with an end may be owed: each time is a follow-up from the first day on.</summary>
    public const int MostTimes = 60;

    /// <summary>The longest way from an anchor, in any unit.</summary>
    public const int Furthest = 400;

    public static IEnumerable<ScheduleProblem> Problems(ScheduleTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (template.Steps.Count == 0)
            yield return new(ScheduleFault.NoSteps, null);
        if (template.Steps.Count > MostSteps)
            yield return new(ScheduleFault.TooManySteps, null);
        foreach (var group in template.Steps.GroupBy(step => step.Key, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            yield return new(ScheduleFault.KeyTwice, group.Key);
        foreach (var step in template.Steps)
        {
            foreach (var fault in Faults(step))
                yield return new(fault, step.Key);
        }
    }

    private static IEnumerable<ScheduleFault> Faults(ScheduleStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Key))
            yield return ScheduleFault.KeyMissing;
        if (string.IsNullOrWhiteSpace(step.Title))
            yield return ScheduleFault.TitleMissing;
        if (step.Title.Length > Limits.Title)
            yield return ScheduleFault.TitleTooLong;
        if (new[] { step.Opens, step.Due, step.Every, step.Until }.Any(distance => distance is { Count: > Furthest or < -Furthest }))
            yield return ScheduleFault.TooFar;
        if (LongestDays(step.Due) < LeastDays(step.Opens))
            yield return ScheduleFault.DueBeforeOpen;
        if (step.Until is not null && step.Every is null)
            yield return ScheduleFault.EndWithoutInterval;
        if (step.Until is { } until && LongestDays(until) < LeastDays(step.Due))
            yield return ScheduleFault.EndsBeforeFirst;
        if (step.Every is not { } every)
            yield break;
        if (every.Count <= 0)
            yield return ScheduleFault.IntervalNotPositive;
        else if (step.Until is { } end && (LongestDays(end) - LeastDays(step.Due)) / LeastDays(every) >= MostTimes)
            yield return ScheduleFault.TooManyTimes;
        if (!step.Due.CanAdd(every))
            yield return ScheduleFault.UnitsDiffer;
    }

    private static int LeastDays(Distance distance) => distance.Unit switch
    {
        DistanceUnit.Weeks => distance.Count * 7,
        DistanceUnit.Months => distance.Count >= 0 ? distance.Count * 28 : distance.Count * 31,
        DistanceUnit.WorkingDays => distance.Count >= 0 ? distance.Count : distance.Count * 2,
        _ => distance.Count,
    };

    private static int LongestDays(Distance distance) => distance.Unit switch
    {
        DistanceUnit.Months => distance.Count >= 0 ? distance.Count * 31 : distance.Count * 28,
        DistanceUnit.WorkingDays => distance.Count >= 0 ? distance.Count * 2 : distance.Count,
        _ => LeastDays(distance),
    };
}
