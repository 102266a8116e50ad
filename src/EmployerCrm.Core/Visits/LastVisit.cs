using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>A contact as it was logged, with the names a person reads beside it.</summary>
public sealed record RecentVisit(Visit Visit, VisitSummary Summary);

/// <summary>The contact that a person logged last: what "same again" repeats.</summary>
public sealed class LastVisit(ICrmStore store, LondonClock clock)
{
    /// <summary>The last logged of the person's contacts of this week; null when there is none.</summary>
    public Task<RecentVisit?> OfThisWeekAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(
            async session =>
            {
                if (actor.SpecialistId is not { } specialistId)
                    return null;
                RecentVisit? last = null;
                foreach (var summary in await session.Visits.OfSpecialistAsync(specialistId, Weeks.StartOf(today), today))
                {
                    if (summary.State == VisitState.Held && await session.Visits.VisitAsync(summary.Id) is { } visit && !(visit.LoggedAt < last?.Visit.LoggedAt))
                        last = new RecentVisit(visit, summary);
                }

                return last;
            },
            cancellationToken);
    }
}
