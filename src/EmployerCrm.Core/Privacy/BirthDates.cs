using System.Globalization;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Privacy;

/// <summary>A date beside a word of birth, or beside a client reference when somebody of working age would be born then.</summary>
internal static class BirthDates
{
    private const int AfterLabel = 8;
    private const int BeforeLabel = 4;
    private const int BesideClient = 4;

    public static IEnumerable<(GuardKind Kind, int First, int Last)> Find(GuardReading reading)
    {
        foreach (var label in reading.Matches.Where(match => match.Sense == WordSense.DatesBirth).Concat(Ages(reading)))
        {
            if (After(reading, label) is { } after)
                yield return (GuardKind.DateOfBirth, label.First, after);
            else if (Before(reading, label) is { } before)
                yield return (GuardKind.DateOfBirth, before, label.Last);
        }

        foreach (var reference in reading.References)
        {
            for (var i = Math.Max(0, reference.First - BesideClient - 2); i <= reference.Last + BesideClient && i < reading.Tokens.Count; i++)
            {
                if (reading.Tokens[i].Sentence == reading.Tokens[reference.First].Sentence && DateAt(reading, i) is { IsBirthYear: true } date && IsPlain(reading, i, date.Last) && date.Last >= reference.First - BesideClient && (date.Last < reference.First || i > reference.Last))
                    yield return (GuardKind.DateOfBirth, i, date.Last);
            }
        }
    }

