using System.Globalization;

namespace EmployerCrm.BotFramework;

/// <summary>Text that is too long for one message, in parts that follow each other. Together they are the text, to the character.</summary>
public static class LongText
{
    /// <summary>What one message takes of any text: within 100 KB of UTF-16 though each unit were written as six.</summary>
    public const int InOneMessage = 8000;

    private static readonly Func<string, int, bool>[] Borders = [IsParagraph, IsLine, IsSentence];

    /// <summary>
    /// Parts of at most <paramref name="longest"/> UTF-16 units each, cut after a paragraph, else a line, a sentence or a word; only a word that is longer
    /// than half a part's length is cut, and never within a character.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        var parts = new List<string>();
        while (text.Length > longest)
        {
            var end = End(text, longest);
            parts.Add(text[..end]);
            text = text[end..];
        }

        parts.Add(text);
        return parts;
    }

    private static int End(string text, int longest)
    {
        foreach (var isBorder in Borders)
        {
            if (Last(text, longest, longest / 2, isBorder) is { } end)
            {
                return end;
            }
        }

        return Last(text, longest, 1, IsWord) is { } word && word >= longest / 2 ? word : WholeCharacters(text, longest);
    }

    private static int? Last(string text, int longest, int least, Func<string, int, bool> isBorder)
    {
        for (var end = longest; end >= least; end--)
        {
            if (isBorder(text, end))
            {
                return end;
            }
        }

        return null;
    }

    private static bool IsLine(string text, int end) => text[end - 1] == '\n';

    private static bool IsParagraph(string text, int end) => IsLine(text, end) && text.AsSpan(0, end - 1).TrimEnd("\r \t") is [.., '\n'];

    // Not between a carriage return and its line feed.
    private static bool IsWord(string text, int end) => char.IsWhiteSpace(text[end - 1]) && !(text[end - 1] == '\r' && text[end] == '\n');

    private static bool IsSentence(string text, int end) => IsWord(text, end) && text.AsSpan(0, end - 1).TrimEnd("\"')]”’») ") is [.., '.' or '!' or '?' or '…'];

    // What people see as one character may be many units; one that fills a part alone is cut where its code points meet.
    private static int WholeCharacters(string text, int longest)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var length && end + length <= longest)
        {
            end += length;
        }

        return end > 0 ? end : char.IsHighSurrogate(text[longest - 1]) && char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
    }
}
