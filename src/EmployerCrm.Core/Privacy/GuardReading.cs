using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Privacy;

/// <summary>Whom a word of a text names.</summary>
internal enum Mention
{
    None,
    Client,
    Pronoun,
    Relative,
    Staff,
    Employer,
}

/// <summary>A text taken apart once: its words, the phrases of the lists in it, whom it names where.</summary>
internal sealed class GuardReading
{
    private const int LongestNaming = 4;

    private readonly ulong[] _senses;
    private readonly ILookup<int, PhraseMatch> _naming;

    public GuardReading(string text, GuardWords words, GuardSurroundings around)
    {
        (Text, Words, Around) = (text, words, around);
        IsShouted = !text.Any(char.IsLower);
        Tokens = GuardTokens.Of(text);
        Matches = words.Phrases.Find(Tokens);
        References = ClientReference.Find(text, Tokens, around.Client);
        People = Folded(around.People);
        Places = Folded(around.Places);
        Mentions = new Mention[Tokens.Count];
        _senses = new ulong[Tokens.Count];
        _naming = Matches.Where(match => match.Sense == WordSense.ContextNaming).ToLookup(match => match.First);
        Mark();
    }

    public string Text { get; }

    public GuardWords Words { get; }

    public GuardSurroundings Around { get; }

    public List<GuardToken> Tokens { get; }

    public List<PhraseMatch> Matches { get; }

    public List<ClientReference> References { get; }

    public HashSet<string> People { get; }

    public HashSet<string> Places { get; }

    public Mention[] Mentions { get; }

    /// <summary>Whether the word is part of a phrase of that list.</summary>
    public bool Is(int token, WordSense sense) => token >= 0 && token < Tokens.Count && (_senses[token] & Bit(sense)) != 0;

    /// <summary>Phrases such as "real name" that begin or end at the word, the longest; null where none does.</summary>
    public PhraseMatch? Naming(int at, bool backwards)
    {
        var found = backwards
            ? Enumerable.Range(Math.Max(0, at - LongestNaming), Math.Min(at, LongestNaming) + 1).SelectMany(first => _naming[first]).Where(match => match.Last == at)
            : _naming[at];
        return found.OrderByDescending(match => match.Count).Select(match => (PhraseMatch?)match).FirstOrDefault();
    }

    /// <summary>A given name, of nobody that is known here; one that is also a word only with a capital that no sentence's beginning explains.</summary>
    public bool IsName(int i)
    {
        if (i < 0 || i >= Tokens.Count)
            return false;
        var word = Bare(i);
        if (IsKnown(word) || Words.Months.Contains(word))
            return false;
        return Words.Names.Contains(word)
            || (Words.WordNames.Contains(word) && Tokens[i].Capital && i > 0 && Tokens[i - 1].Sentence == Tokens[i].Sentence && !IsShouted);
    }

    public bool IsKnown(string word) => People.Contains(word) || Places.Contains(word);

    /// <summary>The word without an apostrophe and s.</summary>
    public string Bare(int i) => Tokens[i].Owns ? Tokens[i].Word[..^1] : Tokens[i].Word;

    /// <summary>Written in capitals throughout: they say nothing about names.</summary>
    public bool IsShouted { get; }

    private static ulong Bit(WordSense sense) => 1UL << (int)sense;

    private static HashSet<string> Folded(IReadOnlyList<string> names) => names.SelectMany(FoldedText.Words).ToHashSet(StringComparer.Ordinal);

    private void Mark()
    {
        foreach (var match in Matches)
        {
            for (var i = match.First; i <= match.Last; i++)
                _senses[i] |= Bit(match.Sense);
        }

        for (var i = 0; i < Mentions.Length; i++)
            Mentions[i] = Of(i);
        foreach (var reference in References)
            Array.Fill(Mentions, Mention.Client, reference.First, reference.Last - reference.First + 1);
    }

    private Mention Of(int i)
    {
        if (Is(i, WordSense.ContextClient))
            return Mention.Client;
        if (Is(i, WordSense.ContextStaff) || People.Contains(Bare(i)) || Words.Names.Contains(Bare(i)))
            return Mention.Staff;
        if (Is(i, WordSense.ContextRelatives))
            return Mention.Relative;
        if (Is(i, WordSense.ContextPronouns))
            return Mention.Pronoun;
        return Is(i, WordSense.ContextEmployer) ? Mention.Employer : Mention.None;
    }
}
