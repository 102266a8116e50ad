namespace EmployerCrm.Core.Employers;

/// <summary>An employer in a place, as somebody needs it who is about to go there: bare facts, for everybody in the service.</summary>
public sealed record NearEmployer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Town { get; init; }

    public string? Postcode { get; init; }

    public string? Address { get; init; }

    public required int Level { get; init; }

    public DateOnly? DoNotApproachSince { get; init; }

    /// <summary>The latest contact of anybody; null when there was none.</summary>
    public NearContact? Last { get; init; }

    /// <summary>Visits that are planned there, the next first.</summary>
    public IReadOnlyList<NearContact> Plans { get; init; } = [];
}

/// <summary>A day on which a colleague was, or will be, in contact.</summary>
public sealed record NearContact
{
    public required Guid EmployerId { get; init; }

    public required Guid SpecialistId { get; init; }

    public required string Name { get; init; }

    public required DateOnly On { get; init; }
}

/// <summary>Employers in a place as of a day.</summary>
/// <param name="Place">The district or town that was understood.</param>
/// <param name="Total">How many there are, archived ones included; the first of them are told.</param>
public sealed record NearShown(string Place, IReadOnlyList<NearEmployer> Employers, int Total, DateOnly Today, Guid SpecialistId);
