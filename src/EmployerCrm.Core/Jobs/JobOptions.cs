namespace EmployerCrm.Core.Jobs;

public sealed record JobOptions
{
    /// <summary>The longest that a lease may be.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    /// <summary>For how long a run is its node's without a sign of life.</summary>
    public TimeSpan Lease { get; init; } = JobRunner.Lease;
}
