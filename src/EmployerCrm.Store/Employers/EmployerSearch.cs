using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>
/// Employers by look-up keys. The rarest keys are read first, until what they find fills <see cref="MostFinds"/> rows; keys too common for that
/// still find the actor's own employers. So the time follows the keys, not the number of employers.
/// </summary>
internal sealed class EmployerSearch(Session session, Actor actor)
{
    private const int MostEmployers = 64;
    private const int FewEmployers = 16;
    private const double FaintShare = 0.05;

    private const string SomeHoldersSql = $"""
        select employer_id, [key]
        from employer_keys
        where [key] = @Key
        order by [key]
        {Dialect.Page}
        """;

    // A cross join, because SQLite keeps its order: from the person's employers to their keys, never the other way round.
    private const string OwnHoldersSql = """
        select k.employer_id, k.[key]
        from employer_activity a cross join employer_keys k
        where a.specialist_id = @SpecialistId and k.employer_id = a.employer_id and k.[key] in @Keys
        """;

    /// <summary>From so many employers on a word and its slips are worth telling apart.</summary>
    private const int Common = 8;

    private const int LongestOnStack = 64;
    private const int NotFound = -1;

    private static readonly Comparer<KeyCount> RarestFirst = Comparer<KeyCount>.Create(
        (one, other) => one.Employers != other.Employers ? one.Employers.CompareTo(other.Employers) : string.CompareOrdinal(one.Key, other.Key));

    private readonly SearchedKeys _keys = new(session);

    /// <summary>Most rows of key and employer that are read for one search.</summary>
    public int MostFinds { get; init; } = 3_000;

    public async Task<IReadOnlyList<DirectoryEmployer>> WithKeysAsync(IReadOnlyCollection<string> keys)
    {
        var counts = await _keys.CountsAsync(keys);
        if (counts.Count == 0)
            return [];
        var weights = counts.ToDictionary(count => count.Key, count => 1 / Math.Sqrt(count.Employers), StringComparer.Ordinal);
        var weighed = Heaviest(Weighed(await HoldersAsync(WithoutEchoes(counts, weights)), weights));
        // Beside one that holds many rare keys, those that share one common word with the line are no candidates; a few are kept to be offered.
        var found = weighed.TakeWhile((employer, place) => place < FewEmployers || employer.Weight > FaintShare * weighed[0].Weight).Select(employer => employer.Id).ToList();
        return await new DirectoryRows(session).InOrderAsync(found);
    }

    /// <summary>
    /// Whoever holds a word holds it less any one letter too. Where as many hold the one as the other they are the same employers, so only the word is
    /// read, and counts for both.
    /// </summary>
    private static List<KeyCount> WithoutEchoes(List<KeyCount> counts, Dictionary<string, double> weights)
    {
        var common = counts.Where(count => count.Employers >= Common).OrderByDescending(count => count.Key.Length).ToList();
        if (common.Count == 0)
            return counts;
        var echoes = new HashSet<string>(StringComparer.Ordinal);
        Span<char> room = common[0].Key.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[common[0].Key.Length];
        for (var place = 0; place < common.Count; place++)
        {
            var key = common[place].Key;
            if (echoes.Contains(key))
                continue;
            var shorter = room[..(key.Length - 1)];
            for (var letter = 0; letter < key.Length; letter++)
            {
                key.AsSpan(0, letter).CopyTo(shorter);
                key.AsSpan(letter + 1).CopyTo(shorter[letter..]);
                if (Echo(common, place, shorter) is { } echo && echoes.Add(echo))
                    weights[key] += weights[echo];
            }
        }

        return counts.FindAll(count => !echoes.Contains(count.Key));
    }

    /// <summary>The shorter key that as many hold; null where there is none.</summary>
    private static string? Echo(List<KeyCount> longestFirst, int of, ReadOnlySpan<char> shorter)
    {
        for (var place = of + 1; place < longestFirst.Count && longestFirst[place].Key.Length >= shorter.Length; place++)
        {
            if (longestFirst[place].Employers == longestFirst[of].Employers && shorter.SequenceEqual(longestFirst[place].Key))
                return longestFirst[place].Key;
        }

        return null;
    }

    /// <summary>
    /// How much each employer holds, in the order they were found. Of those that hold the commonest key and no other, which all weigh the same, no more than
    /// can be chosen.
    /// </summary>
    private static List<(Guid Id, double Weight)> Weighed(List<HeldKey> held, Dictionary<string, double> weights)
    {
        var commonest = Commonest(held);
        var places = new Dictionary<Guid, int>();
        for (var key = 0; key < held.Count; key++)
        {
            foreach (var id in key == commonest ? [] : held[key].Employers)
                places.TryAdd(id, NotFound);
        }

        var (employers, alone) = (new List<(Guid Id, double Weight)>(places.Count + MostEmployers), 0);
        foreach (var (key, holders) in held)
        {
            var weight = weights[key];
            foreach (var id in holders)
            {
                if (!places.TryGetValue(id, out var place))
                {
                    if (alone++ < MostEmployers)
                        employers.Add((id, weight));
                }
                else if (place == NotFound)
                {
                    places[id] = employers.Count;
                    employers.Add((id, weight));
                }
                else
                {
                    employers[place] = (id, employers[place].Weight + weight);
                }
            }
        }

        return employers;
    }

    private static int Commonest(List<HeldKey> held)
    {
        var commonest = 0;
        for (var key = 1; key < held.Count; key++)
        {
            if (held[key].Employers.Length > held[commonest].Employers.Length)
                commonest = key;
        }

        return commonest;
    }

    /// <summary>The first of them by weight; of those that weigh the same, the first found.</summary>
    private static List<(Guid Id, double Weight)> Heaviest(List<(Guid Id, double Weight)> employers)
    {
        var heaviest = new List<(Guid Id, double Weight)>(MostEmployers + 1);
        foreach (var employer in employers)
        {
            if (heaviest.Count == MostEmployers && employer.Weight <= heaviest[^1].Weight)
                continue;
            var place = heaviest.Count;
            while (place > 0 && heaviest[place - 1].Weight < employer.Weight)
                place--;
            heaviest.Insert(place, employer);
            if (heaviest.Count > MostEmployers)
                heaviest.RemoveAt(MostEmployers);
        }

        return heaviest;
    }

    private async Task<List<HeldKey>> HoldersAsync(List<KeyCount> counts)
    {
        var room = MostFinds;
        if (counts.Sum(count => count.Employers) <= room)
            return await _keys.HoldersAsync(counts.ConvertAll(count => count.Key));
        var rarestFirst = counts.Order(RarestFirst).ToList();
        var rare = rarestFirst.TakeWhile(count => (room -= count.Employers) >= 0).Select(count => count.Key).ToList();
        var held = await _keys.HoldersAsync(rare);
        List<KeyHolder> rows = rare.Count > 0 ? [] : await session.QueryAsync<KeyHolder>(SomeHoldersSql, new { rarestFirst[0].Key, Skip = 0, Take = MostFinds });
        if (actor.SpecialistId is { } specialist)
        {
            var common = rarestFirst.Skip(rare.Count).Select(count => count.Key).ToList();
            rows.AddRange(await session.QueryInChunksAsync<KeyHolder, string>(OwnHoldersSql, common, chunk => new { SpecialistId = specialist, Keys = chunk }));
        }

        return [.. held, .. SearchedKeys.Each(rare.Count > 0 ? rows : [.. rows.Distinct()])];
    }
}
