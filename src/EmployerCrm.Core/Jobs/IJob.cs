namespace EmployerCrm.Core.Jobs;

/// <summary>
/// Work that falls due by the clock and not because somebody asked. Safe to run twice for the same moment, late, and after a week in which nothing ran: what
/// it has to do it finds in the store, never in the count of its runs.
/// </summary>
public interface IJob
{
    /// <summary>Stable and unique, for the store, the log and the pages: <c>engagement-decay</c>.</summary>
    string Name { get; }

    JobTiming Timing { get; }

    /// <summary>Ends early when the token is cancelled: the host stops, or another node has taken the run over.</summary>
    Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken);
}

/// <summary>What a run came to, for the page about jobs.</summary>
/// <param name="Found">How much there was to do.</param>
/// <param name="Done">How much of it was done.</param>
public sealed record JobResult(int Found, int Done);

/// <summary>For which moment a job runs; the present may be much later.</summary>
/// <param name="DueAt">UTC.</param>
public sealed record JobRunContext(DateTimeOffset DueAt);
