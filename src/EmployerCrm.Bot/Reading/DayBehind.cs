namespace EmployerCrm.Bot.Reading;

/// <summary>
/// "about a cleaning job [yesterday]": a day that is over, at the end of what the visit was about, is the visit's where it has no other. Where a verb or a
/// person stands in between, it is theirs.
/// </summary>
internal static class DayBehind
{
    /// <summary>The first token of the day; null where there is none.</summary>
    public static int? Find(List<Token> tokens, int from, int start, int to, IReadOnlyList<DateSpan> days)
    {
        if (days.Any(day => day.First >= from && day.First < start) || !(tokens[start].Word is "about" or "re" or "regarding" or "for" || (start > from && tokens[start - 1].Word is "about" or "re" or "regarding" or "for")))
            return null;
        var last = days.FirstOrDefault(day => day.First > start && day.Sense is DateSense.Past or DateSense.Today && tokens.Skip(day.End).Take(Math.Max(0, to - day.End)).All(token => !token.IsWord || Lexicon.Fillers.Contains(token.Word)) && day.End <= to);
        if (last is null)
            return null;
        for (var i = start; i < last.First; i++)
        {
            if (tokens[i].Part is Part.Contact || Lexicon.Pronouns.Contains(tokens[i].Word) || Lexicon.Auxiliaries.Contains(tokens[i].Word) || Verbs.Contact(tokens[i].Word) is { Form: VerbForm.Past }
                || (tokens[i].Word.Length > 4 && tokens[i].Word.EndsWith("ed", StringComparison.Ordinal)) || tokens[i].Word is "said" or "says" or "wants" or "who" or "that")
                return null;
        }
        return last.First;
    }

    /// <summary>Where the free text ends before the day and its "on".</summary>
    public static int BeforeJoin(List<Token> tokens, int day, int start) => day - 1 > start && tokens[day - 1].Word is "on" or "from" or "at" ? day - 1 : day;
}
