using System.Globalization;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Privacy;

/// <summary>
/// Reads word lists: one phrase a line under a <c>[section]</c>, <c>#</c> for remarks, a star for any ending, and in a service's own file a minus sign
/// before a phrase that is to go. Lists of names and months hold several words a line.
/// </summary>
public sealed class GuardWordsReader
{
    private const int LongestPhrase = 80;
    private const string Resources = "EmployerCrm.Core.Privacy.words.";

    private readonly Dictionary<WordSense, HashSet<string>> _lists = [];
    private readonly List<string> _problems = [];

    /// <summary>What was wrong with the files read, a sentence each, with file and line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The lists that come with the service.</summary>
    public static GuardWordsReader WithDefaults()
    {
        var reader = new GuardWordsReader();
        var assembly = typeof(GuardWordsReader).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            reader.Read(name[Resources.Length..], text.ReadToEnd());
        }

        return reader;
    }

    /// <summary>Adds what a file says, or takes it away.</summary>
    /// <param name="fileName">As in <c>health.en.txt</c>: the part before the first dot says which list.</param>
    public void Read(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        var list = fileName.Split('.')[0];
        if (!Enum.GetNames<WordSense>().Any(name => name.StartsWith(list, StringComparison.OrdinalIgnoreCase)) || list.Length == 0)
        {
            _problems.Add($"{fileName} is not a word list: its name begins with health, medication, crime, allowed, context, dates, names, numbers or ordinary.");
            return;
        }

        WordSense? section = null;
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                section = Section(list, line, fileName, index + 1);
            else if (section is { } sense)
                ReadLine(sense, line, $"{fileName}, line {(index + 1).ToString(CultureInfo.InvariantCulture)}");
            else
                _problems.Add($"{fileName}, line {index + 1}: \"{line}\" stands under no section such as [{(list == "names" ? "given" : "always")}].");
        }
    }

    /// <summary>The words as they are now; call when there are no <see cref="Problems"/>.</summary>
    public GuardWords ToWords() => GuardWords.Of(_lists.ToDictionary(list => list.Key, list => (IReadOnlyCollection<string>)list.Value));

    private WordSense? Section(string list, string line, string fileName, int number)
    {
        if (Enum.TryParse<WordSense>(list + line.Trim('[', ']').Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var sense) && line[^1] == ']')
            return sense;
        _problems.Add($"{fileName}, line {number}: {line} is no section of this list.");
        return null;
    }

    private void ReadLine(WordSense sense, string line, string place)
    {
        var goes = line[0] == '-';
        var content = goes ? line[1..].Trim() : line;
        if (line.Length > LongestPhrase && !HoldsManyWords(sense))
        {
            _problems.Add($"{place}: a phrase has at most {LongestPhrase} characters.");
            return;
        }

        foreach (var phrase in HoldsManyWords(sense) ? content.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [content])
        {
            var any = phrase.EndsWith('*');
            var folded = FoldedText.Key(phrase);
            if (folded.Length == 0 || (any && folded.Length < 3) || phrase.TrimEnd('*').Contains('*', StringComparison.Ordinal))
                _problems.Add($"{place}: \"{phrase}\" has no word in it, or a star where none can be.");
            else
                Put(sense, folded + (any ? "*" : ""), goes, place);
        }
    }

    private void Put(WordSense sense, string phrase, bool goes, string place)
    {
        if (!_lists.TryGetValue(sense, out var phrases))
            _lists[sense] = phrases = new HashSet<string>(StringComparer.Ordinal);
        if (!goes)
            phrases.Add(phrase);
        else if (!phrases.Remove(phrase))
            _problems.Add($"{place}: \"{phrase}\" is not in the list, so it cannot go.");
    }

    private static bool HoldsManyWords(WordSense sense) =>
        sense is WordSense.NamesGiven or WordSense.NamesWords or WordSense.NamesTitles or WordSense.DatesMonths or WordSense.OrdinaryWords;
}
