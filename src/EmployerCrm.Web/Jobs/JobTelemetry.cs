namespace EmployerCrm.Web.Jobs;

/// <summary>The names under which jobs can be measured, all in this one place.</summary>
internal static class JobTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "EmployerCrm.Jobs";

    public const string Runs = "employercrm.jobs.runs";
    public const string RunDuration = "employercrm.jobs.run.duration";
    public const string Late = "employercrm.jobs.late";

    public const string JobTag = "employercrm.job";
    public const string OutcomeTag = "employercrm.outcome";
}
