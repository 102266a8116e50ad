using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;

namespace EmployerCrm.Core.People;

/// <summary>One person of a team in a stretch of days.</summary>
public sealed record PersonAway(Specialist Person, PersonSettings Settings, IReadOnlyList<LeaveShown> Leave);

/// <summary>Who of a team is away when, and who covers.</summary>
/// <param name="Calendar">The working days of the team.</param>
public sealed record TeamAway(Team Team, DateOnly From, DateOnly To, IReadOnlyList<PersonAway> People, TeamCalendar Calendar, DateOnly Today);

/// <summary>The leave calendar of a team, for its lead.</summary>
public sealed class TeamLeave(ICrmStore store, LondonClock clock, FidelityOptions options)
{
    private const int MostDays = 100;

    public Task<Outcome<TeamAway>> ShowAsync(Actor actor, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(Body, cancellationToken);

        async Task<Outcome<TeamAway>> Body(ICrmSession session)
        {
            if (actor is not { Role: Role.TeamLead, TeamId: { } teamId } || await session.People.TeamAsync(teamId) is not { } team)
                return RefusalReason.NotAllowed;
            if (to < from || to.DayNumber - from.DayNumber > MostDays)
                return RefusalReason.DayUnlikely;
            var people = (await session.People.OfTeamAsync(teamId)).Where(person => person.Role is not Role.Admin && !person.HasLeft(today)).ToList();
            var settings = await session.Settings.OfAsync([.. people.Select(person => person.Id)]);
            var leave = (await LeaveRules.ShownAsync(session, await session.Settings.LeaveOfTeamAsync(teamId, from, to))).ToLookup(row => row.Leave.SpecialistId);
            return new TeamAway(
                team, from, to, [.. people.Select(person => new PersonAway(person, settings[person.Id], [.. leave[person.Id]]))],
                new TeamCalendar(options.Holidays, team.Nation), today);
        }
    }
}
