using EmployerCrm.Core.Clients;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Clients;

internal sealed class ClientRecords(Session session) : IClientRecords
{
    private const string ReferencesOfTeamSql = "select reference from clients where team_id = @TeamId order by reference";

    private const string OpenReferencesOfOwnerSql = "select reference from clients where owner_id = @OwnerId and status <> 'Closed' order by reference";

    // What ClientStanding says, for a count that is made in every turn; a test holds the two together.
    private const string JobSeekersOfOwnerSql = """
        select count(*)
        from clients c
        where c.owner_id = @OwnerId
          and (c.status = 'JobSearch'
            or (c.status = 'InWork' and exists (select 1 from placements b where b.client_id = c.id and b.starts_on <= @Day)))
          and not exists (select 1 from placements p where p.client_id = c.id and p.starts_on <= @Day and (p.ends_on is null or p.ends_on > @Day))
        """;

    private const string Columns = "id, reference, owner_id, team_id, programme, entered_on, status, check_reference, closed_on, closing_reason, stepped_down_on, version";

    private const string ClientSql = $"select {Columns} from clients where id = @Id";

    private const string OfTeamSql = $"""
        select {Columns}
        from clients
        where team_id = @TeamId and reference = @Reference
        """;

    private const string PreferredJobTypesSql = "select job_type from client_preferred_job_types where client_id = @ClientId order by position";

    private const string WantedJobTypesSql = """
        select c.reference, p.job_type
        from clients c inner join client_preferred_job_types p on p.client_id = c.id
        where c.owner_id = @OwnerId and c.status = 'JobSearch'
        order by c.reference, p.position
        """;

    private const string AddClientSql = """
        insert into clients (id, reference, owner_id, team_id, programme, entered_on, status, check_reference, closed_on, closing_reason, stepped_down_on, version)
        values (@Id, @Reference, @OwnerId, @TeamId, @Programme, @EnteredOn, @Status, @CheckReference, @ClosedOn, @ClosingReason, @SteppedDownOn, @Version)
        """;

    private const string SaveClientSql = """
        update clients
        set owner_id = @OwnerId, team_id = @TeamId, programme = @Programme, entered_on = @EnteredOn, status = @Status, check_reference = @CheckReference,
          closed_on = @ClosedOn, closing_reason = @ClosingReason, stepped_down_on = @SteppedDownOn, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string ChangeStatusSql = "update clients set status = @To, version = version + 1 where id = @Id and status = @From";

    private const string RemoveUnusedClientSql = """
        delete from clients
        where id = @Id and version = @Version
          and not exists (select 1 from visits v where v.client_id = @Id)
          and not exists (select 1 from follow_ups f where f.client_id = @Id)
          and not exists (select 1 from placements p where p.client_id = @Id)
          and not exists (select 1 from client_contacts k where k.client_id = @Id)
          and not exists (select 1 from disclosure_permissions d where d.client_id = @Id)
          and not exists (select 1 from care_team_updates u where u.client_id = @Id)
          and not exists (select 1 from liaison_contacts l where l.client_id = @Id)
        """;

    private const string AddJobTypeSql = "insert into client_preferred_job_types (client_id, position, job_type) values (@ClientId, @Position, @JobType)";

    private const string RemoveJobTypesSql = "delete from client_preferred_job_types where client_id = @ClientId";

    private readonly IssuedReferences _issued = new(session);

    public async Task<IReadOnlyList<string>> ReferencesOfTeamAsync(Guid teamId) => await session.RememberedAsync(
        known => known.ReferencesByTeam, teamId, async id => (IReadOnlyList<string>?)await session.QueryAsync<string>(ReferencesOfTeamSql, new { TeamId = id })) ?? [];

    public async Task<IReadOnlyList<string>> OpenReferencesOfOwnerAsync(Guid ownerId) =>
        await session.QueryAsync<string>(OpenReferencesOfOwnerSql, new { OwnerId = ownerId });

    public Task<int> JobSeekersOfOwnerAsync(Guid ownerId, DateOnly on) =>
        session.CountAsync(JobSeekersOfOwnerSql, new { OwnerId = ownerId, Day = on });

    public Task<IReadOnlyList<string>> ReferencesInUseAsync(Guid teamId, DateOnly closedSince) => _issued.InUseAsync(teamId, closedSince);

    public Task<IReadOnlyCollection<string>> IssuedAsync(IReadOnlyCollection<string> references) => _issued.OfAsync(references);

    public Task ReserveAsync(string reference, DateTimeOffset at) => _issued.AddAsync(reference, at);

    public Task<Client?> ClientAsync(Guid id) => session.SingleAsync<Client>(ClientSql, new { Id = id });

    public Task<Client?> OfTeamAsync(Guid teamId, string reference) =>
        session.SingleAsync<Client>(OfTeamSql, new { TeamId = teamId, Reference = reference });

    public async Task<IReadOnlyList<string>> PreferredJobTypesAsync(Guid clientId) =>
        await session.QueryAsync<string>(PreferredJobTypesSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<WantedJobType>> WantedJobTypesAsync(Guid ownerId) =>
        await session.QueryAsync<WantedJobType>(WantedJobTypesSql, new { OwnerId = ownerId });

    public Task<IReadOnlyList<ClientListing>> OpenAsync(Guid teamId, Guid? ownerId) => new ClientListings(session, teamId, ownerId).OpenAsync();

    public async Task<bool> ChangeStatusAsync(Guid id, ClientStatus from, ClientStatus to) =>
        await session.ExecuteAsync(ChangeStatusSql, new { Id = id, From = from, To = to }) > 0;

    public async Task AddAsync(Client client, IReadOnlyList<string> preferredJobTypes)
    {
        await session.ExecuteAsync(AddClientSql, client);
        await AddJobTypesAsync(client.Id, preferredJobTypes);
    }

    public async Task<bool> SaveAsync(Client client, IReadOnlyList<string> preferredJobTypes, int expectedVersion)
    {
        var row = new
        {
            client.Id,
            client.OwnerId,
            client.TeamId,
            client.Programme,
            client.EnteredOn,
            client.Status,
            client.CheckReference,
            client.ClosedOn,
            client.ClosingReason,
            client.SteppedDownOn,
            client.Version,
            ExpectedVersion = expectedVersion,
        };
        if (await session.ExecuteAsync(SaveClientSql, row) == 0)
            return false;
        await session.ExecuteAsync(RemoveJobTypesSql, new { ClientId = client.Id });
        await AddJobTypesAsync(client.Id, preferredJobTypes);
        return true;
    }

    public async Task<bool> RemoveIfUnusedAsync(Guid id, int version) =>
        await session.ExecuteAsync(RemoveUnusedClientSql, new { Id = id, Version = version }) > 0;

    private Task AddJobTypesAsync(Guid clientId, IReadOnlyList<string> jobTypes) =>
        session.ExecuteEachAsync(AddJobTypeSql, jobTypes.Select((jobType, position) => new { ClientId = clientId, Position = position, JobType = jobType }));
}
