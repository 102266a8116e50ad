namespace EmployerCrm.Core.Employers;

/// <summary>Words that differ by a slip of the finger: a letter wrong, missing, too many, or two swapped. What was typed has four letters at least.</summary>
public static class NearSpelling
{
    private const int Shortest = 4;

    public static bool IsOneSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> word) => typed.Length >= Shortest && OneLetter.Apart(typed, word);

    /// <summary>Whether the word begins with what was typed but for one slip.</summary>
    public static bool IsOneSlipAtStart(ReadOnlySpan<char> typed, ReadOnlySpan<char> word) => typed.Length >= Shortest && OneLetter.ApartAtStart(word, typed);
}
