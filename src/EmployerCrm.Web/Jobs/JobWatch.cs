using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.Hosting;

namespace EmployerCrm.Web.Jobs;

/// <summary>Writes what became of attempts to the log and the metrics.</summary>
internal sealed class JobWatch(JobMetrics metrics, ILogger<JobWatch> logger) : IJobWatch
{
    public void Ended(IJob job, JobResult result, TimeSpan duration)
    {
        metrics.Ended(job.Name, "done", duration);
        logger.JobDone(job.Name, result.Found, result.Done);
    }

    public void Failed(IJob job, string reference, Exception exception, TimeSpan duration)
    {
        metrics.Ended(job.Name, "failed", duration);
        logger.JobFailed(job.Name, reference, exception.GetType().FullName, exception.StackTrace);
    }

    public void Lost(IJob job)
    {
        metrics.Ended(job.Name, "lost");
        logger.JobLost(job.Name);
    }

    public void Stopped(IJob job) => metrics.Ended(job.Name, "stopped");

    public void NotRecorded(IJob job, Exception exception) => logger.JobNotRecorded(job.Name, exception.GetType().FullName);
}
