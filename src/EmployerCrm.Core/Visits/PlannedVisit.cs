using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Visits;

/// <summary>A planned visit took place.</summary>
public sealed record VisitHappened
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day in London; null for the day it was planned for, which is refused (<see cref="RefusalReason.FutureDate"/>) while it is still to come.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Null for the planned time, which stands only on the planned day.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>One line, below what was noted when it was planned.</summary>
    public string? Notes { get; init; }

    public StatedFacts Stated { get; init; } = StatedFacts.Nothing;

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>A planned visit is now on another day or at another time.</summary>
public sealed record MoveVisit
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Null when the day stays.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Null when the time stays.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>One line, below what was noted when it was planned.</summary>
    public string? Notes { get; init; }

    /// <summary>What is owed before it, beside what was owed already.</summary>
    public PromisedStep? Next { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>A planned visit was called off, or nobody went.</summary>
public sealed record CancelVisit
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    public string? Because { get; init; }

    /// <summary>What is owed instead, beside what was owed already.</summary>
    public PromisedStep? Next { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}
