namespace EmployerCrm.Core.Schedules;

/// <summary>A team's own schedule as it was saved once. A change is another row with the next number.</summary>
public sealed record StoredSchedule
{
    public required Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    /// <summary>The name of the template it stands in for: see <see cref="ScheduleTemplate.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Counts the changes of this schedule, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>As JSON: <see cref="ScheduleJson"/>.</summary>
    public required string Steps { get; init; }

    public required Guid SavedById { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}

public interface IScheduleRecords
{
    Task<StoredSchedule?> ScheduleAsync(Guid id);

    /// <summary>The team's schedule of that name as it was saved last.</summary>
    Task<StoredSchedule?> LatestAsync(Guid teamId, string name);

    /// <summary>Every schedule that the team ever saved; of one name the latest first.</summary>
    Task<IReadOnlyList<StoredSchedule>> OfTeamAsync(Guid teamId);

    /// <summary>Adds the schedule.</summary>
    /// <exception cref="DuplicateKeyException">Somebody saved this number just now.</exception>
    Task AddAsync(StoredSchedule schedule);
}
