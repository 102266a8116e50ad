namespace EmployerCrm.Core.Clients;

public interface IClientRecords
{
    /// <summary>References of the team's clients, closed ones too: an old reference typed in a line must be recognised, not misread.</summary>
    Task<IReadOnlyList<string>> ReferencesOfTeamAsync(Guid teamId);

    /// <summary>References of the clients this specialist works with, without closed ones.</summary>
    Task<IReadOnlyList<string>> OpenReferencesOfOwnerAsync(Guid ownerId);

    /// <summary>How many clients this specialist works with whose standing on that day is <see cref="ClientStatus.JobSearch"/>.</summary>
    Task<int> JobSeekersOfOwnerAsync(Guid ownerId, DateOnly on);

    /// <summary>References of the team's clients without those closed before a day; one whose day of closing is not known counts.</summary>
    Task<IReadOnlyList<string>> ReferencesInUseAsync(Guid teamId, DateOnly closedSince);

    /// <summary>Which of these references any team has or had.</summary>
    Task<IReadOnlyCollection<string>> IssuedAsync(IReadOnlyCollection<string> references);

    /// <summary>Marks a reference as issued, for good: it outlives the client's row.</summary>
    /// <exception cref="DuplicateKeyException">It was issued before.</exception>
    Task ReserveAsync(string reference, DateTimeOffset at);

    Task<Client?> ClientAsync(Guid id);

    /// <summary>The team's client with this reference (upper case); null when it is not theirs or nobody's.</summary>
    Task<Client?> OfTeamAsync(Guid teamId, string reference);

    /// <summary>Preferred job types of a client, from the service's list.</summary>
    Task<IReadOnlyList<string>> PreferredJobTypesAsync(Guid clientId);

    /// <summary>What the owner's clients in job search prefer, by reference.</summary>
    Task<IReadOnlyList<WantedJobType>> WantedJobTypesAsync(Guid ownerId);

    /// <summary>The team's clients that are not closed, or those of one owner, with their jobs and when they were last met, by reference.</summary>
    Task<IReadOnlyList<ClientListing>> OpenAsync(Guid teamId, Guid? ownerId);

    /// <summary>Moves the client on when the stored status is still <paramref name="from"/>; tells whether it did.</summary>
    Task<bool> ChangeStatusAsync(Guid id, ClientStatus from, ClientStatus to);

    Task AddAsync(Client client, IReadOnlyList<string> preferredJobTypes);

    /// <summary>Saves the client with its job types when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> SaveAsync(Client client, IReadOnlyList<string> preferredJobTypes, int expectedVersion);

    /// <summary>Removes the client unless anything refers to it or its version moved on; tells whether it was removed.</summary>
    Task<bool> RemoveIfUnusedAsync(Guid id, int version);
}
