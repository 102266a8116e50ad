namespace EmployerCrm.Core.Clients;

public interface IClientRecords
{
    /// <summary>References of the team's clients, closed ones too: an old reference typed in a line must be recognised, not misread.</summary>
    Task<IReadOnlyList<string>> ReferencesOfTeamAsync(Guid teamId);

    /// <summary>References of the clients this specialist works with, without closed ones.</summary>
    Task<IReadOnlyList<string>> OpenReferencesOfOwnerAsync(Guid ownerId);

    /// <summary>How many clients who look for work this specialist works with.</summary>
    Task<int> JobSeekersOfOwnerAsync(Guid ownerId);

    Task<Client?> ClientAsync(Guid id);

    /// <summary>The team's client with this reference (upper case); null when it is not theirs or nobody's.</summary>
    Task<Client?> OfTeamAsync(Guid teamId, string reference);

    /// <summary>Preferred job types of a client, from the service's list.</summary>
    Task<IReadOnlyList<string>> PreferredJobTypesAsync(Guid clientId);

    /// <summary>Moves the client on when the stored status is still <paramref name="from"/>; tells whether it did.</summary>
    Task<bool> ChangeStatusAsync(Guid id, ClientStatus from, ClientStatus to);

    Task AddAsync(Client client, IReadOnlyList<string> preferredJobTypes);
}
