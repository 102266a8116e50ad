using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>The same line twice: asked about, for it may be two visits or a thumb that slipped.</summary>
public sealed class SameLines(ICrmStore store, LondonClock clock)
{
    /// <summary>For how long an equal line is taken for a slip.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    /// <summary>A visit equal to this one (employer, channel, day, held or planned, notes) that the person logged within the last minute.</summary>
    public Task<Visit?> FindAsync(Actor actor, LogVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(visit);
        var since = clock.Now - Within;
        return store.ReadAsync(
            async session => actor.SpecialistId is { } id && visit.EmployerId is not null
                ? (await session.Visits.LoggedSinceAsync(id, visit.On, since)).FirstOrDefault(logged => IsEqual(logged, visit))
                : null,
            cancellationToken);
    }

    private static bool IsEqual(Visit logged, LogVisit visit) =>
        logged.EmployerId == visit.EmployerId && logged.Channel == visit.Channel && logged.State == visit.State && logged.Notes == Text.OrNull(visit.Notes);
}
