using System.Globalization;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

internal sealed record TimeSpanOfDay(int First, int End, TimeOnly Time);

/// <summary>Finds clock times in UK habits. Without a.m. or p.m. an hour named from 1 to 7 is in the afternoon.</summary>
internal sealed class TimeGrammar(Cursor words)
{
    public List<TimeSpanOfDay> Find()
    {
        var found = new List<TimeSpanOfDay>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsEdge(i) || words[i].Length == 0 || At(i) is not { } time)
                continue;
            found.Add(time);
            i = time.End - 1;
        }
        return found;
    }

    public TimeSpanOfDay? At(int i) => Named(i) ?? Spoken(i) ?? Digital(i) ?? Hour(i);

    private TimeSpanOfDay? Named(int i)
    {
        if (words[i] == "12" && words[i + 1] is "noon" or "midday")
            return new TimeSpanOfDay(i, i + 2, new TimeOnly(12, 0));
        return words[i] is "noon" or "midday" && EndsTime(i + 1) ? new TimeSpanOfDay(i, i + 1, new TimeOnly(12, 0)) : null;
    }

    /// <summary>"half 2", "quarter to four", "twenty past nine".</summary>
    private TimeSpanOfDay? Spoken(int i)
    {
        var start = words[i] == "a" && words[i + 1] == "quarter" ? i + 1 : i;
        int minutes;
        var after = start + 1;
        if (words[start] == "half")
        {
            minutes = 30;
            if (words[after] == "past")
                after++;
        }
        else
        {
            if (words[start] != "quarter" && NumberWords.Cardinal(words[start]) is not (> 0 and < 30))
                return null;
            minutes = words[start] == "quarter" ? 15 : NumberWords.Cardinal(words[start])!.Value;
            if (NumberWords.IsTens(words[start]) && words[after] == "five")
                (minutes, after) = (minutes + 5, after + 1);
            if (words[after] is "minutes" or "mins" or "min")
                after++;
            if (words[after] is not ("past" or "to" or "til" or "till"))
                return null;
            minutes = words[after] == "past" ? minutes : -minutes;
            after++;
        }
        if (HourOnly(words[after]) is not { } hour || (words[start] != "half" && words[start] != "quarter" && !char.IsAsciiDigit(words[start][0]) && words.IsEdge(after)))
            return null;
        if (words[start] == "half" && words[start + 1] != "past" && !EndsTime(after + 1))
            return null;
        return Finish(i, after + 1, hour.Hour, minutes, hour.Suffix);
    }

    /// <summary>"14:30", "10.30", "9:15am".</summary>
    private TimeSpanOfDay? Digital(int i)
    {
        if (words[i] is not [>= '0' and <= '9', ..])
            return null;
        var word = BeforeHyphen(words[i]);
        var separator = word.IndexOfAny([':', '.']);
        if (separator is < 1 or > 2 || word.Length < separator + 3 || words.Token(i - 1) is { Word: "£" or "$" or "€" })
            return null;
        var hours = word[..separator];
        var minutes = word[(separator + 1)..(separator + 3)];
        var suffix = word[(separator + 3)..];
        if (!minutes.All(char.IsAsciiDigit) || !hours.All(char.IsAsciiDigit) || !IsSuffix(suffix) || int.Parse(hours, CultureInfo.InvariantCulture) > 23 || int.Parse(minutes, CultureInfo.InvariantCulture) > 59)
            return null;
        if (suffix.Length == 0 && words[i + 1] is "hrs" or "hours" or "hour" or "per" or "an" or "k" && word[separator] == '.')
            return null;
        var hour = int.Parse(hours, CultureInfo.InvariantCulture);
        return Finish(i, i + 1, hour, int.Parse(minutes, CultureInfo.InvariantCulture), suffix, twentyFour: hours.Length == 2 && hours[0] == '0');
    }

    /// <summary>"3pm", "at 3", "ten thirty", "3 o'clock", "1430hrs".</summary>
    private TimeSpanOfDay? Hour(int i)
    {
        var word = BeforeHyphen(words[i]);
        var introduced = words[i - 1] is "at" or "about" or "around" or "approx" or "circa" or "from" or "by";
        if (HourOnly(word) is { } hour)
        {
            var end = i + 1;
            var clocked = hour.Suffix is "am" or "pm" || words[end] is "am" or "pm" or "oclock" || words.Says(end, "o", "clock") || IsMeridiem(end) is not null || (hour.Suffix is "ish") || words.Says(end, "in", "the", "morning")
                || (words.Token(end) is { Word: "-" } && words[end + 1] == "ish");
            var minutes = hour.Suffix.Length == 0 && !char.IsAsciiDigit(word[0]) ? MinutesAfter(end) : null;
            if (minutes is { } spoken && (introduced || EndsTime(spoken.End)))
                return Finish(i, spoken.End, hour.Hour, spoken.Minutes, "");
            if (clocked || (introduced && words[i - 1] is not ("from" or "by") && EndsTime(end)) || (AfterDate(i) && EndsTime(end) && char.IsAsciiDigit(word[0])))
                return Finish(i, end, hour.Hour, 0, hour.Suffix);
            return null;
        }
        return FourDigits(i, word, introduced);
    }

    private TimeSpanOfDay? FourDigits(int i, string word, bool introduced)
    {
        if (DigitsOf(word) is not 4)
            return null;
        var suffix = word[4..];
        if (!(suffix is "hrs" or "h" or "hr" || (suffix.Length == 0 && (words[i + 1] is "hrs" or "hours" || (introduced && EndsTime(i + 1))))))
            return null;
        var number = int.Parse(word[..4], CultureInfo.InvariantCulture);
        if (number / 100 > 23 || number % 100 > 59)
            return null;
        return new TimeSpanOfDay(i, words[i + 1] is "hrs" or "hours" ? i + 2 : i + 1, new TimeOnly(number / 100, number % 100));
    }

    private (int Minutes, int End)? MinutesAfter(int i)
    {
        if (words[i] is "oh" or "o" && NumberWords.Cardinal(words[i + 1]) is > 0 and < 10 and { } few)
            return (few, i + 2);
        if (words[i] is [>= '0' and <= '9', ..] || NumberWords.Cardinal(words[i]) is not (>= 10 and <= 55 and { } minutes))
            return null;
        return NumberWords.IsTens(words[i]) && words[i + 1] == "five" ? (minutes + 5, i + 2) : (minutes, i + 1);
    }

    private bool AfterDate(int i) => words.Token(i - 1) is { Part: Part.Date } || (words.Token(i - 1) is { Break: Break.Clause } && words.Token(i - 2) is { Part: Part.Date });

    private static (int Hour, string Suffix)? HourOnly(string word)
    {
        var digits = DigitsOf(word);
        if (digits is 1 or 2 && IsSuffix(word[digits..]))
            return int.Parse(word[..digits], CultureInfo.InvariantCulture) is >= 1 and <= 23 and { } number && (number <= 12 || digits == word.Length) ? (number, word[digits..]) : null;
        return digits == 0 && NumberWords.Cardinal(word) is >= 1 and <= 12 and { } spelt ? (spelt, "") : null;
    }

    private static string BeforeHyphen(string word) => word.IndexOf('-', StringComparison.Ordinal) is >= 0 and var hyphen ? word[..hyphen] : word;

    /// <summary>How many digits the word begins with.</summary>
    private static int DigitsOf(string word) => word.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : word.Length;

    private static bool IsSuffix(string suffix) => suffix is "" or "am" or "pm" or "ish" or "a" or "p" or "hrs" or "h" or "amish" or "pmish";

    private string? IsMeridiem(int i) => words[i] is "am" or "pm" ? words[i] : words[i] is "a" or "p" && words[i + 1].Length == 0 && words[i + 2] == "m" ? words[i] + "m" : null;

    private TimeSpanOfDay? Finish(int first, int end, int hour, int minutes, string suffix, bool twentyFour = false)
    {
        var half = suffix.Length > 0 ? suffix[0] : ' ';
        if (words[end] is "am" or "pm")
            (half, end) = (words[end][0], end + 1);
        else if (half == ' ' && IsMeridiem(end) is { } spaced)
            (half, end) = (spaced[0], end + 3);
        if (words[end] is "oclock" or "hrs")
            end++;
        else if (words.Says(end, "o", "clock"))
            end += 2;
        if (words.Token(end) is { Word: "-", Glued: true } && words[end + 1] == "ish")
            end += 2;
        else if (words[end] == "ish")
            end++;
        end = SkipTo(end, ref half);
        if (hour > 23)
            return null;
        var named = half switch
        {
            'a' => hour % 12,
            'p' => (hour % 12) + 12,
            _ when twentyFour || hour >= 8 || hour == 0 => hour,
            _ => hour + 12,
        };
        if (half is 'a' or 'p' && hour > 12)
            named = hour;
        var total = ((named * 60) + minutes + (24 * 60)) % (24 * 60);
        return new TimeSpanOfDay(first, end, new TimeOnly(total / 60, total % 60));
    }

    /// <summary>"in the morning", "this morning", "at night" beside a clock time say which half of the day.</summary>
    private int SkipTo(int end, ref char half)
    {
        if (half is 'a' or 'p')
            return end;
        var part = words.Says(end, "in", "the") ? words[end + 2] : words[end] is "this" or "at" ? words[end + 1] : words.Token(end) is { Part: Part.Date, Word: "this" } ? words.Token(end + 1)?.Word ?? "" : "";
        half = part is "morning" ? 'a' : part is "afternoon" or "evening" or "night" ? 'p' : half;
        return words.Says(end, "in", "the") && half is 'a' or 'p' ? end + 3 : words.Says(end, "at", "night") ? end + 2 : end;
    }

    /// <summary>Whether a bare hour can end here: nothing countable follows.</summary>
    private bool EndsTime(int i) => words.IsEdge(i) || words[i].Length == 0 || Lexicon.Prepositions.Contains(words[i]) || Lexicon.Conjunctions.Contains(words[i]) || Lexicon.Pronouns.Contains(words[i])
        || words[i] is "ish" or "oclock" or "this" or "today" or "the" or "just" or "please" or "again" or "saw" or "met" || Verbs.Contact(words[i]) is not null;
}
