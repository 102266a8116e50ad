namespace EmployerCrm.Core.Jobs;

/// <summary>Hears of every attempt that this node made, for the log and the metrics.</summary>
public interface IJobWatch
{
    void Ended(IJob job, JobResult result, TimeSpan duration);

    /// <summary>The attempt threw.</summary>
    /// <param name="reference">The number under which the page shows the failure.</param>
    void Failed(IJob job, string reference, Exception exception, TimeSpan duration);

    /// <summary>Another node has taken the run over, or the store could not be reached for so long that one may have.</summary>
    void Lost(IJob job);

    /// <summary>The host stopped first; the run waits for whoever looks next.</summary>
    void Stopped(IJob job);

    /// <summary>The store could not be told how the attempt ended: it will be made again.</summary>
    void NotRecorded(IJob job, Exception exception);
}
