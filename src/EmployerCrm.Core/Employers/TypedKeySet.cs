using System.Collections;

namespace EmployerCrm.Core.Employers;

/// <summary>The keys to look up for words as they were typed. They are worked out when they are asked for: a store that remembers the words needs few of them.</summary>
public sealed class TypedKeySet : IReadOnlyCollection<string>
{
    /// <summary>The keys of words that are folded and in digits.</summary>
    internal TypedKeySet(IReadOnlyList<string> words)
    {
        var telling = new List<string>(words.Count);
        foreach (var word in words)
        {
            if (!EmployerKeys.IsJoining(word))
                telling.Add(word);
        }

        Words = telling;
        Pairs = EmployerKeys.Pairs(words);
    }

    /// <summary>The words that are looked up by themselves; the keys of each are <see cref="EmployerKeys.OfWord"/>.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The other keys: neighbours run together.</summary>
    public IReadOnlyList<string> Pairs { get; }

    public int Count => All.Count;

    /// <summary>Each once.</summary>
    private HashSet<string> All => field ??= new HashSet<string>(Words.SelectMany(EmployerKeys.OfWord).Concat(Pairs), StringComparer.Ordinal);

    public IEnumerator<string> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
