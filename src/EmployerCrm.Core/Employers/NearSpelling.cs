namespace EmployerCrm.Core.Employers;

/// <summary>Words that differ by a slip of the finger: a letter wrong, missing, too many, or two swapped.</summary>
public static class NearSpelling
{
    private const int Shortest = 4;

    public static bool IsOneSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        if (typed.Length < Shortest || Math.Abs(typed.Length - word.Length) > 1)
            return false;
        var start = 0;
        while (start < Math.Min(typed.Length, word.Length) && typed[start] == word[start])
            start++;
        var (left, right) = (typed.Length, word.Length);
        while (left > start && right > start && typed[left - 1] == word[right - 1])
            (left, right) = (left - 1, right - 1);
        var (here, there) = (left - start, right - start);
        return (here <= 1 && there <= 1) || (here == 2 && there == 2 && typed[start] == word[start + 1] && typed[start + 1] == word[start]);
    }

    /// <summary>Whether the word begins with what was typed but for one slip.</summary>
    public static bool IsOneSlipAtStart(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        if (typed.Length < Shortest)
            return false;
        for (var length = typed.Length - 1; length <= typed.Length + 1; length++)
        {
            if (length <= word.Length && IsOneSlip(typed, word[..length]))
                return true;
        }

        return false;
    }
}
