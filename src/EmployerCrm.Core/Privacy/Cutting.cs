using System.Text;

namespace EmployerCrm.Core.Privacy;

/// <summary>Takes hits out of a text so that what is left can be read.</summary>
internal static class Cutting
{
    private const string Openers = "([";
    private const string Closers = ")]";

    public static string Without(GuardReading reading, IReadOnlyList<GuardHit> hits)
    {
        var goes = new bool[reading.Text.Length];
        foreach (var hit in hits)
        {
            var (first, last) = Tokens(reading, hit);
            (first, last) = hit.Kind is GuardKind.Health or GuardKind.Medication or GuardKind.Crime ? Piece(reading, first, last) : (WithLabel(reading, hit.Kind, first), last);
            var (start, end) = (reading.Tokens[first].Start, reading.Tokens[last].End);
            if (hit.Kind == GuardKind.Name)
                (start, end) = WithLink(reading.Text, start, end);
            Array.Fill(goes, true, start, end - start);
        }

        DropLeadingJoins(reading, goes);
        var left = new StringBuilder(reading.Text.Length);
        for (var i = 0; i < goes.Length; i++)
        {
            if (!goes[i])
                left.Append(reading.Text[i]);
            else if (i == 0 || !goes[i - 1])
                left.Append(' ');
        }

        return Tidy(left.ToString());
    }

    private static (int First, int Last) Tokens(GuardReading reading, GuardHit hit) =>
        (reading.Tokens.FindIndex(token => token.Start == hit.Start), reading.Tokens.FindIndex(token => token.End == hit.Start + hit.Length));

    /// <summary>The piece of the sentence between commas, brackets and joining words, with the joining word that leads into it.</summary>
    private static (int First, int Last) Piece(GuardReading reading, int first, int last)
    {
        var tokens = reading.Tokens;
        while (first > 0 && tokens[first - 1].Clause == tokens[first].Clause && !reading.Is(first, WordSense.ContextJoins))
            first--;
        while (last + 1 < tokens.Count && tokens[last + 1].Clause == tokens[last].Clause && !reading.Is(last + 1, WordSense.ContextJoins))
            last++;
        return (first, last);
    }

    /// <summary>"NI number", "whose name is" go with what they announce.</summary>
    private static int WithLabel(GuardReading reading, GuardKind kind, int first)
    {
        WordSense? label = kind switch
        {
            GuardKind.NhsNumber => WordSense.NumbersNhs,
            GuardKind.NationalInsurance => WordSense.NumbersNationalInsurance,
            GuardKind.Name => WordSense.ContextNaming,
            _ => null,
        };
        while (label is { } sense && reading.Is(first - 1, sense))
            first--;
        return first;
    }

    /// <summary>The stroke or sign that links a name to its reference.</summary>
    private static (int Start, int End) WithLink(string text, int start, int end)
    {
        if (start > 0 && text[start - 1] is ('/' or '='))
            start--;
        else if (end < text.Length && text[end] is ('/' or '='))
            end++;
        return (start, end);
    }

    /// <summary>A sentence that lost its beginning begins without "so" and "but".</summary>
    private static void DropLeadingJoins(GuardReading reading, bool[] goes)
    {
        var lostBeginning = false;
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var token = reading.Tokens[i];
            if (i == 0 || reading.Tokens[i - 1].Sentence != token.Sentence)
                lostBeginning = true;
            if (!lostBeginning || goes[token.Start])
                continue;
            lostBeginning = reading.Is(i, WordSense.ContextJoins) && i > 0 && goes[reading.Tokens[i - 1].Start];
            if (lostBeginning)
                Array.Fill(goes, true, token.Start, token.End - token.Start);
        }
    }

    /// <summary>Brackets with nothing in them, marks that divide nothing any more, doubled spaces.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var last = LastMark(tidy);
            if (char.IsWhiteSpace(c) && c != '\n')
            {
                if (tidy.Length > 0 && !char.IsWhiteSpace(tidy[^1]))
                    tidy.Append(' ');
            }
            else if (Closers.Contains(c, StringComparison.Ordinal) && last is { } opener && Openers.Contains(opener, StringComparison.Ordinal))
            {
                CutBack(tidy);
            }
            else if (IsDivider(c) && (last is null || IsDivider(last.Value) || Openers.Contains(last.Value, StringComparison.Ordinal)) && (last is null || last != c || tidy[^1] == ' '))
            {
                if (c is '.' or '!' or '?' && last is ',' or ';' or ':')
                {
                    CutBack(tidy);
                    tidy.Append(c);
                }
            }
            else
            {
                if (IsDivider(c) && c != '-' && tidy.Length > 0 && tidy[^1] == ' ')
                    tidy.Length--;
                tidy.Append(c);
            }
        }

        return tidy.ToString().Trim().Trim(',', ';', ':', '-', '–', '/', '=', ' ');
    }

    private static char? LastMark(StringBuilder text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsWhiteSpace(text[i]))
                return text[i];
        }

        return null;
    }

    private static void CutBack(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
            text.Length--;
        if (text.Length > 0)
            text.Length--;
    }

    private static bool IsDivider(char c) => c is ',' or ';' or ':' or '.' or '!' or '?' or '-' or '–' or '/' or '=';
}
