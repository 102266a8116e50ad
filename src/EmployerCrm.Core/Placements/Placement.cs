namespace EmployerCrm.Core.Placements;

/// <summary>How a job ended, without blame. Null beside an end means that it was not said.</summary>
public enum JobEndReason
{
    MovedOnToBetter,
    ContractEnded,
    ChoseToLeave,
    DidNotSuit,
    HoursOrPay,
    EmployerEndedIt,
    JobsCut,

    /// <summary>The job never began.</summary>
    DidNotStart,
    Other,
}

/// <summary>From when to when somebody is in a job. On the day it ended they no longer are.</summary>
public sealed record JobSpan(DateOnly StartsOn, DateOnly? EndsOn)
{
    public bool IsCurrent(DateOnly on) => StartsOn <= on && !(EndsOn <= on);

    public bool IsToCome(DateOnly on) => StartsOn > on && !(EndsOn <= StartsOn);
}

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

    /// <summary>The first day in London on which they no longer have the job; null while it goes on.</summary>
    public DateOnly? EndsOn { get; init; }

    public JobEndReason? EndReason { get; init; }

    /// <summary>The day in London on which the service heard of the end.</summary>
    public DateOnly? EndHeardOn { get; init; }

    /// <summary>Whom to ask for there.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The first figure of SOC 2020: <see cref="SocMajorGroups"/>. Null, here as below, when it was not said.</summary>
    public int? SocMajorGroup { get; init; }

    public int? MinutesAWeek { get; init; }

    public bool? AtLeastMinimumWage { get; init; }

    public bool? Permanent { get; init; }

    /// <summary>A job that anybody could have applied for.</summary>
    public bool? Competitive { get; init; }

    /// <summary>Whether it is the kind of job the client wanted.</summary>
    public bool? PreferencesMet { get; init; }

    /// <summary>The team's own schedule under which it began; null for the one that comes with the service.</summary>
    public Guid? TemplateId { get; init; }

    public required int Version { get; init; }

    public JobSpan Span => new(StartsOn, EndsOn);
}

/// <summary>That a job has another title or other hours from a day on; null stays as it was.</summary>
public sealed record PlacementChange
{
    public required Guid Id { get; init; }

    public required Guid PlacementId { get; init; }

    /// <summary>The first day in London on which it is so.</summary>
    public required DateOnly ChangedOn { get; init; }

    public string? JobTitle { get; init; }

    public int? MinutesAWeek { get; init; }

    /// <summary>The hours until then, where they change; null when nobody had recorded them.</summary>
    public int? MinutesBefore { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A placement with the names a person reads beside it.</summary>
public sealed record PlacementSummary
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid EmployerId { get; init; }

    public required string EmployerName { get; init; }

    public string? Town { get; init; }

    public string? JobTitle { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public JobEndReason? EndReason { get; init; }

    public JobSpan Span => new(StartsOn, EndsOn);

    public int? SocMajorGroup { get; init; }

    public int? MinutesAWeek { get; init; }

    public bool? AtLeastMinimumWage { get; init; }

    public bool? Permanent { get; init; }

    public bool? Competitive { get; init; }

    public bool? PreferencesMet { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}
