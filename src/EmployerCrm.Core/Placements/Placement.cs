namespace EmployerCrm.Core.Placements;

/// <summary>A client in a job. Special category data: seen by the owning team only.</summary>
public sealed record Placement
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>Who recorded the start.</summary>
    public required Guid SpecialistId { get; init; }

    /// <summary>The client's team when it was recorded.</summary>
    public required Guid TeamId { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>The first day at work, in London; may still be to come.</summary>
    public required DateOnly StartsOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A placement with the names a person reads beside it.</summary>
public sealed record PlacementSummary
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required string EmployerName { get; init; }

    public string? Town { get; init; }

    public string? JobTitle { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}
