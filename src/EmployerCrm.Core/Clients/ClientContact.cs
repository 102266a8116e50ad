using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Clients;

/// <summary>
/// That a specialist was in touch with a client: the day and the way, and no note, for what was said belongs into the clinical record. Special
/// category data: seen by the owning team only.
/// </summary>
public sealed record ClientContact
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>The client's team when it was recorded.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }

    public required Channel Way { get; init; }

    public required DateTimeOffset LoggedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A contact as the clinical record takes it.</summary>
public sealed record ClientContactLine
{
    public required string Reference { get; init; }

    public required DateOnly On { get; init; }

    public required Channel Way { get; init; }
}

public interface IClientContactRecords
{
    Task<ClientContact?> ContactAsync(Guid id);

    /// <summary>The specialist's contact with this client on this day in this way.</summary>
    Task<ClientContact?> SameAsync(Guid clientId, Guid specialistId, DateOnly on, Channel way);

    /// <summary>Everybody's contacts with the client, the latest first.</summary>
    Task<IReadOnlyList<ClientContact>> OfClientAsync(Guid clientId);

    /// <summary>The specialist's contacts from the first to the last day, both included, with the references, by day.</summary>
    Task<IReadOnlyList<ClientContactLine>> OfSpecialistAsync(Guid specialistId, DateOnly from, DateOnly to);

    /// <summary>Adds the contact.</summary>
    /// <exception cref="DuplicateKeyException">The specialist's contact with this client on this day in this way is there already.</exception>
    Task AddAsync(ClientContact contact);

    /// <summary>Removes the contact when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveAsync(Guid id, int expectedVersion);
}
