using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>An employer as of a day, as one person may see it.</summary>
/// <param name="Today">The day in London that distances count from.</param>
/// <param name="TeamId">The team of the person who looks.</param>
public sealed record EmployerShown(EmployerOverview Overview, DateOnly Today, Guid SpecialistId, Guid TeamId)
{
    /// <summary>1 to 5; null where it is not known.</summary>
    public int? Level { get; init; }

    /// <summary>What is live there of the openings that the person's team has heard of.</summary>
    public IReadOnlyList<Opening> Openings { get; init; } = [];

    /// <summary>Whether the person's team looks after it.</summary>
    public bool IsOwnTeams { get; init; }
}

/// <summary>
/// Looking an employer up. Who knows it is for everybody; what is owed may be about a client and stays with the own team, and how its people are reached, its
/// needs and notes stay with the team that looks after it.
/// </summary>
public sealed class EmployerOverviews(ICrmStore store, LondonClock clock)
{
    public Task<Outcome<EmployerShown>> ShowAsync(
        Actor actor, Guid employerId, Alongside<Outcome<EmployerShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => OfAsync(session, actor, employerId, today), also, cancellationToken);
    }

    /// <summary>The same, inside a transaction.</summary>
    public static async Task<Outcome<EmployerShown>> OfAsync(ICrmSession session, Actor actor, Guid employerId, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: { } role })
            return RefusalReason.NotAllowed;
        if (await session.Employers.OverviewAsync(employerId, role == Role.Admin ? null : teamId, today) is not { } whole)
            return RefusalReason.NotFound;
        var seen = whole with { Employer = whole.Employer.AsSeenBy(actor), People = [.. whole.People.Select(person => person.AsSeenBy(actor, whole.Employer))] };
        return new EmployerShown(seen, today, specialistId, teamId)
        {
            Level = (await session.Engagement.StandingAsync(employerId))?.Level,
            IsOwnTeams = EmployerAccess.IsOwnTeams(actor, whole.Employer),
            Openings = role == Role.Admin
                ? []
                : [.. (await session.Openings.OfEmployerAsync(employerId)).Where(opening => opening.TeamId == teamId && opening.IsLive(today)).OrderBy(opening => opening.ClosesOn)],
        };
    }
}
