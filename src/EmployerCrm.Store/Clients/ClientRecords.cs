using EmployerCrm.Core.Clients;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Clients;

internal sealed class ClientRecords(Session session) : IClientRecords
{
    private const string ReferencesOfTeamSql = "select reference from clients where team_id = @TeamId order by reference";

    private const string OpenReferencesOfOwnerSql = "select reference from clients where owner_id = @OwnerId and status <> 'Closed' order by reference";

    private const string JobSeekersOfOwnerSql = "select count(*) from clients where owner_id = @OwnerId and status = 'JobSearch'";

    private const string Columns = "id, reference, owner_id, team_id, programme, entered_on, status, check_reference";

    private const string ClientSql = $"select {Columns} from clients where id = @Id";

    private const string OfTeamSql = $"""
        select {Columns}
        from clients
        where team_id = @TeamId and reference = @Reference
        """;

    private const string PreferredJobTypesSql = "select job_type from client_preferred_job_types where client_id = @ClientId order by position";

    private const string AddClientSql = """
        insert into clients (id, reference, owner_id, team_id, programme, entered_on, status, check_reference)
        values (@Id, @Reference, @OwnerId, @TeamId, @Programme, @EnteredOn, @Status, @CheckReference)
        """;

    private const string ChangeStatusSql = "update clients set status = @To where id = @Id and status = @From";

    private const string AddJobTypeSql = "insert into client_preferred_job_types (client_id, position, job_type) values (@ClientId, @Position, @JobType)";

    public async Task<IReadOnlyList<string>> ReferencesOfTeamAsync(Guid teamId) => await session.QueryAsync<string>(ReferencesOfTeamSql, new { TeamId = teamId });

    public async Task<IReadOnlyList<string>> OpenReferencesOfOwnerAsync(Guid ownerId) =>
        await session.QueryAsync<string>(OpenReferencesOfOwnerSql, new { OwnerId = ownerId });

    public async Task<int> JobSeekersOfOwnerAsync(Guid ownerId) => (await session.QueryAsync<int>(JobSeekersOfOwnerSql, new { OwnerId = ownerId }))[0];

    public Task<Client?> ClientAsync(Guid id) => session.SingleAsync<Client>(ClientSql, new { Id = id });

    public Task<Client?> OfTeamAsync(Guid teamId, string reference) =>
        session.SingleAsync<Client>(OfTeamSql, new { TeamId = teamId, Reference = reference });

    public async Task<IReadOnlyList<string>> PreferredJobTypesAsync(Guid clientId) =>
        await session.QueryAsync<string>(PreferredJobTypesSql, new { ClientId = clientId });

    public async Task<bool> ChangeStatusAsync(Guid id, ClientStatus from, ClientStatus to) =>
        await session.ExecuteAsync(ChangeStatusSql, new { Id = id, From = from, To = to }) > 0;

    public async Task AddAsync(Client client, IReadOnlyList<string> preferredJobTypes)
    {
        await session.ExecuteAsync(AddClientSql, client);
        await session.ExecuteEachAsync(AddJobTypeSql, preferredJobTypes.Select((jobType, position) => new { ClientId = client.Id, Position = position, JobType = jobType }));
    }
}
