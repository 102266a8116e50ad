using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Employers as the reader of chat lines wants them: with their people, and how near they are to the actor.</summary>
internal sealed class DirectoryRows(Session session, Actor actor)
{
    private const string EmployersSql = "select id, name, town, team_id, owner_id from employers where id in @Ids";

    private const string PeopleSql = "select id, employer_id, name, role from contacts where employer_id in @Ids order by name_key";

    private const string KnownBySql = """
        select a.employer_id, a.specialist_id, s.team_id
        from employer_activity a inner join specialists s on s.id = a.specialist_id
        where a.employer_id in @Ids and s.team_id = @TeamId
        """;

    /// <summary>The employers with these ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<DirectoryEmployer>> InOrderAsync(IReadOnlyCollection<Guid> ids)
    {
        var employers = await session.QueryInChunksAsync<EmployerRow, Guid>(EmployersSql, ids, chunk => new { Ids = chunk });
        var people = (await session.QueryInChunksAsync<PersonRow, Guid>(PeopleSql, ids, chunk => new { Ids = chunk })).ToLookup(person => person.EmployerId);
        var known = (await KnownByAsync(ids)).ToLookup(row => row.EmployerId, row => row.SpecialistId);
        var byId = employers.ToDictionary(employer => employer.Id);
        return
        [
            .. ids.Select(id => byId[id]).Select(employer => new DirectoryEmployer(
                employer.Id,
                employer.Name,
                employer.Town ?? string.Empty,
                [.. people[employer.Id].Select(person => new DirectoryContact(person.Id, person.Name, person.Role ?? string.Empty))])
            {
                Ring = RingOf(employer, known[employer.Id]),
            }),
        ];
    }

    private async Task<List<KnownRow>> KnownByAsync(IReadOnlyCollection<Guid> ids) => actor.TeamId is { } team
        ? await session.QueryInChunksAsync<KnownRow, Guid>(KnownBySql, ids, chunk => new { Ids = chunk, TeamId = team })
        : [];

    private EmployerRing RingOf(EmployerRow employer, IEnumerable<Guid> colleagues)
    {
        var knowing = colleagues.ToList();
        if (actor.SpecialistId is { } self && (employer.OwnerId == self || knowing.Contains(self)))
            return EmployerRing.Mine;
        return actor.TeamId is { } team && (employer.TeamId == team || knowing.Count > 0) ? EmployerRing.Team : EmployerRing.Region;
    }

    private sealed record EmployerRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public string? Town { get; init; }

        public required Guid TeamId { get; init; }

        public Guid? OwnerId { get; init; }
    }

    private sealed record PersonRow
    {
        public required Guid Id { get; init; }

        public required Guid EmployerId { get; init; }

        public required string Name { get; init; }

        public string? Role { get; init; }
    }

    private sealed record KnownRow
    {
        public required Guid EmployerId { get; init; }

        public required Guid SpecialistId { get; init; }
    }
}
