namespace EmployerCrm.Core.People;

/// <summary>What people have chosen for themselves, and when they are away.</summary>
public interface ISettingsRecords
{
    /// <summary>What the person chose; the usual where nothing is stored.</summary>
    Task<PersonSettings> OfAsync(Guid specialistId);

    /// <summary>The same of many, in few statements; everybody who is asked for is in it.</summary>
    Task<IReadOnlyDictionary<Guid, PersonSettings>> OfAsync(IReadOnlyCollection<Guid> specialistIds);

    /// <summary>Inserts where <paramref name="expectedVersion"/> is 0. False when the row is not at that version.</summary>
    Task<bool> SaveAsync(PersonSettings settings, int expectedVersion);

    Task<Leave?> LeaveAsync(Guid id);

    /// <summary>A person's leave that ends on the day or later, earliest first.</summary>
    Task<IReadOnlyList<Leave>> LeaveAsync(Guid specialistId, DateOnly from);

    /// <summary>The leave of many that has a day within these, by person and day; who has none is not in it.</summary>
    Task<IReadOnlyList<Leave>> LeaveAsync(IReadOnlyCollection<Guid> specialistIds, DateOnly from, DateOnly to);

    /// <summary>The leave of a team's people that has a day within these, earliest first.</summary>
    Task<IReadOnlyList<Leave>> LeaveOfTeamAsync(Guid teamId, DateOnly from, DateOnly to);

    /// <summary>The leave of others that a person covers and that has a day within these, earliest first.</summary>
    Task<IReadOnlyList<Leave>> CoveredByAsync(Guid coverId, DateOnly from, DateOnly to);

    Task AddAsync(Leave leave);

    /// <summary>False when the row is not at that version.</summary>
    Task<bool> SaveAsync(Leave leave, int expectedVersion);

    /// <summary>False when the row is not at that version.</summary>
    Task<bool> RemoveLeaveAsync(Guid id, int expectedVersion);
}
