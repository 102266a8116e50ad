namespace EmployerCrm.Bot.Reading;

/// <summary>A client reference, or something said in its place that no reference fits.</summary>
internal sealed record ClientMention(int First, int End, string? Reference);

/// <summary>Finds client references: two letters and two digits, typed or spoken, and what is nearly one.</summary>
internal sealed class ClientFinder(IReadOnlyList<Token> tokens, IReadOnlyList<string> references)
{
    private readonly KnownReferences _known = KnownReferences.Of(references);

    public List<ClientMention> Find()
    {
        var (spoken, near) = (new SpokenReference(tokens, _known), new NearReference(tokens, _known));
        var found = new List<ClientMention>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsWord || tokens[i].Part == Part.Employer || (Typed(i) ?? TypedApart(i) ?? spoken.At(i) ?? near.At(i)) is not { } mention)
                continue;
            found.Add(mention);
            i = mention.End - 1;
        }
        return found;
    }

    private ClientMention? Typed(int i)
    {
        var word = Bare(tokens[i]);
        if (word.Length is < 2 or > 6)
            return null;
        if (_known.Contains(word))
            return new ClientMention(i, i + 1, word.ToUpperInvariant());
        return IsDoubtful(word) && !IsPostcode(i, word) ? new ClientMention(i, i + 1, null) : null;
    }

    /// <summary>"JS 12", "JS-12", "J S 12".</summary>
    private ClientMention? TypedApart(int i)
    {
        var word = tokens[i].Word;
        if (!Letters.AreTwo(word))
            return null;
        var number = i + 1 < tokens.Count && tokens[i + 1].Word is "-" or "." or "/" ? i + 2 : i + 1;
        if (number >= tokens.Count || !tokens[number].IsNumber || Bare(tokens[number]) is not { Length: 2 } digits || !digits.All(char.IsAsciiDigit))
            return null;
        if (_known.Contains(word + digits))
            return new ClientMention(i, number + 1, (word + digits).ToUpperInvariant());
        var written = tokens[i].Raw.All(char.IsUpper) && !Lexicon.IsKnown(word);
        return written && _known.IsNear(word + digits) ? new ClientMention(i, number + 1, null) : null;
    }

    /// <summary>The word without a possessive or plural ending: "JS12's", "JS12s".</summary>
    private string Bare(Token token)
    {
        if (_known.Contains(token.Word))
            return token.Word;
        if (token.Stem != token.Word)
            return token.Stem;
        return token.Word.Length > 3 && token.Word[^1] == 's' && token.Word.AsSpan(0, token.Word.Length - 1) is var singular && (_known.Contains(singular) || HasShape(singular)) ? singular.ToString() : token.Word;
    }

    /// <summary>Shaped like a reference, or one letter from a known one.</summary>
    private bool IsDoubtful(string word)
    {
        if (HasShape(word))
            return true;
        return word.Length is >= 3 and <= 5 && char.IsAsciiLetter(word[0]) && word.AsSpan().ContainsAnyInRange('0', '9') && _known.IsNear(word);
    }

    /// <summary>BD12 and LS8 are districts of the post: known area letters, no leading zero, not near any reference.</summary>
    private bool IsPostcode(int i, string word)
    {
        var letters = word.TakeWhile(char.IsAsciiLetter).Count();
        if (letters is 0 or > 2 || word.Length - letters is 0 or > 2 || word[letters] == '0' || !word[letters..].All(char.IsAsciiDigit) || !PostcodeAreas.Contains(word[..letters]))
            return false;
        var inward = i + 1 < tokens.Count && tokens[i + 1].Word is { Length: 3 } next && char.IsAsciiDigit(next[0]) && next[1..].All(char.IsAsciiLetter);
        return inward || word.Length < 4 || !_known.IsNear(word) || (i + 1 < tokens.Count && tokens[i + 1].Word is "site" or "area" or "postcode" or "branch" or "depot");
    }

    private static bool HasShape(ReadOnlySpan<char> word) => word.Length == 4 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);
}
