namespace EmployerCrm.Core.Visits;

public enum VisitState
{
    /// <summary>Has happened.</summary>
    Held,

    /// <summary>Still to come.</summary>
    Planned,

    /// <summary>Was planned and did not happen. Never counted; kept as evidence of planning.</summary>
    Cancelled,
}

/// <summary>One employer contact by a specialist, on any channel; people read "visit" only for one in person.</summary>
public sealed record Visit
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>The specialist's team when it was logged: notes and client link stay with that team.</summary>
    public required Guid TeamId { get; init; }

    public Guid? ContactId { get; init; }

    public Guid? ClientId { get; init; }

    public required VisitState State { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The wall-clock time in London, if it was said.</summary>
    public TimeOnly? At { get; init; }

    public string? Notes { get; init; }

    /// <summary>Purpose, who was reached and the rest of what the line may not have said.</summary>
    public VisitFacts Facts { get; init; } = VisitFacts.Unknown;

    /// <summary>Why a planned visit did not happen, if that was said.</summary>
    public string? CancelledBecause { get; init; }

    /// <summary>Somebody has said that nothing comes next, so that it is not offered again.</summary>
    public bool NothingNext { get; init; }

    public required DateTimeOffset LoggedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A visit with the names a person reads beside it.</summary>
public sealed record VisitSummary
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required string EmployerName { get; init; }

    public string? Town { get; init; }

    public string? ContactName { get; init; }

    public string? ClientReference { get; init; }

    public required VisitState State { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }

    public int Version { get; init; }
}
