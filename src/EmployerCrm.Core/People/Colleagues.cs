using System.Diagnostics.CodeAnalysis;

namespace EmployerCrm.Core.People;

/// <summary>Who of a team does its work: its specialists and its lead, as long as they are here.</summary>
internal static class Colleagues
{
    public static async Task<IReadOnlyList<Specialist>> OfAsync(ICrmSession session, Guid teamId, DateOnly today) =>
        [.. (await OfTeamAsync(session, teamId)).Where(person => !person.HasLeft(today))];

    /// <summary>With those who have left.</summary>
    public static async Task<IEnumerable<Specialist>> OfTeamAsync(ICrmSession session, Guid teamId) =>
        (await session.People.OfTeamAsync(teamId)).Where(person => person.Role is not Role.Admin).OrderBy(person => person.Name, StringComparer.CurrentCulture);

    /// <summary>Whether somebody can take over what another does, for a while or for good: somebody else of the same team who does such work and is here.</summary>
    public static bool MayStandIn([NotNullWhen(true)] Specialist? colleague, Specialist person, DateOnly today) =>
        colleague is { Role: Role.Specialist or Role.TeamLead } && colleague.Id != person.Id && colleague.TeamId == person.TeamId && !colleague.HasLeft(today);
}
