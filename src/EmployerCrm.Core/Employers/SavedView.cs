namespace EmployerCrm.Core.Employers;

/// <summary>A view of the employer list that a person keeps.</summary>
public sealed record SavedView
{
    /// <summary>In UTF-16 characters.</summary>
    public const int LongestName = 60;

    public const int LongestAddress = 1000;

    public required Guid Id { get; init; }

    public required Guid SpecialistId { get; init; }

    public required string Name { get; init; }

    /// <summary>What stands in the list's address behind the question mark: filters, order and columns. May name what a later version no longer has.</summary>
    public required string Address { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}

public interface ISavedViewRecords
{
    /// <summary>The person's views, by name.</summary>
    Task<IReadOnlyList<SavedView>> OfAsync(Guid specialistId);

    Task AddAsync(SavedView view);

    /// <summary>Removes the person's view of that name, however it is written.</summary>
    Task RemoveAsync(Guid specialistId, string name);
}
