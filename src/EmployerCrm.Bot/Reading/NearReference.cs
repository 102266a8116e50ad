using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>
/// A word and a number where a reference was most likely said: "hp 31" beside HB31, "gel 18" beside GL18, "t a nine" beside TA09. Nothing is taken for granted, so the
/// client is asked for.
/// </summary>
internal sealed class NearReference(IReadOnlyList<Token> tokens, KnownReferences known)
{
    private static readonly HashSet<string> Counted = new(
        "hours hrs hour people staff jobs job weeks week days day months month years year min mins minutes am pm miles mile st street road rd avenue lane ladies men women adults kids customers covers rooms beds seats percent pounds quid grand"
            .Split(' '), StringComparer.Ordinal);

    public ClientMention? At(int i) => Together(i) ?? SingleDigit(i);

    /// <summary>Two to five letters that are no word of the grammar, then two digits.</summary>
    private ClientMention? Together(int i)
    {
        var word = tokens[i].Word;
        if (word.Length is < 2 or > 5 || !Letters.AreAll(word) || Lexicon.IsKnown(word) || tokens[i].Part != Part.None || Digits(i + 1) is not { } number || IsCounted(number.End))
            return null;
        if (word.Length == 2 && PostcodeAreas.Contains(word) && IsInward(number.End))
            return null;
        var near = known.IsNear(word + number.Text) || known.Contains(Skeleton(word) + number.Text);
        return near ? new ClientMention(i, number.End, null) : null;
    }

    /// <summary>Two spoken letters of a reference and one digit: the nought was not heard.</summary>
    private ClientMention? SingleDigit(int i)
    {
        if (tokens[i] is not { Word.Length: 1, IsNumber: false } || i + 2 >= tokens.Count || tokens[i + 1] is not { Word.Length: 1, IsNumber: false, IsWord: true })
            return null;
        var letters = tokens[i].Word + tokens[i + 1].Word;
        var digit = tokens[i + 2] is { IsWord: true } token && NumberWords.Cardinal(token.Stem) is >= 0 and <= 9;
        return digit && !IsCounted(i + 3) && known.AnyBegins(letters) ? new ClientMention(i, i + 3, null) : null;
    }

    private (string Text, int End)? Digits(int i)
    {
        if (i < tokens.Count && tokens[i] is { Word: "-" or "." })
            i++;
        if (i >= tokens.Count || !tokens[i].IsWord)
            return null;
        var word = tokens[i].Stem;
        if (word.Length == 2 && word.All(char.IsAsciiDigit))
            return (word, i + 1);
        if (NumberWords.Cardinal(word) is null && NumberWords.Ordinal(word) is null)
            return null;
        var number = NumberWords.InDigits([word, i + 1 < tokens.Count ? tokens[i + 1].Stem : ""]);
        return !char.IsAsciiDigit(word[0]) && number[0].Length == 2 && char.IsAsciiDigit(number[0][0]) ? (number[0], i + (number.Count == 1 ? 2 : 1)) : null;
    }

    private bool IsCounted(int i) => i < tokens.Count && Counted.Contains(tokens[i].Word);

    private bool IsInward(int i) => i < tokens.Count && tokens[i].Word is { Length: 3 } next && char.IsAsciiDigit(next[0]) && next[1..].All(char.IsAsciiLetter);

    /// <summary>The consonants, none twice in a row: "jess" is js.</summary>
    private static string Skeleton(string word) => string.Concat(word.Where((c, i) => c is not ('a' or 'e' or 'i' or 'o' or 'u') && (i == 0 || word[i - 1] != c)));
}
