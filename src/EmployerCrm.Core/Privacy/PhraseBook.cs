namespace EmployerCrm.Core.Privacy;

/// <summary>A phrase found in a text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Count">How many tokens it takes.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct PhraseMatch(WordSense Sense, int First, int Count)
{
    public int Last => First + Count - 1;

    public bool Overlaps(PhraseMatch other) => First <= other.Last && other.First <= Last;
}

/// <summary>All phrases by their first word, found in one walk over a text. Long words that are asked about are found with one letter wrong too.</summary>
internal sealed class PhraseBook
{
    private const int SlipFrom = 7;

    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly List<Phrase>[] _byEnding;
    private readonly List<Phrase>[] _bySlip;

    private readonly HashSet<string> _ordinary;

    /// <summary>Puts the phrases where the walk finds them.</summary>
    /// <param name="ordinary">Words that are never taken for a slip.</param>
    public PhraseBook(IEnumerable<(string Phrase, WordSense Sense)> phrases, HashSet<string> ordinary)
    {
        (_byEnding, _bySlip, _ordinary) = (Buckets(), Buckets(), ordinary);
        _byLetters = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (text, sense) in phrases)
        {
            var words = text.TrimEnd('*').Split(' ');
            var phrase = new Phrase(words, text.EndsWith('*'), sense);
            if (words.Length == 1 && phrase.AnyEnding)
                _byEnding[Bucket(words[0])].Add(phrase);
            else if (_byFirstWord.TryGetValue(words[0], out var same))
                same.Add(phrase);
            else
                _byFirstWord[words[0]] = [phrase];
            if (words.Length == 1 && words[0].Length >= SlipFrom && sense.Said() is not null)
                _bySlip[Bucket(words[0])].Add(phrase);
        }
    }

    public List<PhraseMatch> Find(List<GuardToken> tokens)
    {
        var found = new List<PhraseMatch>();
        var slips = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            var before = found.Count;
            var word = tokens[i].Word;
            Add(found, tokens, i, _byFirstWord.GetValueOrDefault(word));
            if (word.Length > 3 && word[^1] == 's' && _byLetters.TryGetValue(word.AsSpan(0, word.Length - 1), out var singular))
                Add(found, tokens, i, singular);
            foreach (var phrase in _byEnding[Bucket(word)])
            {
                if (word.StartsWith(phrase.Words[0], StringComparison.Ordinal))
                    found.Add(new PhraseMatch(phrase.Sense, i, 1));
            }

            if (found.Count > before || word.Length < SlipFrom - 1 || _ordinary.Contains(word))
                continue;
            foreach (var phrase in Slipped(word, slips))
                found.Add(new PhraseMatch(phrase.Sense, i, 1));
        }

        return found;
    }

    private List<Phrase> Slipped(string word, Dictionary<string, List<Phrase>> slips)
    {
        if (slips.TryGetValue(word, out var known))
            return known;
        var phrases = new List<Phrase>(0);
        foreach (var phrase in _bySlip[Bucket(word)])
        {
            if (phrase.AnyEnding ? OneLetter.ApartAtStart(word, phrase.Words[0]) : OneLetter.Apart(word, phrase.Words[0]))
                phrases.Add(phrase);
        }

        return slips[word] = phrases;
    }

    private static void Add(List<PhraseMatch> found, IReadOnlyList<GuardToken> tokens, int first, List<Phrase>? phrases)
    {
        foreach (var phrase in phrases ?? [])
        {
            if (phrase.FitsFrom(tokens, first))
                found.Add(new PhraseMatch(phrase.Sense, first, phrase.Words.Length));
        }
    }

    private static List<Phrase>[] Buckets() => [.. Enumerable.Range(0, 27).Select(_ => new List<Phrase>())];

    /// <summary>A slip is never in the first letter, so that only words with the same one are compared.</summary>
    private static int Bucket(string word) => word[0] is >= 'a' and <= 'z' ? word[0] - 'a' : 26;

    private sealed record Phrase(string[] Words, bool AnyEnding, WordSense Sense)
    {
        /// <summary>The words follow one another with no comma or full stop between; the last may be in the plural.</summary>
        public bool FitsFrom(IReadOnlyList<GuardToken> tokens, int first)
        {
            if (first + Words.Length > tokens.Count)
                return false;
            for (var i = 1; i < Words.Length; i++)
            {
                var token = tokens[first + i];
                if (token.Clause != tokens[first].Clause || !Fits(token.Word, Words[i], i == Words.Length - 1))
                    return false;
            }

            return true;
        }

        private bool Fits(string word, string expected, bool isLast) =>
            word == expected || (isLast && (AnyEnding
                ? word.StartsWith(expected, StringComparison.Ordinal)
                : word.Length == expected.Length + 1 && word[^1] == 's' && expected.Length > 2 && word.StartsWith(expected, StringComparison.Ordinal)));
    }
}
