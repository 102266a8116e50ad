namespace EmployerCrm.Core.Clients;

/// <summary>A job type that a client in job search prefers.</summary>
public sealed record WantedJobType
{
    public required string Reference { get; init; }

    public required string JobType { get; init; }
}
