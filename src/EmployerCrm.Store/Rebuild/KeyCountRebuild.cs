using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Rebuild;

/// <summary>How many employers hold each key, counted again from the keys.</summary>
internal static class KeyCountRebuild
{
    private const string WrongCountsSql = """
        select c.[key], c.employers as kept, count(k.employer_id) as actual
        from employer_key_counts c left join employer_keys k on k.[key] = c.[key]
        group by c.[key], c.employers
        having c.employers <> count(k.employer_id)
        """;

    private const string MissingCountsSql = """
        select k.[key], 0 as kept, count(*) as actual
        from employer_keys k
        where not exists (select 1 from employer_key_counts c where c.[key] = k.[key])
        group by k.[key]
        """;

    private const string CorrectCountSql = "update employer_key_counts set employers = @Actual where [key] = @Key";

    private const string AddCountSql = "insert into employer_key_counts ([key], employers) values (@Key, @Actual)";

    public static async Task<IReadOnlyList<string>> RunAsync(Session session)
    {
        var wrong = await session.QueryAsync<CountRow>(WrongCountsSql);
        wrong.AddRange(await session.QueryAsync<CountRow>(MissingCountsSql));
        foreach (var count in wrong)
            await session.UpsertAsync(CorrectCountSql, AddCountSql, count);
        return wrong.Count == 0 ? [] : [$"the counts of {wrong.Count} look-up keys were corrected"];
    }

    private sealed record CountRow
    {
        public required string Key { get; init; }

        public required int Kept { get; init; }

        public required int Actual { get; init; }
    }
}
