using System.Collections.Frozen;
using System.Globalization;

namespace EmployerCrm.Core.Employers;

/// <summary>Numbers that are written out, as digits: "two" and 2, "second" and 2nd, "twenty four" and 24 are the same.</summary>
public static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Units = Number(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 1);

    private static readonly FrozenDictionary<string, int> Tens = Number("nought ten twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private static readonly FrozenDictionary<string, int> Cardinals = Both(Units, Tens);

    private static readonly FrozenDictionary<string, int> Ordinals = Both(
        Number("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1),
        Number("noughtieth tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 10));

    /// <summary>Every number and place that is written out in one word.</summary>
    public static IEnumerable<string> WrittenOut => Cardinals.Keys.Concat(Ordinals.Keys);

    /// <summary>The number that a folded word stands for ("two", "2", "twenty"), or null.</summary>
    public static int? Cardinal(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is > 0 and <= 6 && AreDigits(word))
            return int.Parse(word, CultureInfo.InvariantCulture);
        return Cardinals.TryGetValue(word, out var number) ? number : null;
    }

    /// <summary>The place that a folded word stands for ("third", "3rd", "thirtieth"), or null.</summary>
    public static int? Ordinal(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is >= 3 and <= 4 && word.AsSpan(word.Length - 2) is "st" or "nd" or "rd" or "th" && AreDigits(word.AsSpan(0, word.Length - 2)))
            return int.Parse(word.AsSpan(0, word.Length - 2), CultureInfo.InvariantCulture);
        return Ordinals.TryGetValue(word, out var place) ? place : null;
    }

    /// <summary>Whether the word is a round ten that a unit may follow ("twenty" four).</summary>
    public static bool IsTens(string word) => Tens.TryGetValue(word, out var tens) && tens >= 20;

    /// <summary>The words with each number in digits and each place as 2nd, 3rd …, pairs such as "twenty four" taken together.</summary>
    public static IReadOnlyList<string> InDigits(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var result = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (IsTens(words[i]) && i + 1 < words.Count && Cardinal(words[i + 1]) is > 0 and < 10 and { } unit && Units.ContainsKey(words[i + 1]))
            {
                result.Add(Digits(Tens[words[i]] + unit));
                i++;
            }
            else
            {
                result.Add(InDigits(words[i]));
            }
        }
        return result;
    }

    /// <summary>One word, in digits if it is a number or a place.</summary>
    public static string InDigits(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length == 0 || char.IsAsciiDigit(word[0]))
            return word;
        if (Cardinal(word) is { } number)
            return Digits(number);
        return Ordinal(word) is { } place ? Digits(place) + Suffix(place) : word;
    }

    private static string Suffix(int place) => (place % 100) is >= 11 and <= 13 ? "th" : (place % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static FrozenDictionary<string, int> Number(string words, int step) =>
        words.Split(' ').Select((word, index) => (word, index)).ToFrozenDictionary(pair => pair.word, pair => pair.index * step, StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Both(FrozenDictionary<string, int> units, FrozenDictionary<string, int> tens) =>
        units.Concat(tens).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
}
