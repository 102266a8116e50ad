using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.FollowUps;

/// <summary>The step of a schedule that a follow-up is.</summary>
/// <param name="Schedule">The name of the schedule under which the job began.</param>
/// <param name="Step">Null where the schedule no longer has it.</param>
/// <param name="EmployerName">Where the job is.</param>
/// <param name="StartsOn">The first day at work.</param>
public sealed record OwedStep(string Schedule, ScheduleStep? Step, string EmployerName, DateOnly StartsOn);

/// <summary>The visit at which it was promised.</summary>
public sealed record PromisedAt(DateOnly On, Channel Channel, string? ByName);

/// <summary>A follow-up with why it is owed and what happened to it.</summary>
/// <param name="Step">Null for what no schedule owes.</param>
/// <param name="Visit">Null for what was not promised at a visit.</param>
/// <param name="Colleagues">Who can take it over.</param>
public sealed record FollowUpOverview(
    FollowUpSummary Item, FollowUp Row, OwedStep? Step, PromisedAt? Visit, IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<Specialist> Colleagues, DateOnly Today);

/// <summary>Everything about one follow-up, for its own team.</summary>
public sealed class FollowUpOverviews(ICrmStore store, LondonClock clock, ScheduleBook book)
{
    public Task<Outcome<FollowUpOverview>> ShowAsync(Actor actor, Guid followUpId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<FollowUpOverview>>(
            async session =>
            {
                var found = await FollowUpSharing.OfTeamAsync(session, actor, followUpId);
                if (found.Value is not { } row)
                    return found.Refusal!;
                var colleagues = await Colleagues.OfAsync(session, row.TeamId, today);
                return new FollowUpOverview(
                    (await session.FollowUps.SummariesAsync([row.Id]))[0], row, await StepAsync(session, row), await VisitAsync(session, row), await FollowUpStory.OfAsync(session, row.Id),
                    [.. colleagues.Where(person => person.Id != row.OwnerId)], today);
            },
            cancellationToken);
    }

    private async Task<OwedStep?> StepAsync(ICrmSession session, FollowUp row)
    {
        if (row is not { PlacementId: { } placementId, StepKey: { } key, ClientId: { } clientId } || await session.Placements.PlacementAsync(placementId) is not { } placement
            || await session.Clients.ClientAsync(clientId) is not { } client || await session.Employers.EmployerAsync(placement.EmployerId) is not { } employer)
            return null;
        var plan = await book.OfAsync(session, placement, client);
        return new OwedStep(plan.Name, plan.Step(key), employer.Name, placement.StartsOn);
    }

    private static async Task<PromisedAt?> VisitAsync(ICrmSession session, FollowUp row)
    {
        if (row.VisitId is not { } id || await session.Visits.VisitAsync(id) is not { } visit)
            return null;
        return new PromisedAt(visit.On, visit.Channel, (await session.People.SpecialistAsync(visit.SpecialistId))?.Name);
    }
}
