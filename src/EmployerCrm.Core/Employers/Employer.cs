namespace EmployerCrm.Core.Employers;

/// <summary>A place of work that specialists visit. Public facts only; seen by everybody in the service.</summary>
public sealed record Employer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Town { get; init; }

    public string? Sector { get; init; }

    /// <summary>The team that looks after the employer.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>The specialist who looks after the employer, if one does.</summary>
    public Guid? OwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A person at an employer. Personal data of theirs, never of a client.</summary>
public sealed record Contact
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required string Name { get; init; }

    public string? Role { get; init; }

    public required int Version { get; init; }
}

/// <summary>
/// What one specialist has done with one employer: a derived fact, kept up to date in every turn and proved equal to the visits by `rebuild`.
/// The rows of an employer together are its "who knows this employer".
/// </summary>
public sealed record EmployerActivity
{
    public required Guid EmployerId { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>Employer contacts on any channel.</summary>
    public required int Contacts { get; init; }

    /// <summary>Contacts in person.</summary>
    public required int Visits { get; init; }

    public required DateOnly FirstOn { get; init; }

    public required DateOnly LastOn { get; init; }
}
