namespace EmployerCrm.Core.Placements;

public interface IPlacementRecords
{
    Task<Placement?> PlacementAsync(Guid id);

    /// <summary>The client's placements with the names beside them, the latest start first, ended ones too.</summary>
    Task<IReadOnlyList<PlacementSummary>> OfClientAsync(Guid clientId);

    /// <summary>Placements that may owe something on a day: those that are not over, and those that are and of whose schedule something is open.</summary>
    Task<IReadOnlyList<Guid>> OwingAsync(DateOnly today);

    /// <summary>Adds the placement.</summary>
    /// <exception cref="DuplicateKeyException">The client has a placement at this employer from this day already.</exception>
    Task AddAsync(Placement placement);

    /// <summary>Saves the placement when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> SaveAsync(Placement placement, int expectedVersion);

    /// <summary>Removes the placement when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveAsync(Guid id, int expectedVersion);

    /// <summary>What was recorded to have changed of the job, the earliest first.</summary>
    Task<IReadOnlyList<PlacementChange>> ChangesAsync(Guid placementId);

    Task AddAsync(PlacementChange change);

    /// <summary>Removes the change when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveChangeAsync(Guid id, int expectedVersion);
}
