using System.Numerics;

namespace EmployerCrm.Bot.Reading;

/// <summary>Which letters a folded word has, as bits: enough to rule out most words that a name cannot be meant by.</summary>
internal readonly record struct LetterSet(uint Bits)
{
    private const int Digit = 26;
    private const int Other = 27;

    public static LetterSet Of(string word)
    {
        var bits = 0u;
        foreach (var c in word)
            bits |= 1u << (char.IsAsciiLetterLower(c) ? c - 'a' : char.IsAsciiDigit(c) ? Digit : Other);
        return new LetterSet(bits);
    }

    /// <summary>A letter wrong takes one letter from the word and brings another.</summary>
    public bool MayBeSlipsFrom(LetterSet other, int slips) => BitOperations.PopCount(Bits ^ other.Bits) <= 2 * slips;

    public bool HoldsAll(LetterSet other) => (Bits & other.Bits) == other.Bits;
}
