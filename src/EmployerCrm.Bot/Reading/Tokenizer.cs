using System.Text;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Splits a line once into words and marks with their places; everything after works on these tokens.</summary>
internal static class Tokenizer
{
    /// <summary>A line this long is no chat line; what follows belongs to its last words.</summary>
    public const int MostTokens = 500;

    private const string MarksInsideNumbers = ":./-";

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var glued = false;
        var i = 0;
        while (i < text.Length && tokens.Count < MostTokens)
        {
            var start = i;
            if (FoldedText.IsWordCharacter(text, i, out _))
            {
                i = EndOfWord(text, i);
                tokens.Add(MakeWord(text, start, i, glued));
                glued = true;
            }
            else if (text[i] is '\n' or '\r')
            {
                i++;
                tokens.Add(MakeMark(text, start, i, "\n", glued, Break.Sentence));
                glued = false;
            }
            else if (char.IsWhiteSpace(text[i]) || FoldedText.IsSilent(text[i]))
            {
                glued &= !char.IsWhiteSpace(text[i]);
                i++;
            }
            else
            {
                i = EndOfMark(text, i);
                AddMark(tokens, text, start, i, glued);
                glued = true;
            }
        }
        JoinLetterPairs(tokens, text);
        for (i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Raw.Length == 1 && TextSpelling.Of(tokens, i) is { } word)
                tokens[i] = MakeSign(text, tokens[i].Start, tokens[i].End, word, glued: false);
        }
        return tokens;
    }

    private static int EndOfWord(string text, int i)
    {
        var startsWithDigit = char.IsAsciiDigit(text[i]);
        while (i < text.Length)
        {
            if (FoldedText.IsWordCharacter(text, i, out var width))
                i += width;
            else if (FoldedText.IsSilent(text[i]) && i + 1 < text.Length && FoldedText.IsWordCharacter(text, i + 1, out _))
                i++;
            else if (startsWithDigit && MarksInsideNumbers.Contains(text[i], StringComparison.Ordinal) && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                i++;
            else
                break;
        }
        return i;
    }

    private static Token MakeWord(string text, int start, int end, bool glued)
    {
        var raw = text[start..end];
        var word = Dialect.Standard(Fold(raw));
        var stem = word;
        var apostrophe = raw.LastIndexOfAny(['\'', '’', '‘', 'ʼ', '`', '´']);
        if (apostrophe > 0 && raw.Length - apostrophe == 2 && raw[^1] is 's' or 'S' && word.Length > 1)
            stem = word[..^1];
        return new Token { Start = start, End = end, Raw = raw, Word = word, Stem = stem, IsWord = true, Glued = glued };
    }

    private static string Fold(string raw)
    {
        if (!char.IsAsciiDigit(raw[0]) || raw.IndexOfAny([':', '.', '/', '-']) < 0)
            return FoldedText.Word(raw);
        var word = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (MarksInsideNumbers.Contains(c, StringComparison.Ordinal) || char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }

    private static int EndOfMark(string text, int i)
    {
        if (text[i] is '-' or '=' or '>' or '.' or '!' or '?')
        {
            while (i + 1 < text.Length && text[i + 1] is '-' or '=' or '>' or '.' or '!' or '?')
            {
                i++;
            }
        }
        return i + (char.IsSurrogatePair(text, i) ? 2 : 1);
    }

    private static void AddMark(List<Token> tokens, string text, int start, int end, bool glued)
    {
        var raw = text[start..end];
        if (raw is "&" or "+" or "＆")
        {
            tokens.Add(MakeSign(text, start, end, "and", glued));
            return;
        }
        if (raw == "@")
        {
            tokens.Add(MakeSign(text, start, end, "at", glued));
            return;
        }
        var spacedAfter = end >= text.Length || char.IsWhiteSpace(text[end]);
        var (word, kind) = raw[0] switch
        {
            ',' or ';' or ':' or '，' or '(' or ')' or '[' or ']' or '|' or '•' => (raw[..1], Break.Clause),
            '.' or '!' or '?' or '…' or '。' => (".", raw[0] != '.' || spacedAfter || raw.Length > 1 ? Break.Sentence : Break.None),
            '→' or '⇒' or '➔' or '➡' => ("->", Break.Clause),
            '-' or '=' or '>' when raw.Length > 1 && raw[^1] == '>' => ("->", Break.Clause),
            '-' or '–' or '—' or '―' or '−' or '‐' or '‑' or '‒' => ("-", raw.Length > 1 || spacedAfter || !glued ? Break.Clause : Break.None),
            _ => (raw, Break.None),
        };
        tokens.Add(MakeMark(text, start, end, word, glued, kind));
    }

    private static Token MakeSign(string text, int start, int end, string word, bool glued) =>
        new() { Start = start, End = end, Raw = text[start..end], Word = word, Stem = word, IsWord = true, Glued = glued };

    private static Token MakeMark(string text, int start, int end, string word, bool glued, Break kind) =>
        new() { Start = start, End = end, Raw = text[start..end], Word = word, Stem = word, IsWord = false, Glued = glued, Break = kind };

    /// <summary>"f/u", "t/c" and "w/c" are one word; "w/" is "with"; the full stop in "Mr." and "J.S." ends nothing.</summary>
    private static void JoinLetterPairs(List<Token> tokens, string text)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (first, mark) = (tokens[i], tokens[i + 1]);
            if (!first.IsWord || !mark.Glued)
                continue;
            if (mark.Word == "/" && first.Word.Length == 1 && char.IsAsciiLetter(first.Word[0]))
                JoinSlash(tokens, text, i);
            else if (mark.Word == "." && IsAbbreviation(tokens, i))
                mark.Break = Break.None;
        }
    }

    private static void JoinSlash(List<Token> tokens, string text, int i)
    {
        var joined = i + 2 < tokens.Count && tokens[i + 2] is { Glued: true, IsWord: true, IsNumber: false, Word.Length: 1 };
        var end = tokens[i + (joined ? 2 : 1)].End;
        var word = joined ? $"{tokens[i].Word}/{tokens[i + 2].Word}" : tokens[i].Word == "w" ? "with" : tokens[i].Word;
        tokens[i] = MakeSign(text, tokens[i].Start, end, word, tokens[i].Glued);
        tokens.RemoveRange(i + 1, joined ? 2 : 1);
    }

    private static bool IsAbbreviation(List<Token> tokens, int i) =>
        tokens[i].Word is "mr" or "mrs" or "ms" or "dr" or "st" or "approx" or "dept" or "mgr"
        || (tokens[i].Word == "no" && i + 2 < tokens.Count && tokens[i + 2].IsNumber)
        || (tokens[i].Word.Length == 1 && char.IsAsciiLetter(tokens[i].Word[0])
            && ((i > 1 && tokens[i].Glued && tokens[i - 1].Word == ".") || (i + 2 < tokens.Count && tokens[i + 2].IsWord && (tokens[i + 2].Glued || tokens[i + 2].IsNumber || tokens[i + 2].Word.Length == 1))));
}
