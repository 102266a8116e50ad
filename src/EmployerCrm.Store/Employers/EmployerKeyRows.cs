using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>The keys under which an employer is found, and how many employers hold each.</summary>
internal sealed class EmployerKeyRows(Session session)
{
    private const string AddKeySql = "insert into employer_keys ([key], employer_id) values (@Key, @EmployerId)";

    private const string CountMoreSql = "update employer_key_counts set employers = employers + 1 where [key] in @Keys";

    private const string CountFirstSql = """
        insert into employer_key_counts ([key], employers)
        select k.[key], 1
        from employer_keys k
        where k.employer_id = @EmployerId
          and not exists (select 1 from employer_key_counts c where c.[key] = k.[key])
        """;

    private const string CountLessSql = "update employer_key_counts set employers = employers - 1 where [key] in @Keys";

    private const string KeysOfSql = "select [key] from employer_keys where employer_id = @EmployerId";

    public async Task AddAsync(Guid employerId, string name)
    {
        var keys = FoldedColumns.Keys(name);
        await session.ExecuteEachAsync(AddKeySql, keys.Select(key => new { Key = key, EmployerId = employerId }));
        foreach (var chunk in keys.Order(StringComparer.Ordinal).Chunk(StatementText.LongestList))
            await session.ExecuteAsync(CountMoreSql, new { Keys = chunk });
        await session.ExecuteAsync(CountFirstSql, new { EmployerId = employerId });
    }

    public Task<List<string>> OfAsync(Guid employerId) => session.QueryAsync<string>(KeysOfSql, new { EmployerId = employerId });

    /// <summary>Takes keys back out of the counts, after their rows went with the employer.</summary>
    public async Task CountLessAsync(IEnumerable<string> keys)
    {
        foreach (var chunk in keys.Order(StringComparer.Ordinal).Chunk(StatementText.LongestList))
            await session.ExecuteAsync(CountLessSql, new { Keys = chunk });
    }
}
