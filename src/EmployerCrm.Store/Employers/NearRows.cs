using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Employers that hold one key of a place, the most engaged first, with their last contact and what is planned there.</summary>
internal sealed class NearRows(Session session)
{
    private const int MostTowns = 200;

    private const string NearSql = $"""
        select e.id, e.name, e.town, e.postcode, e.address, s.level, e.do_not_approach_since
        from employer_keys k
          inner join employer_summaries s on s.employer_id = k.employer_id
          inner join employers e on e.id = k.employer_id
        where k.[key] = @Key and s.archived = 0
        order by s.level desc, s.last_on desc, s.name_key
        {Dialect.Page}
        """;

    private const string HoldersSql = "select employers from employer_key_counts where [key] = @Key";

    private const string LastSql = """
        select a.employer_id, a.specialist_id, s.name, a.last_on as [On]
        from employer_activity a
          inner join specialists s on s.id = a.specialist_id
        where a.employer_id in @Ids
        order by a.last_on desc, s.name
        """;

    private const string PlansSql = """
        select v.employer_id, v.specialist_id, s.name, v.visited_on as [On]
        from visits v
          inner join specialists s on s.id = v.specialist_id
        where v.employer_id in @Ids and v.state = 'Planned' and v.visited_on >= @Today
        order by v.visited_on, s.name
        """;

    private const string TownsSql = $"""
        select e.town
        from employer_keys k
          inner join employers e on e.id = k.employer_id
        where k.[key] in @Keys and e.town is not null
        order by k.[key]
        {Dialect.Page}
        """;

    public async Task<(IReadOnlyList<NearEmployer> Employers, int Total)> OfAsync(string key, DateOnly today, int most)
    {
        var employers = await session.QueryAsync<NearEmployer>(NearSql, new { Key = key, Skip = 0, Take = most });
        if (employers.Count == 0)
            return (employers, 0);
        var total = (await session.QueryAsync<int>(HoldersSql, new { Key = key })).Sum();
        Guid[] ids = [.. employers.Select(employer => employer.Id)];
        var last = (await session.QueryAsync<NearContact>(LastSql, new { Ids = ids })).ToLookup(contact => contact.EmployerId);
        var plans = (await session.QueryAsync<NearContact>(PlansSql, new { Ids = ids, Today = today })).ToLookup(contact => contact.EmployerId);
        return ([.. employers.Select(employer => employer with { Last = last[employer.Id].FirstOrDefault(), Plans = [.. plans[employer.Id]] })], total);
    }

    /// <summary>The towns of employers that hold any of the keys, each as often as employers were looked at.</summary>
    public async Task<IReadOnlyList<string>> TownsLikeAsync(IReadOnlyCollection<string> keys) =>
        keys.Count == 0 ? [] : await session.QueryAsync<string>(TownsSql, new { Keys = keys.Take(StatementText.LongestList).ToArray(), Skip = 0, Take = MostTowns });
}
