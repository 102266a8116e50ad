using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>How near employers are to the actor: their own, one that a colleague knows, or another.</summary>
internal sealed class EmployerRings(Session session, Actor actor)
{
    // A cross join, because SQLite keeps its order: from the team's few people to the employers, however many other people know those.
    private const string KnownBySql = """
        select a.employer_id, a.specialist_id
        from specialists s cross join employer_activity a
        where s.team_id = @TeamId and a.specialist_id = s.id and a.employer_id in @Ids
        """;

    /// <summary>The employers in their order, each with its ring.</summary>
    public async Task<IReadOnlyList<DirectoryEmployer>> OfAsync(IReadOnlyList<DirectoryEmployer> employers)
    {
        var ids = employers.Select(employer => employer.Id).ToList();
        var rows = await new EmployerRows(session).OfAsync(ids);
        var known = (await KnownByAsync(ids)).ToLookup(row => row.EmployerId, row => row.SpecialistId);
        return [.. employers.Select(employer => employer with { Ring = RingOf(rows[employer.Id], [.. known[employer.Id]]) })];
    }

    private async Task<List<KnownRow>> KnownByAsync(IReadOnlyCollection<Guid> ids) => actor.TeamId is { } team
        ? await session.QueryInChunksAsync<KnownRow, Guid>(KnownBySql, ids, chunk => new { Ids = chunk, TeamId = team })
        : [];

    private EmployerRing RingOf(Employer employer, List<Guid> knowing)
    {
        if (actor.SpecialistId is { } self && (employer.OwnerId == self || knowing.Contains(self)))
            return EmployerRing.Mine;
        return actor.TeamId is { } team && (employer.TeamId == team || knowing.Count > 0) ? EmployerRing.Team : EmployerRing.Region;
    }

    private sealed record KnownRow
    {
        public required Guid EmployerId { get; init; }

        public required Guid SpecialistId { get; init; }
    }
}
