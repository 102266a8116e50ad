namespace EmployerCrm.Core.Jobs;

/// <summary>How a job stands, for the page, the health check and the metrics.</summary>
/// <param name="Latest">The latest runs, the latest first.</param>
/// <param name="LastDone">The latest run that did its work, however long ago.</param>
/// <param name="NextAt">When it is due next, UTC; null while it is paused.</param>
/// <param name="IsLate">Whether it has not done its work for twice the time that usually lies between two runs.</param>
public sealed record JobStanding(string Name, JobTiming Timing, IReadOnlyList<JobRun> Latest, JobRun? LastDone, JobPause? Pause, DateTimeOffset? NextAt, bool IsLate)
{
    /// <summary>The run that a node has now, or that waits for one.</summary>
    public JobRun? Open => Latest.FirstOrDefault(run => run.State is JobRunState.Running or JobRunState.Waiting);
}
