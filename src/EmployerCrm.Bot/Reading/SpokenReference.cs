using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>A reference said aloud and written down by a machine: "j s twelve", "jay s 12", "J.S. one two".</summary>
internal sealed class SpokenReference(IReadOnlyList<Token> tokens, KnownReferences known)
{
    private static readonly Dictionary<string, char> LetterNames = new(StringComparer.Ordinal)
    {
        ["ay"] = 'a', ["eh"] = 'a', ["bee"] = 'b', ["be"] = 'b', ["cee"] = 'c', ["see"] = 'c', ["sea"] = 'c', ["dee"] = 'd', ["ee"] = 'e', ["ef"] = 'f', ["eff"] = 'f', ["gee"] = 'g', ["jee"] = 'g',
        ["aitch"] = 'h', ["haitch"] = 'h', ["eye"] = 'i', ["jay"] = 'j', ["kay"] = 'k', ["okay"] = 'k', ["el"] = 'l', ["ell"] = 'l', ["em"] = 'm', ["en"] = 'n', ["oh"] = 'o', ["owe"] = 'o', ["pee"] = 'p', ["pea"] = 'p',
        ["queue"] = 'q', ["cue"] = 'q', ["kew"] = 'q', ["ar"] = 'r', ["are"] = 'r', ["our"] = 'r', ["ess"] = 's', ["es"] = 's', ["tee"] = 't', ["tea"] = 't', ["you"] = 'u', ["yu"] = 'u', ["vee"] = 'v', ["ex"] = 'x', ["why"] = 'y', ["wye"] = 'y', ["zed"] = 'z', ["zee"] = 'z',
    };

    public ClientMention? At(int i)
    {
        if (i > 0 && tokens[i].Glued && tokens[i - 1].Word is "'" or "/")
            return null;
        if (Letters(i) is not { } letters)
            return null;
        if (Number(letters.End) is not { } number)
            return SoundsLike(letters.End) is { } heard && known.Contains(letters.Text + heard.Digits) ? new ClientMention(i, heard.End, (letters.Text + heard.Digits).ToUpperInvariant()) : null;
        var reference = letters.Text + number.Digits;
        if (known.Contains(reference))
            return new ClientMention(i, number.End, reference.ToUpperInvariant());
        return letters.Certain || known.IsNear(reference) && letters.Likely ? new ClientMention(i, number.End, null) : null;
    }

    /// <summary>Two letters, each by itself or by its name, or together ("js twelve"). Words that only may be letters count beside one that must be.</summary>
    private (string Text, int End, bool Certain, bool Likely)? Letters(int i)
    {
        var word = tokens[i].Word;
        if (Reading.Letters.AreTwo(word) && known.AnyBegins(word))
            return (word, i + 1, false, !Lexicon.IsKnown(word));
        if (Letter(i) is not { } first)
            return null;
        var next = SkipStop(i + 1);
        if (Letter(next) is not { } second)
            return null;
        var single = tokens[i].Word.Length == 1 && tokens[next].Word.Length == 1;
        var anySingle = tokens[i].Word.Length == 1 || tokens[next].Word.Length == 1;
        var ordinary = tokens[i].Word is "a" or "i" || (!anySingle && Lexicon.IsKnown(tokens[i].Word) && Lexicon.IsKnown(tokens[next].Word));
        return ($"{first}{second}", SkipStop(next + 1), single && !ordinary, anySingle && !ordinary);
    }

    private char? Letter(int i)
    {
        if (i >= tokens.Count || !tokens[i].IsWord || tokens[i].Part == Part.Employer)
            return null;
        var word = tokens[i].Word;
        if (word.Length == 1 && char.IsAsciiLetter(word[0]) && tokens[i].Raw is not ("&" or "+" or "@"))
            return word[0];
        return LetterNames.TryGetValue(word, out var letter) ? letter : null;
    }

    private (string Digits, int End)? Number(int i)
    {
        if (i >= tokens.Count || !tokens[i].IsWord)
            return null;
        var word = Singular(tokens[i].Stem);
        var next = i + 1 < tokens.Count && tokens[i + 1].IsWord ? Singular(tokens[i + 1].Stem) : "";
        if (word.Length == 2 && word.All(char.IsAsciiDigit))
            return (word, i + 1);
        if (Digit(word) is { } first && Digit(next) is { } second)
            return ($"{first}{second}", i + 2);
        if (char.IsAsciiDigit(word[0]) || NumberWords.Cardinal(word) is not (>= 10 and <= 99 and { } number))
            return null;
        return NumberWords.IsTens(word) && NumberWords.Cardinal(next) is > 0 and < 10 and { } unit && !char.IsAsciiDigit(next[0])
            ? (Two(number + unit), i + 2) : (Two(number), i + 1);
    }

    /// <summary>"won two", "too four": digits written as words that sound like them. Only where the reference is one of the list.</summary>
    private (string Digits, int End)? SoundsLike(int i) =>
        i + 1 < tokens.Count && tokens[i].IsWord && tokens[i + 1].IsWord && Heard(tokens[i].Word) is { } first && Heard(Singular(tokens[i + 1].Stem)) is { } second ? ($"{first}{second}", i + 2) : null;

    private static char? Heard(string word) => word switch { "won" or "wan" => '1', "to" or "too" => '2', "tree" or "free" => '3', "for" or "fore" => '4', "ate" => '8', _ => Digit(word) };

    /// <summary>"eighteens" for "eighteen's".</summary>
    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && NumberWords.Cardinal(word[..^1]) is not null ? word[..^1] : word;

    private static string Two(int number) => number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    private static char? Digit(string word) => word is "oh" or "o" or "nought" or "naught" or "zero" ? '0' : NumberWords.Cardinal(word) is >= 0 and <= 9 and { } digit && (word.Length > 1 || char.IsAsciiDigit(word[0])) ? (char)('0' + digit) : null;

    private int SkipStop(int i) => i < tokens.Count && tokens[i] is { Word: ".", Break: Break.None } ? i + 1 : i;
}
