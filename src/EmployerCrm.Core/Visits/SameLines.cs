using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>The same line twice: asked about, for it may be two visits or a thumb that slipped.</summary>
public sealed class SameLines(ICrmStore store, LondonClock clock)
{
    /// <summary>For how long an equal line is taken for a slip.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    /// <summary>Whether the person logged a visit equal to this one (employer, channel, day, held or planned, notes) within the last minute.</summary>
    public Task<bool> CameAsync(Actor actor, LogVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(visit);
        var since = clock.Now - Within;
        return store.ReadAsync(
            async session => actor.SpecialistId is { } id && visit.EmployerId is { } employerId
                && (await session.Visits.NotesLoggedSinceAsync(id, new SameVisit(employerId, visit.Channel, visit.State, visit.On), since)).Contains(Text.OrNull(visit.Notes)),
            cancellationToken);
    }
}

/// <summary>What two equal visits share beside their notes.</summary>
public sealed record SameVisit(Guid EmployerId, Channel Channel, VisitState State, DateOnly On);
