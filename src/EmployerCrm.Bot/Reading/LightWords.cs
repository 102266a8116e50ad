namespace EmployerCrm.Bot.Reading;

/// <summary>Words without weight of their own: "had a", "left a", "tried to", parts of the day.</summary>
internal sealed class LightWords(VisitMarks words)
{
    public int? DayPart(int i)
    {
        var end = DateGrammar.IsPartOfDay(words.Word(i)) ? i + 1 : words.Word(i) == "first" && words.Word(i + 1) == "thing" ? i + 2 : 0;
        for (var j = i; j < end; j++)
            words.Tokens[j].Part = Part.Date;
        return end == 0 ? null : end;
    }

    /// <summary>"had a", "left a", "gave … a", "tried to": light words in a clause that has a visit word.</summary>
    public void CoverWeak(int from, int to)
    {
        var first = words.Tokens.FindIndex(from, to - from, token => token.Part == Part.Visit);
        var last = words.Tokens.FindLastIndex(Math.Max(from, to - 1), Math.Max(0, to - from), token => token.Part == Part.Visit);
        if (first < 0)
            return;
        for (var i = from; i < last; i++)
        {
            if (words.Word(i) is "was" or "were" && i > from && words.Tokens[i - 1].Part is Part.Contact or Part.Role)
                break;
            if (!words.Free(i) || !Lexicon.Weak.Contains(words.Word(i)) || !ReachesVisit(i + 1, last))
                continue;
            words.Tokens[i].Part = Part.Visit;
            words.Tenses[i] = words.Word(i) is "had" or "went" or "gave" or "left" or "sent" or "made" or "paid" or "did" or "been" or "tried" or "managed" or "took" ? Tense.Past : words.Tenses[i];
        }
    }

    private bool ReachesVisit(int i, int last)
    {
        while (i < last && words.Tokens[i].Part != Part.Visit)
        {
            if (words.Free(i) && !Lexicon.IsJoining(words.Word(i)) && words.Word(i) is not ("him" or "her" or "them" or "another" or "you"))
                return false;
            i++;
        }
        return i <= last;
    }
}
