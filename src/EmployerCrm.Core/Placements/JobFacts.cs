using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Placements;

/// <summary>The jobs of a client that go on or are still to begin, the latest start first.</summary>
public sealed record JobsShown(string ClientReference, IReadOnlyList<PlacementSummary> Jobs, DateOnly Today);

/// <summary>One job with what is known of it, and the people at the employer who may be its contact.</summary>
public sealed record JobFacts(string ClientReference, Placement Job, string EmployerName, IReadOnlyList<Contact> Contacts, DateOnly Today)
{
    /// <summary>What nobody has said yet, in the order in which a form asks it.</summary>
    public IReadOnlyList<JobFact> Missing => [.. Enum.GetValues<JobFact>().Where(IsMissing)];

    private bool IsMissing(JobFact fact) => fact switch
    {
        JobFact.JobTitle => Job.JobTitle is null,
        JobFact.Hours => Job.MinutesAWeek is null,
        JobFact.Contact => Job.ContactId is null,
        JobFact.JobType => Job.SocMajorGroup is null,
        JobFact.MinimumWage => Job.AtLeastMinimumWage is null,
        JobFact.Permanent => Job.Permanent is null,
        JobFact.Competitive => Job.Competitive is null,
        _ => Job.PreferencesMet is null,
    };
}

/// <summary>What is asked about a job beside its employer and its first day.</summary>
public enum JobFact
{
    JobTitle,
    Hours,
    Contact,

    /// <summary>The major group of SOC 2020.</summary>
    JobType,
    MinimumWage,
    Permanent,
    Competitive,
    PreferencesMet,
}
