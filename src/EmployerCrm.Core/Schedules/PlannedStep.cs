namespace EmployerCrm.Core.Schedules;

/// <summary>One time that something is owed.</summary>
/// <param name="Occurrence">Counts from 1; a step that is owed once has only that.</param>
/// <param name="Opens">The first day on which doing it counts.</param>
/// <param name="Due">The day by which it is owed: a working day of the team unless the step may fall on any.</param>
public sealed record PlannedStep(ScheduleStep Step, int Occurrence, DateOnly Opens, DateOnly Due);
