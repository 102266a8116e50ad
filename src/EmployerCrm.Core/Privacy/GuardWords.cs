using System.Security.Cryptography;
using System.Text;

namespace EmployerCrm.Core.Privacy;

/// <summary>The words that the guard knows, made by <see cref="GuardWordsReader"/> from the lists in the <c>words</c> folder and a service's own additions.</summary>
public sealed class GuardWords
{
    private GuardWords(string version, PhraseBook phrases, HashSet<string> names, HashSet<string> wordNames, HashSet<string> titles, HashSet<string> months) =>
        (Version, Phrases, Names, WordNames, Titles, Months) = (version, phrases, names, wordNames, titles, months);

    /// <summary>Changes with every change of a list: kept beside an answer, it says what the answer was given to.</summary>
    public string Version { get; }

    /// <summary>Phrases of all lists but the names.</summary>
    internal PhraseBook Phrases { get; }

    /// <summary>Given names that are hardly ever anything else.</summary>
    internal HashSet<string> Names { get; }

    /// <summary>Given names that are also words.</summary>
    internal HashSet<string> WordNames { get; }

    internal HashSet<string> Titles { get; }

    internal HashSet<string> Months { get; }

    internal static GuardWords Of(IReadOnlyDictionary<WordSense, IReadOnlyCollection<string>> lists)
    {
        var text = string.Join('\n', lists.OrderBy(list => list.Key).Select(list => $"{list.Key}:{string.Join(',', list.Value.Order(StringComparer.Ordinal))}"));
        return new GuardWords(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12],
            new PhraseBook(lists.Where(list => !IsName(list.Key)).SelectMany(list => list.Value.Select(phrase => (phrase, list.Key))), Set(WordSense.OrdinaryWords)),
            Set(WordSense.NamesGiven),
            Set(WordSense.NamesWords),
            Set(WordSense.NamesTitles),
            Set(WordSense.DatesMonths));

        HashSet<string> Set(WordSense sense) => lists.TryGetValue(sense, out var words) ? new HashSet<string>(words, StringComparer.Ordinal) : [];
    }

    private static bool IsName(WordSense sense) =>
        sense is WordSense.NamesGiven or WordSense.NamesWords or WordSense.NamesTitles or WordSense.DatesMonths or WordSense.OrdinaryWords;
}
