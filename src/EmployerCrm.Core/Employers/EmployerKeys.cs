using System.Collections.Frozen;

namespace EmployerCrm.Core.Employers;

/// <summary>
/// The keys by which an employer's name is found. Words of four letters and more are kept with every form that lacks one letter; a typed word
/// is looked up the same way, so a wrong, missing, extra or swapped letter still meets a common key.
/// </summary>
public static class EmployerKeys
{
    private const int ShortestWithSlips = 4;
    private const int LongestKey = 60;

    private static readonly FrozenSet<string> LegalEndings = FrozenSet.Create(StringComparer.Ordinal, "ltd", "limited", "plc", "llp", "llc", "inc", "cic", "cio", "cyf", "co");

    private static readonly FrozenSet<string> Joining = FrozenSet.Create(
        StringComparer.Ordinal, "a", "an", "and", "at", "by", "for", "from", "i", "in", "is", "it", "my", "of", "off", "on", "or", "re", "the", "to", "up", "w", "was", "with", "y", "yr");

    /// <summary>The words of a name that identify it: folded, numbers in digits, without a leading "the" and without a legal ending.</summary>
    public static IReadOnlyList<string> NameWords(string name) => NumberWords.InDigits(Telling(name));

    /// <summary>The first letters of three to five telling words, by which a long name is called; null for other names.</summary>
    public static string? Initials(string name)
    {
        var words = Telling(name).Where(word => !IsJoining(word)).ToList();
        return words.Count is >= 3 and <= 5 ? string.Concat(words.Select(word => word[0])) : null;
    }

    private static IReadOnlyList<string> Telling(string name)
    {
        var words = FoldedText.Words(name);
        var start = words.Count > 1 && words[0] == "the" ? 1 : 0;
        var end = words.Count;
        while (end > start + 1 && LegalEndings.Contains(words[end - 1]))
            end--;
        return [.. words.Skip(start).Take(end - start).Where((word, index) => index == 0 || word is not ("ltd" or "limited" or "plc" or "llp"))];
    }

    /// <summary>Whether a folded word only joins others, so that it finds nothing by itself.</summary>
    public static bool IsJoining(string word) => Joining.Contains(word);

    /// <summary>Whether a folded word only says what kind of company it is.</summary>
    public static bool IsLegalEnding(string word) => LegalEndings.Contains(word);

    /// <summary>The keys to store for a name. Never empty for a name with a letter or digit in it.</summary>
    public static IReadOnlyCollection<string> ForName(string name)
    {
        var words = NameWords(name);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var telling = words.Where(word => !IsJoining(word)).ToList();
        foreach (var word in telling.Count > 0 ? telling : words)
            AddWithSlips(keys, word);
        AddPairs(keys, words);
        AddPairs(keys, telling);
        if (Initials(name) is { } initials)
            Add(keys, initials);
        return keys;
    }

    /// <summary>The keys to look up for words as they were typed, already folded.</summary>
    public static TypedKeySet ForQuery(IEnumerable<string> foldedWords)
    {
        ArgumentNullException.ThrowIfNull(foldedWords);
        return new TypedKeySet(NumberWords.InDigits([.. foldedWords]));
    }

    /// <summary>The keys to look up for one typed word.</summary>
    public static IReadOnlyCollection<string> OfWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        AddWithSlips(keys, word);
        AddParts(keys, word);
        return keys;
    }

    /// <summary>Neighbours run together, and those that only "and" parts.</summary>
    internal static IReadOnlyList<string> Pairs(IReadOnlyList<string> words)
    {
        var pairs = new List<string>(words.Count);
        AddPairs(pairs, words);
        if (words.Contains("and"))
            AddPairs(pairs, [.. words.Where(word => word != "and")]);
        return pairs;
    }

    /// <summary>"24hr" is looked up as 24 and hr too.</summary>
    private static void AddParts(HashSet<string> keys, string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0)
            return;
        Add(keys, word[..digits]);
        Add(keys, word[digits..]);
    }

    /// <summary>Two words run together: "kirkgateprint", or one word typed as two, "green acre".</summary>
    private static void AddPairs(ICollection<string> keys, IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
            Add(keys, words[i] + words[i + 1]);
    }

    private static void AddWithSlips(HashSet<string> keys, string word)
    {
        Add(keys, word);
        if (word.Length is < ShortestWithSlips or > LongestKey || char.IsAsciiDigit(word[0]))
            return;
        for (var i = 0; i < word.Length; i++)
            keys.Add(string.Concat(word.AsSpan(0, i), word.AsSpan(i + 1)));
    }

    private static void Add(ICollection<string> keys, string key)
    {
        if (key.Length is > 0 and <= LongestKey)
            keys.Add(key);
    }
}
