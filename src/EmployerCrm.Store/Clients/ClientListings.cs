using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Clients;

/// <summary>Clients of a team, or of one of its people, with their jobs and their last contacts: five statements, however many they are.</summary>
internal sealed class ClientListings(Session session, Guid teamId, Guid? ownerId)
{
    private const string Open = "c.team_id = @TeamId and (@OwnerId is null or c.owner_id = @OwnerId) and c.status <> 'Closed'";

    private const string ClientsSql = $"""
        select c.id, c.reference, c.owner_id, c.team_id, c.programme, c.entered_on, c.status, c.check_reference, c.closed_on, c.closing_reason, c.stepped_down_on, c.version
        from clients c
        where {Open}
        order by c.reference
        """;

    private const string OwnersSql = $"""
        select c.id as client_id, s.name
        from clients c inner join specialists s on s.id = c.owner_id
        where {Open}
        """;

    private const string JobsSql = $"""
        select p.client_id, p.id, p.employer_id, e.name as employer_name, e.town, p.job_title, p.starts_on, p.ends_on, p.end_reason, p.recorded_at, s.name as recorded_by_name
        from clients c
          inner join placements p on p.client_id = c.id
          inner join employers e on e.id = p.employer_id
          inner join specialists s on s.id = p.specialist_id
        where {Open}
        order by p.starts_on desc, p.recorded_at desc
        """;

    private const string LastVisitsSql = $"""
        select latest.client_id, latest.visited_on as [On], latest.channel as way
        from (
          select v.client_id, v.visited_on, v.channel, row_number() over (partition by v.client_id order by v.visited_on desc, v.logged_at desc) as place
          from clients c inner join visits v on v.client_id = c.id
          where {Open} and v.state = 'Held' and v.client_present = 1) latest
        where latest.place = 1
        """;

    private const string LastContactsSql = $"""
        select latest.client_id, latest.contacted_on as [On], latest.way
        from (
          select k.client_id, k.contacted_on, k.way, row_number() over (partition by k.client_id order by k.contacted_on desc, k.logged_at desc) as place
          from clients c inner join client_contacts k on k.client_id = c.id
          where {Open}) latest
        where latest.place = 1
        """;

    private readonly object _scope = new { TeamId = teamId, OwnerId = ownerId };

    public async Task<IReadOnlyList<ClientListing>> OpenAsync()
    {
        var clients = await session.QueryAsync<Client>(ClientsSql, _scope);
        if (clients.Count == 0)
            return [];
        var owners = (await session.QueryAsync<OwnerRow>(OwnersSql, _scope)).ToDictionary(row => row.ClientId, row => row.Name);
        var jobs = (await session.QueryAsync<PlacementSummary>(JobsSql, _scope)).ToLookup(row => row.ClientId);
        var visits = (await session.QueryAsync<ContactRow>(LastVisitsSql, _scope)).ToDictionary(row => row.ClientId, row => new LastContact(row.On, ClientContactKind.Visit, row.Way));
        var contacts = (await session.QueryAsync<ContactRow>(LastContactsSql, _scope))
            .ToDictionary(row => row.ClientId, row => new LastContact(row.On, ClientContactKind.ClientContact, row.Way));
        return
        [
            .. clients.Select(client => new ClientListing(
                client, owners[client.Id], [.. jobs[client.Id]], Later(visits.GetValueOrDefault(client.Id), contacts.GetValueOrDefault(client.Id)))),
        ];
    }

    /// <summary>Of one day, being in touch with the client tells more.</summary>
    private static LastContact? Later(LastContact? visit, LastContact? contact) =>
        visit is null || contact?.On >= visit.On ? contact : visit;

    private sealed record OwnerRow
    {
        public required Guid ClientId { get; init; }

        public required string Name { get; init; }
    }

    private sealed record ContactRow
    {
        public required Guid ClientId { get; init; }

        public required DateOnly On { get; init; }

        public required Channel Way { get; init; }
    }
}
