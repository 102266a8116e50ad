namespace EmployerCrm.Core.Schedules;

/// <summary>One time that something is owed.</summary>
/// <param name="Occurrence">Counts from 1; a step that is owed once has only that.</param>
/// <param name="Opens">The first day on which doing it counts.</param>
/// <param name="Due">The day by which it is owed: a working day of the team unless the step may fall on any.</param>
public sealed record PlannedStep(ScheduleStep Step, int Occurrence, DateOnly Opens, DateOnly Due)
{
    /// <summary>The last day of the time it may be done in, worked or not. It is owed before that where the last days are free, and after it where all are.</summary>
    public DateOnly Ends { get; init; } = Due;
}
