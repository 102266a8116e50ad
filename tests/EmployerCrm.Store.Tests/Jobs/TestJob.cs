using System.Collections.Concurrent;
using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Store.Tests.Jobs;

/// <summary>A job of the tests.</summary>
internal sealed class TestJob(string name, JobTiming timing, Func<JobRunContext, CancellationToken, Task<JobResult>> work) : IJob
{
    public string Name => name;

    public JobTiming Timing => timing;

    public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken) => work(run, cancellationToken);
}

/// <summary>What a node heard of its attempts.</summary>
internal sealed class HeardOf : IJobWatch
{
    private readonly ConcurrentQueue<string> _all = [];

    public IReadOnlyList<string> All => [.. _all];

    public void Ended(IJob job, JobResult result, TimeSpan duration) => _all.Enqueue($"ended {result.Done}/{result.Found}");

    public void Failed(IJob job, string reference, Exception exception, TimeSpan duration) => _all.Enqueue("failed " + exception.GetType().Name);

    public void Lost(IJob job) => _all.Enqueue("lost");

    public void Stopped(IJob job) => _all.Enqueue("stopped");

    public void NotRecorded(IJob job, Exception exception) => _all.Enqueue("not recorded");
}
