namespace EmployerCrm.Core.Employers;

/// <summary>A page of the employer list.</summary>
/// <param name="Page">Where it stands; the total is at most <see cref="EmployerList.Longest"/>.</param>
/// <param name="HasMore">There are more than the total says: the list ends there, and a narrower filter shows the rest.</param>
public sealed record EmployersListed(IReadOnlyList<EmployerListing> Employers, ListPage Page, bool HasMore, DateOnly Today);

/// <summary>An employer as everybody in the service sees it in a list.</summary>
public sealed record EmployerListing
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Town { get; init; }

    public string? Postcode { get; init; }

    public string? SicDivision { get; init; }

    public TextList Tags { get; init; }

    public Guid? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    /// <summary>The engagement level, 1 to 5.</summary>
    public required int Level { get; init; }

    /// <summary>The day of the last contact that was held; null when there was none.</summary>
    public DateOnly? LastOn { get; init; }

    public string? LastBy { get; init; }

    /// <summary>Who has been in contact, of every team, the latest first.</summary>
    public required IReadOnlyList<KnowingColleague> Colleagues { get; init; }

    public required bool DoNotApproach { get; init; }

    public required bool Archived { get; init; }

    /// <summary>Open follow-ups of the person's own team.</summary>
    public required int Owed { get; init; }
}
