using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.People;

/// <summary>What people are responsible for, wherever it is stored.</summary>
internal sealed class HeldRecords(Session session)
{
    private const string FollowUpsSql = "select id from follow_ups where owner_id = @Id and state = 'Open' order by created_at";

    private const string VisitsSql = "select id from visits where specialist_id = @Id and state = 'Planned' order by visited_on";

    private const string EmployersSql = "select id from employers where owner_id = @Id order by name_key";

    private const string ClientsSql = "select id from clients where owner_id = @Id and status <> 'Closed' order by reference";

    private const string CountsSql = """
        select
          s.id as specialist_id,
          (select count(*) from follow_ups f where f.owner_id = s.id and f.state = 'Open') as follow_ups,
          (select count(*) from visits v where v.specialist_id = s.id and v.state = 'Planned') as planned_visits,
          (select count(*) from employers e where e.owner_id = s.id) as employers,
          (select count(*) from clients c where c.owner_id = s.id and c.status <> 'Closed') as clients
        from specialists s
        """;

    private const string GiveFollowUpsSql = "update follow_ups set owner_id = @ToId, version = version + 1 where owner_id = @FromId and state = 'Open'";

    private const string GiveVisitsSql = "update visits set specialist_id = @ToId, version = version + 1 where specialist_id = @FromId and state = 'Planned'";

    private const string GiveEmployersSql = "update employers set owner_id = @ToId, version = version + 1 where owner_id = @FromId";

    private const string GiveSummariesSql = "update employer_summaries set owner_id = @ToId where owner_id = @FromId";

    private const string GiveClientsSql = "update clients set owner_id = @ToId, version = version + 1 where owner_id = @FromId and status <> 'Closed'";

    public async Task<HeldWork> OfAsync(Guid specialistId)
    {
        var key = new { Id = specialistId };
        return new HeldWork(
            await session.QueryAsync<Guid>(FollowUpsSql, key), await session.QueryAsync<Guid>(VisitsSql, key),
            await session.QueryAsync<Guid>(EmployersSql, key), await session.QueryAsync<Guid>(ClientsSql, key));
    }

    public async Task<IReadOnlyList<HeldCounts>> CountsAsync() => await session.QueryAsync<HeldCounts>(CountsSql);

    public async Task GiveAsync(Guid fromId, Guid toId)
    {
        var both = new { FromId = fromId, ToId = toId };
        await session.ExecuteAsync(GiveFollowUpsSql, both);
        await session.ExecuteAsync(GiveVisitsSql, both);
        await session.ExecuteAsync(GiveEmployersSql, both);
        await session.ExecuteAsync(GiveSummariesSql, both);
        await session.ExecuteAsync(GiveClientsSql, both);
    }
}
