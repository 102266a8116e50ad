using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>
/// Who may be meant by what is typed. Of each word the employers that hold it are read when they are few; a word that many hold is only looked for among those
/// that a rarer word found. When every word is common, a stretch of the rarest is held against the next, and the person's own are looked through besides.
/// </summary>
internal sealed class EmployerFinder(Session session, Actor actor)
{
    private const int MostCandidates = 100;
    private const int MostOwn = 60;
    private const int MostMine = 500;
    private const int MostHeldAgainst = 2_000;
    private const int HeldAtOnce = 500;
    private const int EnoughOfBoth = 60;
    private const int RarestWords = 2;

    private const string BothSql = $"""
        select k.employer_id, k.[key]
        from (select employer_id, [key] from employer_keys where [key] >= @First and [key] < @End order by [key] {Dialect.Page}) k
        where exists (select 1 from employer_keys o where o.employer_id = k.employer_id and o.[key] >= @OtherFirst and o.[key] < @OtherEnd)
        """;

    // A cross join, because SQLite keeps its order: from the person's employers to their keys, never the other way round.
    private const string OwnHoldersSql = """
        select k.employer_id, k.[key]
        from employer_activity a cross join employer_keys k
        where a.specialist_id = @SpecialistId and k.employer_id = a.employer_id and k.[key] >= @First and k.[key] < @End
        """;

    private const string MineSql = $"""
        select employer_id, last_on
        from employer_activity
        where specialist_id = @SpecialistId
        order by last_on desc
        {Dialect.Page}
        """;

    private const string LevelsSql = "select employer_id, level from employer_summaries where employer_id in @Ids";

    private readonly KeyStretches _stretches = new(session);

    public async Task<IReadOnlyList<FoundEmployer>> FindAsync(SearchText text)
    {
        var words = await _stretches.OfAsync(text);
        var votes = new Dictionary<Guid, int>();
        foreach (var word in words.Where(word => word is { IsWhole: true, Size: > 0 }).OrderBy(word => word.Size).Take(RarestWords))
        {
            foreach (var id in await _stretches.HoldersAsync(word))
                votes[id] = votes.GetValueOrDefault(id) + 1;
        }

        var mine = await MineAsync();
        var ids = votes.OrderByDescending(vote => vote.Value).ThenByDescending(vote => mine.ContainsKey(vote.Key)).Select(vote => vote.Key).Take(MostCandidates).ToList();
        if (ids.Count == 0)
            ids = await CommonAsync(words, mine);
        return await FoundAsync(ids, mine);
    }

    public async Task<IReadOnlyList<FoundEmployer>> RecentAsync(int most)
    {
        var mine = await MineAsync();
        return await FoundAsync([.. mine.OrderByDescending(row => row.Value).Take(most).Select(row => row.Key)], mine);
    }

    private async Task<List<Guid>> CommonAsync(IReadOnlyList<WordStretches> words, Dictionary<Guid, DateOnly> mine)
    {
        var found = new HashSet<Guid>();
        var rarestFirst = words.Where(word => word.Stretches.Count > 0).OrderBy(word => word.Size).ToList();
        if (rarestFirst.Count == 0)
            return [];
        if (actor.SpecialistId is { } specialist && mine.Count > 0)
        {
            foreach (var stretch in rarestFirst[0].Stretches)
                found.UnionWith((await session.QueryAsync<KeyHolder>(OwnHoldersSql, new { SpecialistId = specialist, stretch.First, stretch.End })).Select(row => row.EmployerId));
            found = [.. found.OrderByDescending(id => mine.GetValueOrDefault(id)).Take(MostOwn)];
        }

        if (rarestFirst.Count > 1)
            found.UnionWith(await BothAsync(rarestFirst[0], rarestFirst[1]));
        found.UnionWith((await _stretches.HoldersAsync(rarestFirst[0])).Take(Math.Max(0, MostCandidates - found.Count)));
        return [.. found.Take(MostCandidates + MostOwn)];
    }

    /// <summary>The ways in which somebody can hold both words, the shortest to look through first: from the rarer of the two.</summary>
    private static IEnumerable<(KeyStretch Stretch, KeyStretch Other)> Pairs(WordStretches one, WordStretches other) =>
        one.Stretches.SelectMany(_ => other.Stretches, (first, second) => first.Size <= second.Size ? (first, second) : (second, first)).OrderBy(pair => pair.Item1.Size);

    /// <summary>Employers that hold both words, of those that are looked through until there are enough.</summary>
    private async Task<HashSet<Guid>> BothAsync(WordStretches one, WordStretches another)
    {
        var (both, room) = (new HashSet<Guid>(), MostHeldAgainst);
        foreach (var (stretch, other) in Pairs(one, another))
        {
            for (var skip = 0; skip < stretch.Size && room > 0 && both.Count < EnoughOfBoth; skip += HeldAtOnce, room -= HeldAtOnce)
            {
                var page = new { stretch.First, stretch.End, OtherFirst = other.First, OtherEnd = other.End, Skip = skip, Take = HeldAtOnce };
                both.UnionWith((await session.QueryAsync<KeyHolder>(BothSql, page)).Select(row => row.EmployerId));
            }
        }

        return both;
    }

    private async Task<Dictionary<Guid, DateOnly>> MineAsync() => actor.SpecialistId is { } specialist
        ? (await session.QueryAsync<MineRow>(MineSql, new { SpecialistId = specialist, Skip = 0, Take = MostMine })).ToDictionary(row => row.EmployerId, row => row.LastOn)
        : [];

    private async Task<IReadOnlyList<FoundEmployer>> FoundAsync(List<Guid> ids, Dictionary<Guid, DateOnly> mine)
    {
        var rows = new EmployerRows(session);
        var (employers, people) = (await rows.OfAsync(ids), await rows.ContactsAsync(ids));
        var levels = (await session.QueryInChunksAsync<LevelRow, Guid>(LevelsSql, ids, chunk => new { Ids = chunk })).ToDictionary(row => row.EmployerId, row => row.Level);
        return
        [
            .. ids.Where(employers.ContainsKey).Select(id => new FoundEmployer(employers[id], people[id], levels.GetValueOrDefault(id, 1))
            {
                IsMine = mine.ContainsKey(id) || (actor.SpecialistId is { } self && employers[id].OwnerId == self),
                MyLastOn = mine.TryGetValue(id, out var on) ? on : null,
                IsTeams = employers[id].TeamId == actor.TeamId,
            }),
        ];
    }

    private sealed record MineRow
    {
        public required Guid EmployerId { get; init; }

        public required DateOnly LastOn { get; init; }
    }

    private sealed record LevelRow
    {
        public required Guid EmployerId { get; init; }

        public required int Level { get; init; }
    }
}
