namespace EmployerCrm.Core.Visits;

public interface IVisitRecords
{
    Task<Visit?> VisitAsync(Guid id);

    /// <summary>A specialist's visits from the first to the last day, both included, in time order, planned ones too, cancelled ones not.</summary>
    Task<IReadOnlyList<VisitSummary>> OfSpecialistAsync(Guid specialistId, DateOnly from, DateOnly to);

    /// <summary>The count of the week that begins on this Monday; zeros where nothing happened.</summary>
    Task<WeekTally> WeekTallyAsync(Guid specialistId, DateOnly weekStart);

    /// <summary>The specialist's planned visits at the employer, in time order, those whose day has passed included.</summary>
    Task<IReadOnlyList<VisitSummary>> PlannedAtAsync(Guid specialistId, Guid employerId);

    /// <summary>The specialist's visits that were planned for a day before this one and are planned still, in time order.</summary>
    Task<IReadOnlyList<VisitSummary>> PlannedBeforeAsync(Guid specialistId, DateOnly day);

    /// <summary>
    /// The notes of visits with the employer, channel, state and day of this one that the specialist logged at or after the instant, which is moments ago;
    /// of not more than a few.
    /// </summary>
    Task<IReadOnlyList<string?>> NotesLoggedSinceAsync(Guid specialistId, SameVisit like, DateTimeOffset since);

    /// <summary>Everybody's contacts that were held and name this client, from this day on, by day.</summary>
    Task<IReadOnlyList<Visit>> HeldOfClientAsync(Guid clientId, DateOnly from);

    Task AddAsync(Visit visit);

    /// <summary>Saves the visit when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> SaveAsync(Visit visit, int expectedVersion);

    /// <summary>Removes the visit when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveAsync(Guid id, int expectedVersion);

    /// <summary>Adds to the specialist's count of that week; negative numbers take back.</summary>
    Task CountAsync(Guid specialistId, DateOnly weekStart, WeekTally change);

    /// <summary>How often anybody in the service reached somebody at the employer, on any channel, up to this day and not counting one visit: 0, 1, or 2 for more.</summary>
    Task<int> ReachedBeforeAsync(Guid employerId, DateOnly on, Guid exceptVisitId);
}
