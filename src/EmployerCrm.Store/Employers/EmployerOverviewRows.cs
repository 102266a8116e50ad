using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>What a person reads about one employer: six statements, however long its history.</summary>
internal sealed class EmployerOverviewRows(Session session, IEmployerRecords employers)
{
    private const string KnownBySql = """
        select a.specialist_id, s.name, s.team_id, t.name as team_name, s.left_on, a.contacts, a.last_on
        from employer_activity a
          inner join specialists s on s.id = a.specialist_id
          inner join teams t on t.id = s.team_id
        where a.employer_id = @EmployerId
        order by a.last_on desc, a.contacts desc, s.name
        """;

    private const string LastSql = $"""
        select v.specialist_id, s.name as specialist_name, v.channel, v.visited_on as [On], v.visited_at as [At]
        from visits v
          inner join specialists s on s.id = v.specialist_id
        where v.employer_id = @EmployerId and v.state = 'Held'
        order by v.visited_on desc, case when v.visited_at is null then 1 else 0 end, v.visited_at desc, v.logged_at desc
        {Dialect.Page}
        """;

    private const string NextPlannedSql = $"""
        select v.specialist_id, s.name as specialist_name, v.channel, v.visited_on as [On], v.visited_at as [At]
        from visits v
          inner join specialists s on s.id = v.specialist_id
        where v.employer_id = @EmployerId and v.state = 'Planned' and v.visited_on >= @Today
        order by v.visited_on, case when v.visited_at is null then 1 else 0 end, v.visited_at, v.logged_at
        {Dialect.Page}
        """;

    private const string OwedByTeamSql = """
        select f.title, f.owner_id, s.name as owner_name, f.due_on
        from follow_ups f
          inner join specialists s on s.id = f.owner_id
        where f.employer_id = @EmployerId and f.team_id = @TeamId and f.state = 'Open'
        order by case when f.due_on is null then 1 else 0 end, f.due_on, f.created_at
        """;

    public async Task<EmployerOverview?> OfAsync(Guid employerId, Guid? teamId, DateOnly today)
    {
        if (await employers.EmployerAsync(employerId) is not { } employer)
            return null;
        var id = new { EmployerId = employerId };
        return new EmployerOverview(
            employer,
            await session.QueryAsync<KnowingColleague>(KnownBySql, id),
            await session.SingleAsync<EmployerContactMade>(LastSql, new { EmployerId = employerId, Skip = 0, Take = 1 }),
            await session.SingleAsync<EmployerContactMade>(NextPlannedSql, new { EmployerId = employerId, Today = today, Skip = 0, Take = 1 }),
            teamId is { } team ? await session.QueryAsync<OwedToEmployer>(OwedByTeamSql, new { EmployerId = employerId, TeamId = team }) : [],
            await employers.ContactsAsync(employerId));
    }
}
