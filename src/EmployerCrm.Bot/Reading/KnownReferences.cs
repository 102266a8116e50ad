using System.Runtime.CompilerServices;

namespace EmployerCrm.Bot.Reading;

/// <summary>The client references that a line may name, in small letters.</summary>
internal sealed class KnownReferences
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, KnownReferences> Made = [];

    private readonly HashSet<string> _references;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _byLetters;

    private KnownReferences(IReadOnlyList<string> references)
    {
        _references = references.Select(reference => reference.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        _byLetters = _references.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Made once for as long as the directory remembers the list.</summary>
    public static KnownReferences Of(IReadOnlyList<string> references) => Made.GetValue(references, known => new KnownReferences(known));

    public bool Contains(ReadOnlySpan<char> word) => _byLetters.Contains(word);

    /// <summary>Whether one of them is at most one letter from the word.</summary>
    public bool IsNear(string word)
    {
        foreach (var reference in _references)
        {
            if (Slips.Within(word, reference, 1))
                return true;
        }
        return false;
    }

    public bool AnyBegins(string letters)
    {
        foreach (var reference in _references)
        {
            if (reference.StartsWith(letters, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
