using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Clients;

/// <summary>Looking a client of the own team up by its key: with jobs, what is owed and was done, and contacts.</summary>
public sealed class ClientOverviews(ICrmStore store, LondonClock clock, ClientLists lists)
{
    public Task<Outcome<ClientOverview>> ShowAsync(Actor actor, Guid clientId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(session => ShowAsync(session, actor, clientId, today), cancellationToken);
    }

    private async Task<Outcome<ClientOverview>> ShowAsync(ICrmSession session, Actor actor, Guid clientId, DateOnly today)
    {
        var found = await ClientById.OfTeamAsync(session, actor, clientId);
        if (found.Value is not { } client)
            return found.Refusal!;
        var jobs = await session.Placements.OfClientAsync(client.Id);
        var support = new List<FollowUp>();
        foreach (var job in jobs)
            support.AddRange(await session.FollowUps.OfPlacementAsync(job.Id));
        return new ClientOverview(
            client,
            ClientStanding.Of(client.Status, jobs.Select(job => job.Span), today),
            lists.Of(client.Programme),
            await session.Clients.PreferredJobTypesAsync(client.Id),
            jobs,
            support,
            [.. (await session.FollowUps.OpenOfClientAsync(client.Id)).Where(open => open.Kind is FollowUpKind.Promise or FollowUpKind.Reminder or FollowUpKind.PermissionRevisit)],
            [.. await ContactsAsync(session, client.Id)],
            await session.Disclosure.OfClientAsync(client.Id),
            await session.CareTeam.UpdatesAsync(client.Id),
            await PeopleNames.OfAsync(session),
            today);
    }

    private static async Task<IEnumerable<TouchedClient>> ContactsAsync(ICrmSession session, Guid clientId)
    {
        var contacts = (await session.ClientContacts.OfClientAsync(clientId))
            .Select(contact => new TouchedClient(contact.Id, contact.On, contact.Way, contact.SpecialistId, null, WithClient: true)).ToList();
        var employers = new Dictionary<Guid, string>();
        foreach (var visit in await session.Visits.HeldOfClientAsync(clientId, DateOnly.MinValue))
        {
            if (!employers.ContainsKey(visit.EmployerId))
                employers[visit.EmployerId] = (await session.Employers.EmployerAsync(visit.EmployerId))!.Name;
            contacts.Add(new TouchedClient(visit.Id, visit.On, visit.Channel, visit.SpecialistId, employers[visit.EmployerId], visit.Facts.ClientPresent));
        }

        return contacts.OrderByDescending(touched => touched.On);
    }
}
