using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Schedules;

/// <summary>A schedule as it was at one time.</summary>
/// <param name="Number">Counts the team's changes; 0 for the one that comes with the service, which nobody saved.</param>
public sealed record ScheduleVersion(int Number, ScheduleTemplate Template, string? SavedByName, DateTimeOffset? SavedAt);

/// <summary>A schedule of a team.</summary>
/// <param name="Versions">The latest, which holds for what begins now, first; the one that comes with the service last.</param>
/// <param name="Programmes">Whose clients' jobs go by it.</param>
public sealed record NamedSchedule(string Name, IReadOnlyList<ScheduleVersion> Versions, IReadOnlyList<Programme> Programmes)
{
    public ScheduleVersion Current => Versions[0];
}

public sealed record TeamSchedulesShown(IReadOnlyList<NamedSchedule> Schedules, DateOnly Today);
