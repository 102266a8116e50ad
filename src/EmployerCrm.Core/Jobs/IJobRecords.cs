namespace EmployerCrm.Core.Jobs;

public interface IJobRecords
{
    /// <summary>The run for a moment.</summary>
    Task<JobRun?> RunAsync(string job, DateTimeOffset dueAt);

    /// <summary>Every run that has not ended, of all jobs, the earliest moment first.</summary>
    Task<IReadOnlyList<JobRun>> UnfinishedAsync();

    /// <summary>The job's latest runs, the latest moment first.</summary>
    Task<IReadOnlyList<JobRun>> LatestAsync(string job, int most);

    /// <summary>The run with the latest moment of those that were done, up to an instant.</summary>
    Task<JobRun?> LastDoneAsync(string job, DateTimeOffset until);

    /// <summary>Adds the run.</summary>
    /// <exception cref="DuplicateKeyException">The moment has its run: another node has won it.</exception>
    Task AddAsync(JobRun run);

    /// <summary>Saves a run as taken, with its new lease, when it is still free (see <see cref="JobRun.IsFreeAt"/>); tells whether it was.</summary>
    Task<bool> TakeAsync(JobRun run, DateTimeOffset now);

    /// <summary>Ends what is free of the job's earlier moments: what failed as failed, the rest as superseded. Returns how many.</summary>
    Task<int> SupersedeAsync(string job, DateTimeOffset before, DateTimeOffset now);

    /// <summary>False when the run is no longer this lease's.</summary>
    Task<bool> RenewAsync(Guid id, Guid lease, DateTimeOffset leaseUntil);

    /// <summary>Saves how the attempt ended; false, with nothing saved, when the run is no longer the lease's.</summary>
    Task<bool> EndAsync(JobRun run);

    /// <summary>Forgets ended runs of earlier moments. Returns how many.</summary>
    Task<int> ForgetAsync(string job, DateTimeOffset before);

    /// <summary>Forgets ended runs of all jobs for moments that are yet to come, after the clock was set back. Returns how many.</summary>
    Task<int> ForgetAheadAsync(DateTimeOffset after);

    Task<IReadOnlyList<JobPause>> PausesAsync();

    /// <summary>Adds the pause.</summary>
    /// <exception cref="DuplicateKeyException">The job is paused already.</exception>
    Task AddAsync(JobPause pause);

    /// <summary>Removes the job's pause; tells whether there was one.</summary>
    Task<bool> ResumeAsync(string job);
}
