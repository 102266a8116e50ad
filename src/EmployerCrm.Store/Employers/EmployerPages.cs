using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>
/// The employer list. First, by the narrowest of the filters, up to a thousand employers and one; where that is all there are, they are sorted here. Else, and
/// where nothing is filtered, the list is walked in the order asked for, and goes a thousand far. So no page takes longer because there are more employers.
/// </summary>
internal sealed class EmployerPages(Session session)
{
    private const string Columns = "s.employer_id, s.name_key, s.town_key, s.last_on, s.level";

    private const string Matches = """
        s.archived = @Archived and (@Level is null or s.level = @Level) and (@OwnerId is null or s.owner_id = @OwnerId)
          and (@SicDivision is null or s.sic_division = @SicDivision) and (@QuietBefore is null or s.last_on < @QuietBefore)
          and (@DoNotApproach = 0 or s.do_not_approach = 1)
          and (@TownKey is null or s.town_key = @TownKey)
          and (@PostcodeKey is null or exists (select 1 from employer_keys p where p.employer_id = s.employer_id and p.[key] = @PostcodeKey))
          and (@TagKey is null or exists (select 1 from employer_keys t where t.employer_id = s.employer_id and t.[key] = @TagKey))
        """;

    private const string CountSql = $"""
        select count(*) as total
        from (select s.employer_id from employer_summaries s where s.archived = @Archived order by s.name_key {Dialect.Page}) listed
        """;

    // Ordered by what is the same in all of them, or by the index that is read: the engine stops at the last row of the page.
    private const string OfOwnerSql = $"select {Columns} from employer_summaries s where s.owner_id = @OwnerId and {Matches} order by s.owner_id {Dialect.Page}";

    private const string OfTownSql = $"select {Columns} from employer_summaries s where s.town_key = @TownKey and {Matches} order by s.town_key, s.name_key {Dialect.Page}";

    private const string OfDivisionSql = $"select {Columns} from employer_summaries s where s.sic_division = @SicDivision and {Matches} order by s.sic_division {Dialect.Page}";

    private const string NotApproachedSql = $"select {Columns} from employer_summaries s where s.do_not_approach = 1 and {Matches} order by s.archived, s.name_key {Dialect.Page}";

    private const string OfLevelSql = $"select {Columns} from employer_summaries s where s.level = @Level and {Matches} order by s.level, s.name_key {Dialect.Page}";

    private const string QuietSql = $"select {Columns} from employer_summaries s where s.last_on < @QuietBefore and {Matches} order by s.last_on, s.name_key {Dialect.Page}";

    // A cross join, because SQLite keeps its order: from the holders of the key to their rows.
    private const string HoldingSql = $"""
        select {Columns}
        from employer_keys k cross join employer_summaries s
        where k.[key] = @DriverKey and s.employer_id = k.employer_id and {Matches}
        order by k.[key]
        {Dialect.Page}
        """;

    // By way of the employers: asked for the summaries alone, SQLite reads all that are not archived instead of the few that are named.
    private const string OfIdsSql = $"""
        select {Columns}
        from employers e cross join employer_summaries s
        where e.id in @Ids and s.employer_id = e.id and {Matches}
        """;

    private const string ByNameSql = $"select {Columns} from employer_summaries s where {Matches} order by s.name_key {Dialect.Page}";

    private const string ByNameDownSql = $"select {Columns} from employer_summaries s where {Matches} order by s.name_key desc {Dialect.Page}";

    private const string ByTownSql = $"select {Columns} from employer_summaries s where {Matches} order by s.town_key, s.name_key {Dialect.Page}";

    private const string ByTownDownSql = $"select {Columns} from employer_summaries s where {Matches} order by s.town_key desc, s.name_key {Dialect.Page}";

    private const string ByLastSql = $"select {Columns} from employer_summaries s where {Matches} order by s.last_on, s.name_key {Dialect.Page}";

    private const string ByLastDownSql = $"select {Columns} from employer_summaries s where {Matches} order by s.last_on desc, s.name_key {Dialect.Page}";

    public async Task<EmployerIds> OfAsync(EmployerQuery query)
    {
        if (!IsFiltered(query))
            return await WalkedAsync(query, await session.CountAsync(CountSql, PageValues.Of(query, 0, EmployerList.Longest + 1)));
        var found = await ProbedAsync(query);
        return found.Count > EmployerList.Longest
            ? await WalkedAsync(query, found.Count)
            : new EmployerIds([.. ListPage.At(query.From, query.Size, found.Count).Of(Sorted(found, query.Sort)).Select(row => row.EmployerId)], found.Count);
    }

    private static bool IsFiltered(EmployerQuery query) => query with { Archived = false, Sort = EmployerSort.Default, From = 0, Size = 1 } != new EmployerQuery { Size = 1 };

