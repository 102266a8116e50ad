namespace EmployerCrm.Core.Clients;

public interface IClientRecords
{
    /// <summary>References of the team's clients, closed ones too: an old reference typed in a line must be recognised, not misread.</summary>
    Task<IReadOnlyList<string>> ReferencesOfTeamAsync(Guid teamId);

    Task<Client?> ClientAsync(Guid id);

    /// <summary>The team's client with this reference (upper case); null when it is not theirs or nobody's.</summary>
    Task<Client?> OfTeamAsync(Guid teamId, string reference);

    /// <summary>Preferred job types of a client, from the service's list.</summary>
    Task<IReadOnlyList<string>> PreferredJobTypesAsync(Guid clientId);

    Task AddAsync(Client client, IReadOnlyList<string> preferredJobTypes);
}
