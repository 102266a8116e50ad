namespace EmployerCrm.Core;

/// <summary>Words that differ by one letter wrong, missing, extra or swapped.</summary>
public static class OneLetter
{
    /// <summary>Whether they are the same, or one such letter apart.</summary>
    public static bool Apart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        if (b.Length - a.Length > 1)
            return false;
        var at = a.CommonPrefixLength(b);
        if (b.Length > a.Length)
            return a[at..].SequenceEqual(b[(at + 1)..]);
        if (at == a.Length)
            return true;
        return a[(at + 1)..].SequenceEqual(b[(at + 1)..])
            || (at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a[(at + 2)..].SequenceEqual(b[(at + 2)..]));
    }

    /// <summary>Whether the word begins with something one letter away from the stem.</summary>
    public static bool ApartAtStart(ReadOnlySpan<char> word, ReadOnlySpan<char> stem)
    {
        for (var length = stem.Length - 1; length <= stem.Length + 1 && length <= word.Length; length++)
        {
            if (Apart(word[..length], stem))
                return true;
        }

        return false;
    }
}
