using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Engagement;

/// <summary>A level to set by hand, for a time.</summary>
public sealed record SetLevelByHand
{
    public required Guid EmployerId { get; init; }

    public required int Level { get; init; }

    /// <summary>Why; everybody who sees the level reads it.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>The version of what was set before, as the lead saw it; null where nothing was.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>What the lead answered about the reason, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}
