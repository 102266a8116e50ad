using System.Buffers;
using System.Globalization;
using System.Text;

namespace EmployerCrm.Core.Employers;

/// <summary>
/// People's text made comparable: case, accents, apostrophes of any kind, &amp; and "and", hyphens and dashes, no-break and
/// zero-width characters make no difference. Comparison, search and sorting of names use this form and nothing else.
/// </summary>
public static class FoldedText
{
    /// <summary>Characters that are folded already; most words hold no other.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly string?[] Decomposed = Decompose();

    /// <summary>The whole text folded, its words joined by one space.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    /// <summary>The folded words in order. Text without letters or digits has none.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder(0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (word.Length == 0 && PlainWordAt(text, i) is > 0 and var length)
            {
                words.Add(text.Substring(i, length));
                i += length - 1;
            }
            else if (IsWordCharacter(text, i, out var width))
            {
                Append(word, text.AsSpan(i, width));
                i += width - 1;
            }
            else if (!IsSilent(c))
            {
                Flush(word, words);
                if (c is '&' or '+' or '＆')
                    words.Add("and");
            }
        }
        Flush(word, words);
        return words;
    }

    /// <summary>One word folded; characters that are neither letters nor digits are dropped.</summary>
    public static string Word(string? text) => string.IsNullOrEmpty(text) ? "" : text.AsSpan().ContainsAnyExcept(Plain) ? Word(text.AsSpan()) : text;

    /// <summary>One word folded; characters that are neither letters nor digits are dropped.</summary>
    public static string Word(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Plain))
            return text.ToString();
        var word = new StringBuilder(text.Length);
        Span<char> characters = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                Append(word, characters[..rune.EncodeToUtf16(characters)]);
        }
        return word.ToString();
    }

    /// <summary>Characters that stand inside a word without being part of it: apostrophes, accents on their own, invisible marks.</summary>
    public static bool IsSilent(char c) =>
        c is '\'' or '`' or '´' or '‘' or '’' or '‛' or 'ʼ' or '′' or '\u00AD' or '＇'
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || (char.IsControl(c) && !char.IsWhiteSpace(c));

    /// <summary>Whether a letter or digit begins at this place, and how many characters it takes.</summary>
    public static bool IsWordCharacter(string text, int index, out int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        width = 1;
        var c = text[index];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c);
        if (!char.IsSurrogate(c))
            return char.IsLetterOrDigit(c);
        if (!Rune.TryGetRuneAt(text, index, out var rune))
            return false;
        width = rune.Utf16SequenceLength;
        return Rune.IsLetterOrDigit(rune);
    }

    /// <summary>How long the word is that begins here, where it is folded already; else 0.</summary>
    private static int PlainWordAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAnyExcept(Plain) is >= 0 and var other ? other : rest.Length;
        var end = start + length;
        return end < text.Length && (IsWordCharacter(text, end, out _) || IsSilent(text[end])) ? 0 : length;
    }

    private static void Append(StringBuilder word, ReadOnlySpan<char> character)
    {
        var c = character[0];
        if (character.Length > 1)
            word.Append(character);
        else if (char.IsAscii(c))
            word.Append(char.ToLowerInvariant(c));
        else if (c < Decomposed.Length && Decomposed[c] is { } plain)
            word.Append(plain);
        else
            word.Append(char.ToLowerInvariant(c));
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        words.Add(word.ToString());
        word.Clear();
    }

    /// <summary>Latin letters with marks, to the letters without; worked out once because normalising each word is slow and fails on broken surrogates.</summary>
    private static string?[] Decompose()
    {
        var table = new string?[0x1F00];
        for (var code = 0x80; code < table.Length; code++)
        {
            var c = (char)code;
            if (!char.IsLetterOrDigit(c))
                continue;
            var bare = string.Concat(c.ToString().Normalize(NormalizationForm.FormD)
                .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark));
            table[code] = bare.ToLowerInvariant();
        }
        foreach (var (letter, plain) in new[] { ('ß', "ss"), ('æ', "ae"), ('Æ', "ae"), ('ø', "o"), ('Ø', "o"), ('ł', "l"), ('Ł', "l"), ('đ', "d"), ('Đ', "d"), ('œ', "oe"), ('Œ', "oe"), ('ı', "i"), ('þ', "th"), ('Þ', "th") })
            table[letter] = plain;
        return table;
    }
}