    private async Task<EmployerIds> WalkedAsync(EmployerQuery query, int total)
    {
        var page = ListPage.At(query.From, query.Size, Math.Min(total, EmployerList.Longest));
        var rows = query.Sort.By == EmployerColumn.Level
            ? await ByLevelAsync(query, page.From, page.To - page.From)
            : await session.QueryAsync<PageRow>(WalkSql(query.Sort), PageValues.Of(query, page.From, page.To - page.From));
        return new EmployerIds([.. rows.Select(row => row.EmployerId)], total);
    }

    private Task<List<PageRow>> ProbedAsync(EmployerQuery query)
    {
        var values = PageValues.Of(query, 0, EmployerList.Longest + 1);
        if (query.Ids is { } ids)
            return session.QueryInChunksAsync<PageRow, Guid>(OfIdsSql, ids, chunk => values with { Ids = chunk });
        if ((query.TagKey ?? query.PostcodeKey) is { } key)
            return session.QueryAsync<PageRow>(HoldingSql, values with { DriverKey = key });
        var sql = query switch
        {
            { OwnerId: not null } => OfOwnerSql,
            { DoNotApproach: true } => NotApproachedSql,
            { TownKey: not null } => OfTownSql,
            { SicDivision: not null } => OfDivisionSql,
            { Level: not null } => OfLevelSql,
            _ => QuietSql,
        };
        return session.QueryAsync<PageRow>(sql, values);
    }

    /// <summary>One level after the other, each by name: no index runs down one column and up another.</summary>
    private async Task<List<PageRow>> ByLevelAsync(EmployerQuery query, int from, int take)
    {
        var rows = new List<PageRow>();
        IEnumerable<int> levels = query.Level is { } only ? [only] : Enumerable.Range(1, 5);
        foreach (var level in query.Sort.Descending ? levels.Reverse() : levels)
        {
            if (rows.Count >= from + take)
                break;
            rows.AddRange(await session.QueryAsync<PageRow>(OfLevelSql, PageValues.Of(query with { Level = level }, 0, from + take - rows.Count)));
        }

        return [.. rows.Skip(from).Take(take)];
    }

    private static string WalkSql(EmployerSort sort) => sort switch
    {
        { By: EmployerColumn.Town, Descending: false } => ByTownSql,
        { By: EmployerColumn.Town } => ByTownDownSql,
        { By: EmployerColumn.LastContact, Descending: false } => ByLastSql,
        { By: EmployerColumn.LastContact } => ByLastDownSql,
        { Descending: false } => ByNameSql,
        _ => ByNameDownSql,
    };

    private static IEnumerable<PageRow> Sorted(IEnumerable<PageRow> rows, EmployerSort sort)
    {
        var byName = rows.OrderBy(row => row.NameKey, StringComparer.Ordinal).ThenBy(row => row.TownKey, StringComparer.Ordinal);
        return (sort.By, sort.Descending) switch
        {
            (EmployerColumn.Town, false) => byName.OrderBy(row => row.TownKey, StringComparer.Ordinal),
            (EmployerColumn.Town, true) => byName.OrderByDescending(row => row.TownKey, StringComparer.Ordinal),
            (EmployerColumn.LastContact, false) => byName.OrderBy(row => row.LastOn),
            (EmployerColumn.LastContact, true) => byName.OrderByDescending(row => row.LastOn),
            (EmployerColumn.Level, false) => byName.OrderBy(row => row.Level),
            (EmployerColumn.Level, true) => byName.OrderByDescending(row => row.Level),
            (_, true) => byName.Reverse(),
            _ => byName,
        };
    }

    private sealed record PageRow
    {
        public required Guid EmployerId { get; init; }

        public required string NameKey { get; init; }

        public required string TownKey { get; init; }

        public required DateOnly LastOn { get; init; }

        public required int Level { get; init; }
    }
}

/// <summary>The filters as the statements name them.</summary>
internal sealed record PageValues
{
    public int? Level { get; init; }

    public Guid? OwnerId { get; init; }

    public string? SicDivision { get; init; }

    public DateOnly? QuietBefore { get; init; }

    public required bool DoNotApproach { get; init; }

    public required bool Archived { get; init; }

    public string? TownKey { get; init; }

    public string? PostcodeKey { get; init; }

    public string? TagKey { get; init; }

    public string? DriverKey { get; init; }

    public IReadOnlyList<Guid> Ids { get; init; } = [];

    public required int Skip { get; init; }

    public required int Take { get; init; }

    public static PageValues Of(EmployerQuery query, int skip, int take) => new()
    {
        Level = query.Level,
        OwnerId = query.OwnerId,
        SicDivision = query.SicDivision,
        QuietBefore = query.QuietBefore,
        DoNotApproach = query.DoNotApproach,
        Archived = query.Archived,
        TownKey = query.TownKey,
        PostcodeKey = query.PostcodeKey,
        TagKey = query.TagKey,
        Skip = skip,
        Take = take,
    };
}
