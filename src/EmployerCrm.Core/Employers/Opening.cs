namespace EmployerCrm.Core.Employers;

/// <summary>A job that an employer has to give. Light on purpose: nobody fills vacancies here, it is something to talk about with a client.</summary>
public sealed record Opening
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>The team of the person who recorded it; its openings are the team's.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>As it was said: "two porters".</summary>
    public required string Job { get; init; }

    /// <summary>One of the service's job types, where the job is of one.</summary>
    public string? JobType { get; init; }

    public string? Hours { get; init; }

    /// <summary>The day from which somebody is wanted.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it is live, said or assumed.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>The contact who said so.</summary>
    public Guid? SaidById { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The day on which somebody closed it before its time.</summary>
    public DateOnly? ClosedOn { get; init; }

    public required int Version { get; init; }

    /// <summary>Openings expire by themselves: nothing has to run for it.</summary>
    public bool IsLive(DateOnly today) => ClosedOn is null && ClosesOn >= today;
}

/// <summary>An opening of the team as a list shows it.</summary>
public sealed record OpeningListing
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required string EmployerName { get; init; }

    public string? Town { get; init; }

    public required string Job { get; init; }

    public string? JobType { get; init; }

    public string? Hours { get; init; }

    public DateOnly? From { get; init; }

    public required DateOnly ClosesOn { get; init; }

    public string? SaidBy { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Version { get; init; }
}

public interface IOpeningRecords
{
    Task<Opening?> OpeningAsync(Guid id);

    /// <summary>Every opening of the employer that any team recorded, the one that closes last first.</summary>
    Task<IReadOnlyList<Opening>> OfEmployerAsync(Guid employerId);

    /// <summary>The team's openings that are live on the day, at employers that are not archived, the one that closes first first.</summary>
    Task<IReadOnlyList<OpeningListing>> LiveAsync(Guid teamId, DateOnly today);

    Task AddAsync(Opening opening);

    /// <summary>False when the version moved on.</summary>
    Task<bool> SaveAsync(Opening opening, int expectedVersion);

    Task<bool> RemoveAsync(Guid id, int version);
}
