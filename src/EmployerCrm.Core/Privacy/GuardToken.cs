using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Privacy;

/// <summary>A word of a text, folded, with its place.</summary>
/// <param name="Clause">Numbered through the text; a comma, a dash or a bracket begins the next.</param>
/// <param name="Sentence">Numbered through the text; a full stop or a new line begins the next.</param>
/// <param name="Owns">Ends in an apostrophe and s.</param>
internal readonly record struct GuardToken(int Start, int End, string Word, bool Capital, bool Owns, int Clause, int Sentence)
{
    public bool IsDigits => Word.Length > 0 && !Word.AsSpan().ContainsAnyExceptInRange('0', '9');
}

/// <summary>Divides a text into words, clauses and sentences. Marks that were spoken ("comma", "full stop") divide like written ones.</summary>
internal static class GuardTokens
{
    /// <summary>In characters, with the space behind it.</summary>
    private const int UsualWord = 5;

    public static List<GuardToken> Of(string text)
    {
        var tokens = new List<GuardToken>(text.Length / UsualWord);
        var (clause, sentence) = (0, 0);
        var i = 0;
        while (i < text.Length)
        {
            if (FoldedText.IsWordCharacter(text, i, out _))
            {
                var end = EndOfWord(text, i);
                var word = FoldedText.Word(text.AsSpan(i, end - i));
                if (word.Length > 0)
                    tokens.Add(new GuardToken(i, end, word, char.IsUpper(text[i]), IsPossessive(text.AsSpan(i, end - i)), clause, sentence));
                (clause, sentence) = AfterSpokenMark(tokens, clause, sentence);
                i = end;
                continue;
            }

            if (EndsSentence(text, i))
                (clause, sentence) = (clause + 1, sentence + 1);
            else if (EndsClause(text, i))
                clause++;
            i++;
        }

        return tokens;
    }

    private static int EndOfWord(string text, int i)
    {
        while (i < text.Length)
        {
            if (FoldedText.IsWordCharacter(text, i, out var width))
                i += width;
            else if (FoldedText.IsSilent(text[i]) && i + 1 < text.Length && FoldedText.IsWordCharacter(text, i + 1, out _))
                i++;
            else
                break;
        }

        return i;
    }

    private static bool IsPossessive(ReadOnlySpan<char> raw) => raw.Length > 2 && raw[^1] is 's' or 'S' && FoldedText.IsSilent(raw[^2]);

    private static (int Clause, int Sentence) AfterSpokenMark(List<GuardToken> tokens, int clause, int sentence)
    {
        if (tokens is [.., { Word: "comma" }])
        {
            tokens.RemoveAt(tokens.Count - 1);
            return (clause + 1, sentence);
        }

        if (tokens is [.., { Word: "full" }, { Word: "stop" }] or [.., { Word: "new" }, { Word: "line" }])
        {
            tokens.RemoveRange(tokens.Count - 2, 2);
            return (clause + 1, sentence + 1);
        }

        return (clause, sentence);
    }

    private static bool EndsSentence(string text, int i) => text[i] switch
    {
        '\n' or '\r' or '!' or '?' or '…' or '。' => true,
        '.' => i + 1 >= text.Length || (char.IsWhiteSpace(text[i + 1]) && !IsAbbreviation(text, i)),
        _ => false,
    };

    /// <summary>"Mr. Khan", "J. S.", "d. o. b.": no sentence ends after a title or a single letter.</summary>
    private static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return stop - start == 1 || text.AsSpan(start, stop - start) is "Mr" or "Mrs" or "Ms" or "Dr" or "mr" or "mrs" or "ms" or "dr" or "no" or "No";
    }

    private static bool EndsClause(string text, int i) => text[i] switch
    {
        ',' or ';' or '(' or ')' or '[' or ']' or '|' or '•' or '→' or '>' or '–' or '—' => true,
        ':' => i + 1 >= text.Length || !char.IsAsciiDigit(text[i + 1]) || i == 0 || !char.IsAsciiDigit(text[i - 1]),
        '-' => i > 0 && i + 1 < text.Length && (char.IsWhiteSpace(text[i - 1]) || char.IsWhiteSpace(text[i + 1])),
        _ => false,
    };
}
