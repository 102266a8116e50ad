using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>An employer as of a day.</summary>
/// <param name="Today">The day in London that distances count from.</param>
/// <param name="TeamId">The team of the person who looks.</param>
public sealed record EmployerShown(EmployerOverview Overview, DateOnly Today, Guid SpecialistId, Guid TeamId);

/// <summary>Looking an employer up. Who knows it is for everybody; what is owed may be about a client and stays with the own team.</summary>
public sealed class EmployerOverviews(ICrmStore store, LondonClock clock)
{
    public Task<Outcome<EmployerShown>> ShowAsync(
        Actor actor, Guid employerId, Alongside<Outcome<EmployerShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ShowAsync(session, actor, employerId, today), also, cancellationToken);
    }

    private static async Task<Outcome<EmployerShown>> ShowAsync(ICrmSession session, Actor actor, Guid employerId, DateOnly today)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: { } role })
            return RefusalReason.NotAllowed;
        return await session.Employers.OverviewAsync(employerId, role == Role.Admin ? null : teamId, today) is { } overview
            ? new EmployerShown(overview, today, specialistId, teamId)
            : RefusalReason.NotFound;
    }
}
