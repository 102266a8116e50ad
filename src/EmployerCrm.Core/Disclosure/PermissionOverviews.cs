using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Disclosure;

/// <summary>What clients let employers know, to be read. All of it stays with the clients' own team.</summary>
public sealed class PermissionOverviews(ICrmStore store, LondonClock clock)
{
    /// <summary>How far back a person's own contacts are looked through.</summary>
    private const int MonthsBack = 12;

    /// <summary>Everything of one client.</summary>
    public Task<Outcome<PermissionsShown>> OfClientAsync(Actor actor, Guid clientId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<PermissionsShown>>(
            async session =>
            {
                var found = await ClientById.OfTeamAsync(session, actor, clientId);
                return found.Value is { } client ? await ShownAsync(session, client, today) : found.Refusal!;
            },
            cancellationToken);
    }

    /// <summary>Before somebody revokes: what that would cancel at once.</summary>
    public Task<Outcome<RevocationShown>> RevokingAsync(Actor actor, Guid clientId, Guid employerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<RevocationShown>>(
            async session =>
            {
                var found = await ClientById.OfTeamAsync(session, actor, clientId);
                if (found.Value is not { } client)
                    return found.Refusal!;
                if (await session.Employers.EmployerAsync(employerId) is not { } employer)
                    return RefusalReason.NotFound;
                var owed = (await session.FollowUps.OpenOfClientAsync(client.Id)).Where(open => open.EmployerId == employerId);
                return new RevocationShown(
                    client, employerId, employer.Name, await session.Disclosure.HoldingAsync(client.Id, employerId), [.. owed],
                    (await session.Visits.PlannedAtAsync(client.OwnerId, employerId)).Count(visit => visit.ClientReference == client.Reference), today);
            },
            cancellationToken);
    }

    /// <summary>Which of the own team's clients have a live permission at the employer.</summary>
    public Task<Outcome<LivePermissions>> AtEmployerAsync(Actor actor, Guid employerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<LivePermissions>>(
            async session => actor is { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead }
                ? new LivePermissions(await session.Disclosure.LiveAtAsync(teamId, employerId), today)
                : RefusalReason.NotAllowed,
            cancellationToken);
    }

    /// <summary>The person's own contacts of the last months that need a permission, or the client taken off.</summary>
    public Task<Outcome<UnpermittedContacts>> UnpermittedAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<UnpermittedContacts>>(
            async session => actor is { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead }
                ? new UnpermittedContacts(await session.Disclosure.UnpermittedOfSpecialistAsync(specialistId, teamId, today.AddMonths(-MonthsBack)), today)
                : RefusalReason.NotAllowed,
            cancellationToken);
    }

    private static async Task<PermissionsShown> ShownAsync(ICrmSession session, Client client, DateOnly today)
    {
        var people = await PeopleNames.OfAsync(session);
        var history = (await session.Disclosure.OfClientAsync(client.Id)).ToLookup(permission => permission.EmployerId);
        var jobs = (await session.Placements.OfClientAsync(client.Id)).Where(job => !(job.EndsOn <= today)).Select(job => job.EmployerId).ToHashSet();
        var unpermitted = await session.Disclosure.UnpermittedOfClientAsync(client.Id);
        var employers = new List<EmployerPermissions>();
        foreach (var id in jobs.Concat(history.Select(group => group.Key)).Concat(unpermitted.Select(contact => contact.EmployerId)).Distinct())
        {
            var employer = (await session.Employers.EmployerAsync(id))!;
            employers.Add(new EmployerPermissions(id, employer.Name, employer.Town, jobs.Contains(id), [.. history[id].Select(permission => new PermissionShown(
                permission, people.GetValueOrDefault(permission.RecordedById, ""), permission.EndedById is { } endedBy ? people.GetValueOrDefault(endedBy) : null))]));
        }

        return new PermissionsShown(
            client,
            [.. employers.OrderByDescending(employer => employer.IsJob).ThenByDescending(employer => employer.Holding?.Permission.IsLive == true)
                .ThenBy(employer => employer.EmployerName, StringComparer.CurrentCultureIgnoreCase)],
            unpermitted,
            today);
    }
}
