using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Privacy;

/// <summary>A client reference in a text, by its tokens.</summary>
/// <param name="Owns">Written with an apostrophe and s: what follows belongs to the client.</param>
internal readonly record struct ClientReference(int First, int Last, bool Owns)
{
    private static readonly HashSet<string> ShortWords = new(
        ["at", "by", "to", "on", "in", "of", "or", "no", "is", "it", "we", "up", "so", "my", "me", "us", "if", "do", "go", "be", "as", "an", "am", "pm", "he", "id", "st", "rd", "nd", "th", "ok", "re", "sq", "hp", "kg", "cm", "mm", "ft", "sn", "yr", "wk", "hr", "ac", "yn", "ar", "am", "un", "ei", "eu", "wc"],
        StringComparer.Ordinal);

    public static List<ClientReference> Find(string text, IReadOnlyList<GuardToken> tokens, string? known)
    {
        var expected = known is null ? null : string.Concat(FoldedText.Words(known));
        var found = new List<ClientReference>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(text, tokens, i, expected) is { } reference)
            {
                found.Add(reference);
                i = reference.Last;
            }
        }

        return found;
    }

    private static ClientReference? At(string text, IReadOnlyList<GuardToken> tokens, int i, string? expected)
    {
        var word = tokens[i].Word;
        var owns = word.Length is 5 && word[^1] == 's' && IsShape(word[..^1]);
        if (IsShape(word) || owns || (expected is not null && (word == expected || word == expected + "s")))
            return !owns && word != expected && IsAddress(text, tokens, i) ? null : new ClientReference(i, i, owns || tokens[i].Owns || (expected is not null && word == expected + "s"));
        var letters = "";
        for (var j = i; j < tokens.Count && j <= i + 3 && tokens[j].Clause == tokens[i].Clause; j++)
        {
            var next = tokens[j].Word;
            if (letters.Length < 2 && next.Length <= 2 && next.All(char.IsAsciiLetter) && letters.Length + next.Length <= 2 && !(next.Length == 2 && ShortWords.Contains(next)))
                letters += next;
            else if (letters.Length == 2)
                return Number(tokens, j) is { } end && (expected is null || IsLetters(letters, expected) || tokens[i].Word.Length == 1) ? new ClientReference(i, end, tokens[end].Owns) : null;
            else
                return null;
        }

        return null;
    }

    private static bool IsLetters(string letters, string expected) => expected.StartsWith(letters, StringComparison.Ordinal);

    /// <summary>The token that ends a number of two digits, in digits or spoken.</summary>
    private static int? Number(IReadOnlyList<GuardToken> tokens, int i)
    {
        for (var length = 1; length <= 2 && i + length <= tokens.Count; length++)
        {
            var words = Enumerable.Range(i, length).Select(at => tokens[at].Word).ToList();
            if (string.Concat(NumberWords.InDigits(words)) is { Length: 2 } digits && digits.All(char.IsAsciiDigit))
                return i + length - 1;
        }

        return null;
    }

    private static bool IsShape(string word) =>
        word.Length == 4 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);

    /// <summary>"BD12 7AB" is a postcode and "AB12 CDE" the plate of a van.</summary>
    private static bool IsAddress(string text, IReadOnlyList<GuardToken> tokens, int i)
    {
        if (i + 1 >= tokens.Count || tokens[i + 1].Start != tokens[i].End + 1 || text[tokens[i].End] != ' ')
            return false;
        var next = tokens[i + 1].Word;
        var isInward = next.Length == 3 && char.IsAsciiDigit(next[0]) && char.IsAsciiLetter(next[1]) && char.IsAsciiLetter(next[2]);
        var raw = text.AsSpan(tokens[i + 1].Start, tokens[i + 1].End - tokens[i + 1].Start);
        return isInward || (raw.Length == 3 && !raw.ContainsAnyExceptInRange('A', 'Z') && raw is not ("DBS" or "DOB" or "NHS" or "NMW"));
    }
}
