using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Clients;

/// <summary>A client in a list.</summary>
/// <param name="Standing">What the client is today.</param>
/// <param name="Jobs">The jobs they are in today, the latest start first.</param>
/// <param name="Next">The next job that is still to begin.</param>
/// <param name="DaysWithout">Days since the last contact, or since they entered where there was none.</param>
public sealed record ClientShown(
    Client Client, string OwnerName, ClientStatus Standing, IReadOnlyList<PlacementSummary> Jobs, PlacementSummary? Next, LastContact? LastContact, int DaysWithout);

/// <summary>Clients as of a day, those longest without contact first.</summary>
/// <param name="OfTeam">Whether it is the whole team's list.</param>
public sealed record ClientsShown(IReadOnlyList<ClientShown> Clients, bool OfTeam, DateOnly Today)
{
    public int JobSearch => Clients.Count(client => client.Standing == ClientStatus.JobSearch);

    public int InWork => Clients.Count(client => client.Standing == ClientStatus.InWork);
}

/// <summary>Whom a person works with. A team lead sees the team's, an admin nobody.</summary>
public sealed class MyClients(ICrmStore store, LondonClock clock)
{
    /// <summary>The clients with their jobs and last contacts.</summary>
    /// <param name="ownOnly">Shows a team lead their own clients.</param>
    public Task<Outcome<ClientsShown>> ShowAsync(Actor actor, bool ownOnly, Alongside<Outcome<ClientsShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ShowAsync(session, actor, ownOnly, today), also, cancellationToken);
    }

    private static async Task<Outcome<ClientsShown>> ShowAsync(ICrmSession session, Actor actor, bool ownOnly, DateOnly today)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var ofTeam = actor.Role == Role.TeamLead && !ownOnly;
        var clients = await session.Clients.OpenAsync(teamId, ofTeam ? null : specialistId);
        return new ClientsShown(
            [.. clients.Select(client => Shown(client, today)).OrderByDescending(client => client.DaysWithout).ThenBy(client => client.Client.Reference, StringComparer.Ordinal)],
            ofTeam,
            today);
    }

    private static ClientShown Shown(ClientListing listing, DateOnly today) => new(
        listing.Client,
        listing.OwnerName,
        ClientStanding.Of(listing.Client.Status, listing.Jobs.Select(job => job.Span), today),
        [.. listing.Jobs.Where(job => job.Span.IsCurrent(today))],
        listing.Jobs.LastOrDefault(job => job.Span.IsToCome(today)),
        listing.LastContact,
        today.DayNumber - (listing.LastContact?.On ?? listing.Client.EnteredOn).DayNumber);
}
