using System.Collections.Concurrent;

namespace EmployerCrm.Store.Remembering;

/// <summary>Rows that were read, by key. When there are too many it starts again empty: simpler than choosing, and rare.</summary>
/// <param name="most">In rows; a value may weigh more than one.</param>
internal sealed class Shelf<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _kept = new();
    private int _weight;

    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) => _kept.TryGetValue(key, out value);

    public void Keep(TKey key, TValue value, int weight = 1)
    {
        if (Interlocked.Add(ref _weight, weight) > most)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _weight, weight);
        }

        _kept[key] = value;
    }
}
