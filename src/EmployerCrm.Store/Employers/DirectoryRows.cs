using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Employers as the reader of chat lines wants them: with their people, and how near they are to the actor.</summary>
internal sealed class DirectoryRows(Session session, Actor actor)
{
    // A cross join, because SQLite keeps its order: from the team's few people to the employers, however many other people know those.
    private const string KnownBySql = """
        select a.employer_id, a.specialist_id
        from specialists s cross join employer_activity a
        where s.team_id = @TeamId and a.specialist_id = s.id and a.employer_id in @Ids
        """;

    /// <summary>The employers with these ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<DirectoryEmployer>> InOrderAsync(IReadOnlyCollection<Guid> ids)
    {
        var rows = new EmployerRows(session);
        var (employers, contacts) = (await rows.OfAsync(ids), await rows.ContactsAsync(ids));
        var known = (await KnownByAsync(ids)).ToLookup(row => row.EmployerId, row => row.SpecialistId);
        return
        [
            .. ids.Select(id => employers[id]).Select(employer => new DirectoryEmployer(
                employer.Id,
                employer.Name,
                employer.Town ?? string.Empty,
                [.. contacts[employer.Id].Select(person => new DirectoryContact(person.Id, person.Name, person.Role ?? string.Empty))])
            {
                Ring = RingOf(employer, known[employer.Id]),
                ArchivedOn = employer.ArchivedOn,
            }),
        ];
    }

    private async Task<List<KnownRow>> KnownByAsync(IReadOnlyCollection<Guid> ids) => actor.TeamId is { } team
        ? await session.QueryInChunksAsync<KnownRow, Guid>(KnownBySql, ids, chunk => new { Ids = chunk, TeamId = team })
        : [];

    private EmployerRing RingOf(Employer employer, IEnumerable<Guid> colleagues)
    {
        var knowing = colleagues.ToList();
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
