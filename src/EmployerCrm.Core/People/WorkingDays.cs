namespace EmployerCrm.Core.People;

/// <summary>The days of the week on which a person works, of those on which the service does.</summary>
[Flags]
public enum WorkingDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
}

public static class WorkingDaysExtensions
{
    /// <summary>Monday to Friday.</summary>
    public const WorkingDays WholeWeek = WorkingDays.Monday | WorkingDays.Tuesday | WorkingDays.Wednesday | WorkingDays.Thursday | WorkingDays.Friday;

    /// <summary>The days one by one, Monday first.</summary>
    public static IEnumerable<DayOfWeek> Days(this WorkingDays days) => Enumerable.Range((int)DayOfWeek.Monday, 5).Select(day => (DayOfWeek)day).Where(day => days.Has(day));

    public static bool Has(this WorkingDays days, DayOfWeek day) => (days & Of(day)) != WorkingDays.None;

    /// <summary>None for a Saturday or a Sunday.</summary>
    public static WorkingDays Of(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? WorkingDays.None : (WorkingDays)(1 << ((int)day - 1));

    public static WorkingDays Of(IEnumerable<DayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.Aggregate(WorkingDays.None, (all, day) => all | Of(day));
    }
}
