namespace EmployerCrm.Core.FollowUps;

public enum FollowUpState
{
    Open,
    Done,
}

/// <summary>A dated action that is owed.</summary>
public sealed record FollowUp
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>The visit it was promised at.</summary>
    public Guid? VisitId { get; init; }

    public Guid? ClientId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid TeamId { get; init; }

    public required string Title { get; init; }

    /// <summary>A date has no time zone. Null when none was said.</summary>
    public DateOnly? DueOn { get; init; }

    public required FollowUpState State { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public Guid? DoneById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A follow-up with the names a person reads beside it.</summary>
public sealed record FollowUpSummary
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required Guid TeamId { get; init; }

    public required string EmployerName { get; init; }

    public required string Title { get; init; }

    public DateOnly? DueOn { get; init; }

    public required FollowUpState State { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public Guid? DoneById { get; init; }

    public string? DoneByName { get; init; }

    public required int Version { get; init; }
}
