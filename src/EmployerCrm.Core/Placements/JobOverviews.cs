using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Placements;

/// <summary>Everything a page tells of a client's job. Special category data: for the owning team only.</summary>
/// <param name="Contact">Whom to ask for there.</param>
/// <param name="People">Who is recorded at the employer and has not left.</param>
/// <param name="Changes">What was recorded to have changed, the earliest first.</param>
/// <param name="Steps">What its schedule owed and owes, in the order of the days.</param>
/// <param name="Permission">What the client lets the employer know; null where nothing was recorded.</param>
/// <param name="AfterEnd">What would be owed once the service hears today that it ended; nothing where it has heard so.</param>
/// <param name="OtherJobs">The client's other jobs, the latest start first.</param>
/// <param name="Names">The people of the service by their keys.</param>
public sealed record JobOverview(
    Placement Placement, Client Client, Employer Employer, Contact? Contact, IReadOnlyList<Contact> People, IReadOnlyList<PlacementChange> Changes, IReadOnlyList<FollowUp> Steps,
    IReadOnlyList<PlannedStep> AfterEnd, DisclosurePermission? Permission, IReadOnlyList<PlacementSummary> OtherJobs, IReadOnlyDictionary<Guid, string> Names, DateOnly Today);

/// <summary>Looking a job of a client of the own team up.</summary>
public sealed class JobOverviews(ICrmStore store, LondonClock clock, ScheduleBook book)
{
    public Task<Outcome<JobOverview>> ShowAsync(Actor actor, Guid placementId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(session => ShowAsync(session, actor, placementId, today), cancellationToken);
    }

    private async Task<Outcome<JobOverview>> ShowAsync(ICrmSession session, Actor actor, Guid placementId, DateOnly today)
    {
        if (actor is not { Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        if (await session.Placements.PlacementAsync(placementId) is not { } placement)
            return RefusalReason.NotFound;
        if ((await ClientById.OfTeamAsync(session, actor, placement.ClientId)).Value is not { } client)
            return RefusalReason.NotFound;
        var people = await session.Employers.ContactsAsync(placement.EmployerId);
        return new JobOverview(
            placement,
            client,
            (await session.Employers.EmployerAsync(placement.EmployerId))!.AsSeenBy(actor),
            people.FirstOrDefault(person => person.Id == placement.ContactId),
            [.. people.Where(person => person.LeftOn is null)],
            await session.Placements.ChangesAsync(placement.Id),
            await session.FollowUps.OfPlacementAsync(placement.Id),
            placement.EndHeardOn is null && client.Status != ClientStatus.SteppedDown ? (await book.OfAsync(session, placement, client)).Of(ScheduleAnchor.JobLossHeard, today, today) : [],
            await session.Disclosure.HoldingAsync(client.Id, placement.EmployerId),
            [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => job.Id != placement.Id)],
            await PeopleNames.OfAsync(session),
            today);
    }
}