    /// <summary>"Turned 34", "turns 21", "will be 40": with a date that has a year it says when somebody was born.</summary>
    private static IEnumerable<PhraseMatch> Ages(GuardReading reading)
    {
        for (var i = 0; i + 1 < reading.Tokens.Count; i++)
        {
            if (reading.Tokens[i].Word is "turned" or "turns" or "turning" or "aged" && int.TryParse(reading.Tokens[i + 1].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 14 and <= 80)
                yield return new PhraseMatch(WordSense.DatesBirth, i, 2);
        }
    }

    /// <summary>Without a word of birth "1/12 45 Mill Lane" is no date of 1945.</summary>
    private static bool IsPlain(GuardReading reading, int first, int last) =>
        reading.Tokens[last].Word.Length == 4 || reading.Text.IndexOf(' ', reading.Tokens[first].Start, reading.Tokens[last].End - reading.Tokens[first].Start) < 0;

    private static int? After(GuardReading reading, PhraseMatch label)
    {
        for (var i = label.Last + 1; i < reading.Tokens.Count && i <= label.Last + AfterLabel && reading.Tokens[i].Sentence == reading.Tokens[label.First].Sentence; i++)
        {
            if (reading.Tokens[i].Word is "by" or "before" or "erbyn")
                return null;
            if (DateAt(reading, i) is { } date && (date.HasYear || !IsFeast(reading, label) || IsSomebodys(reading, label)))
                return WithSpokenYear(reading, date.Last);
        }

        return null;
    }

    private static int WithSpokenYear(GuardReading reading, int last)
    {
        while (last + 1 < reading.Tokens.Count && reading.Tokens[last + 1].Clause == reading.Tokens[last].Clause && NumberWords.InDigits([reading.Tokens[last + 1].Word])[0] != reading.Tokens[last + 1].Word)
            last++;
        return last;
    }

    private static int? Before(GuardReading reading, PhraseMatch label)
    {
        for (var i = Math.Max(0, label.First - BeforeLabel); i < label.First; i++)
        {
            if (DateAt(reading, i) is { IsBirthYear: true } date && date.Last < label.First && reading.Tokens[i].Sentence == reading.Tokens[label.First].Sentence)
                return i;
        }

        return null;
    }

    /// <summary>A birthday is kept every year; only a year or its owner makes the day a date of birth.</summary>
    private static bool IsFeast(GuardReading reading, PhraseMatch label) =>
        reading.Tokens[label.Last].Word.Contains("day", StringComparison.Ordinal) || reading.Tokens[label.Last].Word.Contains("blwydd", StringComparison.Ordinal);

    private static bool IsSomebodys(GuardReading reading, PhraseMatch label) =>
        label.First > 0 && reading.Mentions[label.First - 1] is Mention.Client or Mention.Pronoun;

    private static (int Last, bool HasYear, bool IsBirthYear)? DateAt(GuardReading reading, int i)
    {
        var tokens = reading.Tokens;
        if (Day(tokens[i].Word) is not null)
            return DayFirst(reading, i);
        if (reading.Words.Months.Contains(tokens[i].Word))
        {
            var day = i + 1 < tokens.Count && tokens[i + 1].Sentence == tokens[i].Sentence && Day(tokens[i + 1].Word) is not null ? i + 1 : i;
            return day + 1 < tokens.Count && tokens[day + 1].Sentence == tokens[i].Sentence && Year(tokens[day + 1].Word) is { } year ? (day + 1, true, IsOfBirth(year)) : day > i || IsSpokenDay(reading, i) ? (day, false, false) : null;
        }

        return tokens[i].Word.Length is 4 or 6 or 8 && tokens[i].IsDigits ? Compact(reading, i) : null;
    }

    private static (int Last, bool HasYear, bool IsBirthYear)? DayFirst(GuardReading reading, int i)
    {
        var tokens = reading.Tokens;
        var next = i + 1;
        if (next < tokens.Count && tokens[next].Word is "of" or "o")
            next++;
        if (next >= tokens.Count || tokens[next].Sentence != tokens[i].Sentence)
            return null;
        var named = reading.Words.Months.Contains(tokens[next].Word);
        if (!named && !(IsMonthNumber(tokens[next].Word) && AreJoined(reading, i, next)))
            return null;
        var last = next + 1;
        return last < tokens.Count && tokens[last].Sentence == tokens[i].Sentence && Year(tokens[last].Word) is { } year && (named || AreJoined(reading, next, last))
            ? (last, true, IsOfBirth(year))
            : (next, false, false);
    }

    /// <summary>A year by itself, a date that begins with one, or digits run together.</summary>
    private static (int Last, bool HasYear, bool IsBirthYear)? Compact(GuardReading reading, int i)
    {
        var tokens = reading.Tokens;
        if (tokens[i].Word.Length > 4)
            return Day(tokens[i].Word[..2]) is not null && IsMonthNumber(tokens[i].Word[2..4]) ? (i, true, false) : null;
        if (Year(tokens[i].Word) is not { } year || !IsOfBirth(year))
            return null;
        var isWhole = i + 2 < tokens.Count && IsMonthNumber(tokens[i + 1].Word) && Day(tokens[i + 2].Word) is not null && AreJoined(reading, i, i + 1) && AreJoined(reading, i + 1, i + 2);
        return isWhole ? (i + 2, true, true) : (i, true, false);
    }

    private static bool AreJoined(GuardReading reading, int left, int right) =>
        reading.Tokens[left].Sentence == reading.Tokens[right].Sentence
        && reading.Text.AsSpan(reading.Tokens[left].End, reading.Tokens[right].Start - reading.Tokens[left].End).Trim() is "" or "/" or "." or "-" or "–";

    private static bool IsSpokenDay(GuardReading reading, int month) =>
        month > 0 && (reading.Tokens[month - 1].Word is "of" or "o" || reading.Tokens[month - 1].Word.EndsWith("th", StringComparison.Ordinal));

    private static int? Day(string word)
    {
        var digits = word.Length > 2 && word.EndsWith("st", StringComparison.Ordinal) || word.Length > 2 && word[^2..] is "nd" or "rd" or "th" ? word[..^2] : word;
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static bool IsMonthNumber(string word) =>
        word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12;

    private static int? Year(string word)
    {
        if (word.Length is not (2 or 4) || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        return word.Length == 4 ? (year is > 1900 and < 2100 ? year : null) : year > 30 ? 1900 + year : 2000 + year;
    }

    /// <summary>Somebody who may work was born then.</summary>
    private static bool IsOfBirth(int year) => year is >= 1930 and <= 2012;
}
