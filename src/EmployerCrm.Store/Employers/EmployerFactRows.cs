using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>What lists tell of employers beside their records: three statements for a page.</summary>
internal sealed class EmployerFactRows(Session session)
{
    private const string LevelsSql = "select employer_id, level, review_on from employer_summaries where employer_id in @Ids";

    private const string KnownBySql = """
        select a.employer_id, a.specialist_id, s.name, s.team_id, t.name as team_name, s.left_on, a.contacts, a.last_on
        from employer_activity a
          inner join specialists s on s.id = a.specialist_id
          inner join teams t on t.id = s.team_id
        where a.employer_id in @Ids
        order by a.last_on desc, a.contacts desc, s.name
        """;

    private const string OwedSql = """
        select employer_id, count(*) as owed
        from follow_ups
        where employer_id in @Ids and team_id = @TeamId and state = 'Open'
        group by employer_id
        """;

    private const string PlannedSql = """
        select v.employer_id, v.specialist_id, s.name as specialist_name, v.channel, v.visited_on as [On], v.visited_at as [At]
        from visits v
          inner join specialists s on s.id = v.specialist_id
        where v.employer_id in @Ids and v.state = 'Planned' and v.visited_on >= @First
        order by v.visited_on, case when v.visited_at is null then 1 else 0 end, v.visited_at, v.logged_at
        """;

    public async Task<IReadOnlyList<EmployerFacts>> OfAsync(IReadOnlyCollection<Guid> ids, Guid? teamId)
    {
        var facts = await session.QueryInChunksAsync<EmployerFacts, Guid>(LevelsSql, ids, chunk => new { Ids = chunk });
        var known = (await session.QueryInChunksAsync<KnownRow, Guid>(KnownBySql, ids, chunk => new { Ids = chunk })).ToLookup(row => row.EmployerId);
        var owed = teamId is { } team
            ? (await session.QueryInChunksAsync<OwedRow, Guid>(OwedSql, ids, chunk => new { Ids = chunk, TeamId = team })).ToDictionary(row => row.EmployerId, row => row.Owed)
            : [];
        return [.. facts.Select(fact => fact with { KnownBy = [.. known[fact.EmployerId].Select(row => row.Colleague)], Owed = owed.GetValueOrDefault(fact.EmployerId) })];
    }

    public async Task<IReadOnlyList<PlannedThere>> PlannedAsync(IReadOnlyCollection<Guid> ids, DateOnly from) =>
        await session.QueryInChunksAsync<PlannedThere, Guid>(PlannedSql, ids, chunk => new { Ids = chunk, First = from });

    private sealed record KnownRow
    {
        public required Guid EmployerId { get; init; }

        public required Guid SpecialistId { get; init; }

        public required string Name { get; init; }

        public required Guid TeamId { get; init; }

        public required string TeamName { get; init; }

        public DateOnly? LeftOn { get; init; }

        public required int Contacts { get; init; }

        public required DateOnly LastOn { get; init; }

        public KnowingColleague Colleague =>
            new() { SpecialistId = SpecialistId, Name = Name, TeamId = TeamId, TeamName = TeamName, LeftOn = LeftOn, Contacts = Contacts, LastOn = LastOn };
    }

    private sealed record OwedRow
    {
        public required Guid EmployerId { get; init; }

        public required int Owed { get; init; }
    }
}
