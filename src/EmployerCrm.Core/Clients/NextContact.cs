namespace EmployerCrm.Core.Clients;

/// <summary>The contact with a client that is owed next.</summary>
public sealed record NextContact
{
    public required Guid ClientId { get; init; }

    public required string Title { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The first day on which it counts; null for any.</summary>
    public DateOnly? OpensOn { get; init; }

    public bool InPerson { get; init; }
}
