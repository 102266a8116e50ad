using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Clients;

internal sealed class ClientContactRecords(Session session) : IClientContactRecords
{
    private const string Columns = "id, client_id, specialist_id, team_id, contacted_on as [On], way, logged_at, version";

    private const string ContactSql = $"select {Columns} from client_contacts where id = @Id";

    private const string SameContactSql = $"""
        select {Columns}
        from client_contacts
        where client_id = @ClientId and specialist_id = @SpecialistId and contacted_on = @ContactedOn and way = @Way
        """;

    private const string OfClientSql = $"""
        select {Columns}
        from client_contacts
        where client_id = @ClientId
        order by contacted_on desc, logged_at desc
        """;

    private const string OfSpecialistSql = """
        select c.reference, k.contacted_on as [On], k.way
        from client_contacts k
          inner join clients c on c.id = k.client_id
        where k.specialist_id = @SpecialistId and k.contacted_on >= @First and k.contacted_on <= @Last
        order by k.contacted_on, c.reference
        """;

    private const string AddContactSql = """
        insert into client_contacts (id, client_id, specialist_id, team_id, contacted_on, way, logged_at, version)
        values (@Id, @ClientId, @SpecialistId, @TeamId, @ContactedOn, @Way, @LoggedAt, @Version)
        """;

    private const string RemoveContactSql = "delete from client_contacts where id = @Id and version = @Version";

    public Task<ClientContact?> ContactAsync(Guid id) => session.SingleAsync<ClientContact>(ContactSql, new { Id = id });

    public Task<ClientContact?> SameAsync(Guid clientId, Guid specialistId, DateOnly on, Channel way) =>
        session.SingleAsync<ClientContact>(SameContactSql, new { ClientId = clientId, SpecialistId = specialistId, ContactedOn = on, Way = way });

    public async Task<IReadOnlyList<ClientContact>> OfClientAsync(Guid clientId) =>
        await session.QueryAsync<ClientContact>(OfClientSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<ClientContactLine>> OfSpecialistAsync(Guid specialistId, DateOnly from, DateOnly to) =>
        await session.QueryAsync<ClientContactLine>(OfSpecialistSql, new { SpecialistId = specialistId, First = from, Last = to });

    public Task AddAsync(ClientContact contact) => session.ExecuteAsync(
        AddContactSql,
        new
        {
            contact.Id,
            contact.ClientId,
            contact.SpecialistId,
            contact.TeamId,
            ContactedOn = contact.On,
            contact.Way,
            contact.LoggedAt,
            contact.Version,
        });

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveContactSql, new { Id = id, Version = expectedVersion }) > 0;
}
