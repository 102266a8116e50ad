using System.Diagnostics.Metrics;

namespace EmployerCrm.Web.Jobs;

/// <summary>What is counted and timed of the jobs that this node ran. Times are in seconds.</summary>
internal sealed class JobMetrics
{
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _durations;

    public JobMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(JobTelemetry.Name);
        _runs = meter.CreateCounter<long>(JobTelemetry.Runs, "{run}", "Attempts at runs of jobs that ended, by what became of them.");
        _durations = meter.CreateHistogram(
            JobTelemetry.RunDuration, "s", "How long an attempt took.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800] });
        meter.CreateObservableGauge(JobTelemetry.Late, () => Late, "{job}", "Jobs that have not done their work for twice the time that usually lies between two runs.");
    }

    /// <summary>How many jobs were late when somebody last looked.</summary>
    public int Late { get; set; }

    public void Ended(string job, string outcome, TimeSpan? duration = null)
    {
        var ofJob = new KeyValuePair<string, object?>(JobTelemetry.JobTag, job);
        _runs.Add(1, ofJob, new KeyValuePair<string, object?>(JobTelemetry.OutcomeTag, outcome));
        if (duration is { } took)
            _durations.Record(took.TotalSeconds, ofJob);
    }
}
