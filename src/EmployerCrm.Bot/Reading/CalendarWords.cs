using System.Collections.Frozen;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Days and months as people write them: whole, cut short, or with a slip.</summary>
internal static class CalendarWords
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly FrozenDictionary<string, DayOfWeek> ExactDays = DayForms().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> ExactMonths = MonthForms().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every whole or shortened form that is no slip.</summary>
    public static readonly FrozenSet<string> Exact = ExactDays.Keys.Concat(ExactMonths.Keys).Concat(["today", "tomorrow", "yesterday", "tonight"]).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsExact(string word) => Exact.Contains(word);

    public static DayOfWeek? Day(string word)
    {
        if (ExactDays.TryGetValue(word, out var exact))
            return exact;
        if (word.Length < 5 || word[^1] != 'y')
            return null;
        for (var day = 0; day < Days.Length; day++)
        {
            var known = Days[day];
            if ((day != 3 || word[0] == 'w') && Slips.Within(word, known, known.Length > 8 ? 2 : 1))
                return (DayOfWeek)day;
        }
        return null;
    }

    public static int? Month(string word)
    {
        if (ExactMonths.TryGetValue(word, out var exact))
            return exact;
        for (var month = 0; month < Months.Length; month++)
        {
            if (Months[month].Length >= 6 && Slips.One(word, Months[month]))
                return month + 1;
        }
        return null;
    }

    /// <summary>Days from today for "today", "tomorrow", "yesterday" in any spelling in use.</summary>
    public static int? FromToday(string word)
    {
        var spelt = word.StartsWith('2') ? "to" + word[1..] : word;
        if (spelt is "today" or "tonight" or "tday" or "tdy" or "2nite")
            return 0;
        if (spelt is "tmrw" or "tmw" or "tmoz" or "tomoz" or "tomo" or "tmr" or "tmro" or "toms" || (spelt.Length >= 5 && spelt.StartsWith("to", StringComparison.Ordinal) && Slips.Within(spelt, "tomorrow", 2)))
            return 1;
        if (spelt is "yest" or "yday" or "yester" or "ystd" or "ydy" || (spelt.Length >= 7 && spelt[0] == 'y' && Slips.Within(spelt, "yesterday", 2)))
            return -1;
        return null;
    }

    /// <summary>A day whole, or its first three to five letters.</summary>
    private static IEnumerable<KeyValuePair<string, DayOfWeek>> DayForms()
    {
        for (var day = 0; day < Days.Length; day++)
        {
            for (var length = 3; length <= 5; length++)
                yield return new(Days[day][..length], (DayOfWeek)day);
            yield return new(Days[day], (DayOfWeek)day);
        }
        yield return new("weds", DayOfWeek.Wednesday);
        yield return new("wednes", DayOfWeek.Wednesday);
    }

    /// <summary>A month whole, or its first three letters.</summary>
    private static IEnumerable<KeyValuePair<string, int>> MonthForms()
    {
        for (var month = 1; month <= Months.Length; month++)
        {
            yield return new(Months[month - 1], month);
            if (Months[month - 1].Length > 3)
                yield return new(Months[month - 1][..3], month);
        }
        yield return new("sept", 9);
    }

    /// <summary>The day of the month that "3rd", "third", "twenty third" or (beside a month) "3" stands for, and how many words it takes.</summary>
    public static (int Day, int Words)? DayOfMonth(string word, string following, bool besideMonth)
    {
        if (NumberWords.IsTens(word) && NumberWords.Ordinal(following) is > 0 and < 10 and { } unit)
            return Valid(NumberWords.Cardinal(word)!.Value + unit, 2);
        if (NumberWords.IsTens(word) && besideMonth && NumberWords.Cardinal(following) is > 0 and < 10 and { } digit && !char.IsAsciiDigit(following[0]))
            return Valid(NumberWords.Cardinal(word)!.Value + digit, 2);
        if (NumberWords.Ordinal(word) is { } ordinal)
            return Valid(ordinal, 1);
        return besideMonth && NumberWords.Cardinal(word) is { } number ? Valid(number, 1) : null;
    }

    private static (int Day, int Words)? Valid(int day, int words) => day is >= 1 and <= 31 ? (day, words) : null;
}
