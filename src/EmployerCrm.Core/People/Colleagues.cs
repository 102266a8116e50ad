namespace EmployerCrm.Core.People;

/// <summary>Who of a team does its work: its specialists and its lead, as long as they are here.</summary>
internal static class Colleagues
{
    public static async Task<IReadOnlyList<Specialist>> OfAsync(ICrmSession session, Guid teamId, DateOnly today) =>
        [.. (await OfTeamAsync(session, teamId)).Where(person => !person.HasLeft(today))];

    /// <summary>With those who have left.</summary>
    public static async Task<IEnumerable<Specialist>> OfTeamAsync(ICrmSession session, Guid teamId) =>
        (await session.People.SpecialistsAsync()).Where(person => person.TeamId == teamId && person.Role is not Role.Admin).OrderBy(person => person.Name, StringComparer.CurrentCulture);
}
