using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>The keys under which an employer is found, and how many employers hold each.</summary>
internal sealed class EmployerKeyRows(Session session)
{
    private const string AddKeySql = "insert into employer_keys ([key], employer_id) values (@Key, @EmployerId)";

    private const string RemoveKeysSql = "delete from employer_keys where employer_id = @EmployerId and [key] in @Keys";

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

    /// <summary>Stores the keys that an employer has from now on, and takes away the others it had.</summary>
    public async Task SetAsync(Guid employerId, EmployerKeySource source)
    {
        var right = FoldedColumns.Keys(source);
        var stored = (await OfAsync(employerId)).ToHashSet(StringComparer.Ordinal);
        await AddAsync(employerId, [.. right.Where(key => !stored.Contains(key))]);
        stored.ExceptWith(right);
        foreach (var chunk in stored.Order(StringComparer.Ordinal).Chunk(StatementText.LongestList))
            await session.ExecuteAsync(RemoveKeysSql, new { EmployerId = employerId, Keys = chunk });
        await CountLessAsync(stored);
    }

    /// <summary>Stores the keys of an employer that has none yet.</summary>
    public Task AddAsync(Guid employerId, EmployerKeySource source) => AddAsync(employerId, FoldedColumns.Keys(source));

    public Task<List<string>> OfAsync(Guid employerId) => session.QueryAsync<string>(KeysOfSql, new { EmployerId = employerId });

    /// <summary>Takes keys back out of the counts, after their rows went with the employer.</summary>
    public async Task CountLessAsync(IEnumerable<string> keys)
    {
        foreach (var chunk in keys.Order(StringComparer.Ordinal).Chunk(StatementText.LongestList))
            await session.ExecuteAsync(CountLessSql, new { Keys = chunk });
    }

    private async Task AddAsync(Guid employerId, IReadOnlyList<string> keys)
    {
        var added = new List<string>(keys.Count);
        foreach (var key in keys)
        {
            try
            {
                await session.ExecuteAsync(AddKeySql, new { Key = key, EmployerId = employerId });
                added.Add(key);
            }
            catch (DuplicateKeyException)
            {
                // Another node found the employer by it just now, and has counted it.
            }
        }

        if (added.Count == 0)
            return;
        foreach (var chunk in added.Order(StringComparer.Ordinal).Chunk(StatementText.LongestList))
            await session.ExecuteAsync(CountMoreSql, new { Keys = chunk });
        await session.ExecuteAsync(CountFirstSql, new { EmployerId = employerId });
    }
}
