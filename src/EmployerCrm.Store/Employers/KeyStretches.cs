using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Look-up keys from one up to another: a single key, or all that begin with what was typed.</summary>
/// <param name="Size">How many hold one of them; a guess where they were too many to be read.</param>
internal sealed record KeyStretch(string First, string End, int Size)
{
    private const char AfterNothing = '\u0001';

    public static KeyStretch Only(string key, int size) => new(key, key + AfterNothing, size);

    public static KeyStretch From(string beginning, int size = 0) => new(beginning, KeyMarks.EndOfRange(beginning), size);
}

/// <summary>What was found for one word.</summary>
/// <param name="Stretches">The keys that hold it, of every kind, the commonest first.</param>
/// <param name="IsWhole">It is rare enough to be read whole.</param>
/// <param name="Size">How common it is, as far as that is known.</param>
internal sealed record WordStretches(IReadOnlyList<KeyStretch> Stretches, bool IsWhole, int Size)
{
    /// <summary>Employers that hold it, where they have been read already; not all of them for a word that is not read whole.</summary>
    public IReadOnlyCollection<Guid>? Read { get; init; }
}

/// <summary>
/// The words of a search as stretches of look-up keys: as they are spelt, and only when nobody is spelt so, with a slip, a Welsh mutation, or run together with
/// the next.
/// </summary>
internal sealed class KeyStretches(Session session)
{
    /// <summary>A word that so few hold tells who is meant.</summary>
    private const int Few = 150;

    private const int MostHolders = 600;
    private const int MostOfAStretch = 300;
    private const int LongestWithoutSlips = 3;

    /// <summary>A guess at how many employers hold keys that begin so, when it is more than are read: a town has fewer than the beginning of a name.</summary>
    private const int Many = 5_000;

    private const int ManyOfAKind = 1_500;

    private static readonly string[] Words = ["", KeyMarks.TradingName, KeyMarks.Town, KeyMarks.Contact];

    private static readonly string[] Marks = [.. Words, KeyMarks.Postcode, KeyMarks.CompanyNumber];

    private const string RangeSql = $"""
        select employer_id, [key]
        from employer_keys
        where [key] >= @First and [key] < @End
        order by [key]
        {Dialect.Page}
        """;

    private readonly SearchedKeys _keys = new(session);

    /// <summary>The words, without the one that is being typed where a rarer one tells who is meant.</summary>
    public async Task<IReadOnlyList<WordStretches>> OfAsync(SearchText text)
    {
        var words = new List<WordStretches>(text.Words.Count + 1);
        foreach (var word in text.Words.Where(word => !word.IsPrefix))
            words.Add(await OfAsync(word));
        if (words.Any(word => word.Size is > 0 and <= Few))
            return words;
        foreach (var word in text.Words.Where(word => word.IsPrefix))
            words.Add(await OfAsync(word));
        if (words.Any(word => word.Size == 0))
        {
            foreach (var (first, second) in text.Words.Zip(text.Words.Skip(1)))
                words.Add(await SpeltAsync(new SearchWord(first.Text + second.Text, second.IsPrefix)));
        }

        return words;
    }

    public async Task<IReadOnlyList<Guid>> SomeAsync(string key, int most) =>
        [.. (await ReadAsync(KeyStretch.Only(key, most), most)).Select(holder => holder.EmployerId)];

    /// <summary>Employers that hold the word: all of them when it is read whole, else some.</summary>
    public async Task<IReadOnlyCollection<Guid>> HoldersAsync(WordStretches word)
    {
        if (word.Read is { } read)
            return read;
        var holders = new HashSet<Guid>();
        foreach (var stretch in word.Stretches)
        {
            if (word.IsWhole || holders.Count < MostOfAStretch)
                holders.UnionWith((await ReadAsync(stretch, word.IsWhole ? MostHolders : MostOfAStretch)).Select(holder => holder.EmployerId));
        }

        return holders;
    }

    private async Task<WordStretches> OfAsync(SearchWord word)
    {
        var found = await SpeltAsync(word);
        if (found.Size > 0 || word.Text.Length <= LongestWithoutSlips)
            return found;
        var forms = WelshMutations.OtherForms(word.Text);
        found = await HoldingAsync([.. Words.SelectMany(mark => KeyMarks.ForQuery(mark, [word.Text])), .. Words.SelectMany(mark => forms.Select(form => mark + form))]);
        return found.Size > 0 || !word.IsPrefix ? found : await BeginningAsync(Words.SelectMany(mark => forms.Concat(LessALetter(word.Text)).Select(form => mark + form)));
    }

    private Task<WordStretches> SpeltAsync(SearchWord word)
    {
        var keys = Marks.Select(mark => mark + word.Text);
        return word.IsPrefix ? BeginningAsync(keys) : HoldingAsync(keys);
    }

    /// <summary>Who holds one of these keys.</summary>
    private async Task<WordStretches> HoldingAsync(IEnumerable<string> keys)
    {
        var counts = await _keys.CountsAsync(keys.ToHashSet(StringComparer.Ordinal));
        var size = counts.Sum(count => count.Employers);
        return new WordStretches([.. counts.OrderByDescending(count => count.Employers).Select(count => KeyStretch.Only(count.Key, count.Employers))], size <= MostHolders, size);
    }

    /// <summary>Who holds a key that begins so.</summary>
    private async Task<WordStretches> BeginningAsync(IEnumerable<string> beginnings)
    {
        var (stretches, holders, whole) = (new List<KeyStretch>(), new HashSet<Guid>(), true);
        foreach (var stretch in beginnings.Distinct(StringComparer.Ordinal).Select(beginning => KeyStretch.From(beginning)))
        {
            var read = await ReadAsync(stretch, MostOfAStretch);
            if (read.Count == 0)
                continue;
            stretches.Add(stretch with { Size = read.Count < MostOfAStretch ? read.Count : stretch.First.Contains(':', StringComparison.Ordinal) ? ManyOfAKind : Many });
            holders.UnionWith(read.Select(holder => holder.EmployerId));
            whole &= read.Count < MostOfAStretch;
        }

        return new WordStretches([.. stretches.OrderByDescending(stretch => stretch.Size)], whole, whole ? holders.Count : int.MaxValue) { Read = holders };
    }

    private Task<List<KeyHolder>> ReadAsync(KeyStretch stretch, int most) => session.QueryAsync<KeyHolder>(RangeSql, new { stretch.First, stretch.End, Skip = 0, Take = most });

    private static IEnumerable<string> LessALetter(string word) => Enumerable.Range(1, word.Length - 1).Select(letter => word.Remove(letter, 1)).Distinct(StringComparer.Ordinal);
}
