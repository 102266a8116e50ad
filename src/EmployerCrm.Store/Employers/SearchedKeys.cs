using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Remembering;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>A key that employers hold, and how many do.</summary>
internal sealed record KeyCount
{
    public required string Key { get; init; }

    public required int Employers { get; init; }
}

/// <summary>An employer that holds a key.</summary>
internal sealed record KeyHolder
{
    public required Guid EmployerId { get; init; }

    public required string Key { get; init; }
}

/// <summary>A key with employers that hold it.</summary>
internal readonly record struct HeldKey(string Key, Guid[] Employers);

/// <summary>Look-up keys as a search asks for them, remembered or read: people's lines are made of the same words again and again.</summary>
internal sealed class SearchedKeys(Session session)
{
    private const string KeyCountsSql = "select [key], employers from employer_key_counts where employers > 0 and [key] in @Keys";

    private const string HoldersSql = "select employer_id, [key] from employer_keys where [key] in @Keys";

    /// <summary>Those of the keys that any employer holds.</summary>
    public async Task<List<KeyCount>> CountsAsync(IReadOnlyCollection<string> keys)
    {
        var remembered = await session.RememberedAsync();
        if (keys is TypedKeySet typed && remembered is not null && session.MayRemember)
            return await CountsOfWordsAsync(typed, remembered);
        var (counts, missing) = (new List<KeyCount>(), new List<string>());
        foreach (var key in keys as IReadOnlySet<string> ?? keys.ToHashSet(StringComparer.Ordinal))
        {
            if (remembered is null || !remembered.KeyCounts.TryGet(key, out var employers))
                missing.Add(key);
            else if (employers > 0)
                counts.Add(new KeyCount { Key = key, Employers = employers });
        }

        if (missing.Count == 0)
            return counts;
        var read = await session.QueryInChunksAsync<KeyCount, string>(KeyCountsSql, missing, chunk => new { Keys = chunk });
        counts.AddRange(read);
        if (remembered is null || !session.MayRemember)
            return counts;
        var held = read.ToDictionary(count => count.Key, count => count.Employers, StringComparer.Ordinal);
        foreach (var key in missing)
            remembered.KeyCounts.Keep(key, held.GetValueOrDefault(key));
        return counts;
    }

    /// <summary>The same word by word, in the same order: most words and pairs have been looked up before, and no employer holds any of their keys.</summary>
    private async Task<List<KeyCount>> CountsOfWordsAsync(TypedKeySet typed, Remembered remembered)
    {
        var (words, pairs) = (new KeyCount[]?[typed.Words.Count], new int?[typed.Pairs.Count]);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (!remembered.WordKeys.TryGet(typed.Words[i], out words[i]))
                asked.UnionWith(EmployerKeys.OfWord(typed.Words[i]));
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            if (remembered.KeyCounts.TryGet(typed.Pairs[i], out var employers))
                pairs[i] = employers;
            else
                asked.Add(typed.Pairs[i]);
        }

        var read = asked.Count == 0 ? [] : (await CountsAsync(asked)).ToDictionary(count => count.Key, StringComparer.Ordinal);
        var (counts, counted) = (new List<KeyCount>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var count in words[i] ?? Kept(typed.Words[i], read, remembered))
            {
                if (counted.Add(count.Key))
                    counts.Add(count);
            }
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            var employers = pairs[i] ?? read.GetValueOrDefault(typed.Pairs[i])?.Employers ?? 0;
            if (employers > 0 && counted.Add(typed.Pairs[i]))
                counts.Add(new KeyCount { Key = typed.Pairs[i], Employers = employers });
        }

        return counts;
    }

    private static KeyCount[] Kept(string word, Dictionary<string, KeyCount> read, Remembered remembered)
    {
        KeyCount[] held = [.. EmployerKeys.OfWord(word).Select(key => read.GetValueOrDefault(key)).OfType<KeyCount>()];
        remembered.WordKeys.Keep(word, held, 1 + held.Length);
        return held;
    }

    /// <summary>Who holds these keys, in the order of the keys, as an engine gives them.</summary>
    public async Task<List<HeldKey>> HoldersAsync(IReadOnlyCollection<string> keys)
    {
        if (await session.RememberedAsync() is not { } remembered)
            return Each(await ReadAsync(keys));
        var (holders, missing) = (new List<HeldKey>(keys.Count), new List<string>());
        foreach (var key in keys)
        {
            if (remembered.KeyHolders.TryGet(key, out var employers))
                holders.Add(new HeldKey(key, employers));
            else
                missing.Add(key);
        }

        if (missing.Count > 0)
        {
            var read = (await ReadAsync(missing)).ToLookup(holder => holder.Key, holder => holder.EmployerId, StringComparer.Ordinal);
            foreach (var key in missing)
            {
                var employers = read[key].ToArray();
                holders.Add(new HeldKey(key, employers));
                if (session.MayRemember)
                    remembered.KeyHolders.Keep(key, employers, 1 + employers.Length);
            }
        }

        holders.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return holders;
    }

    /// <summary>Rows as they were read, in their order.</summary>
    public static List<HeldKey> Each(List<KeyHolder> rows) => rows.ConvertAll(row => new HeldKey(row.Key, [row.EmployerId]));

    private Task<List<KeyHolder>> ReadAsync(IReadOnlyCollection<string> keys) =>
        session.QueryInChunksAsync<KeyHolder, string>(HoldersSql, keys, chunk => new { Keys = chunk });
}
