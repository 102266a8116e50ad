namespace EmployerCrm.Bot.Reading;

/// <summary>
/// Where a next step begins in a line without any punctuation, as dictation gives it: "… he's keen action send the leaflet by friday", "… chase her on friday". Only what
/// ends in a day counts, so that wishes of others ("they need to paint") stay notes.
/// </summary>
internal sealed class RunOnStep(List<Token> tokens, IReadOnlyList<DateSpan> dates)
{
    private static readonly HashSet<string> Orders = new("send resend forward chase arrange ask confirm bring take book check remind try drop ring phone call text email message visit pop see meet go follow".Split(' '), StringComparer.Ordinal);

    /// <summary>The first token of the step and the first of its words; null where there is none.</summary>
    public (int First, int Start)? Find()
    {
        if (tokens.Skip(AfterName()).Any(token => !token.IsWord && token.Break != Break.None && !char.IsLetter(token.Raw[0])))
            return null;
        for (var i = 2; i < tokens.Count; i++)
        {
            if (tokens[i].Part == Part.None && (Announced(i) ?? Promised(i) ?? FollowUp(i)) is { } start && HasDate(start))
                return (i, start);
        }
        for (var i = 2; i < tokens.Count; i++)
        {
            if (tokens[i].Part == Part.None && IsOrder(i) && EndsInDate(i))
                return (i, i);
        }
        return null;
    }

    /// <summary>Behind the employer that the line opens with and its comma: what follows is dictated as much as without them.</summary>
    private int AfterName()
    {
        var end = tokens.FindIndex(token => token.Part != Part.Employer && token.IsWord);
        return end > 0 && tokens[end - 1] is { IsWord: false, Word: "," } ? end : 0;
    }

    /// <summary>"action send …", "next send …", "to do ring …", "reminder to chase …".</summary>
    private int? Announced(int i)
    {
        if (Word(i - 1) is "no" or "any" or "the" or "a" or "an" or "my" or "their" or "for")
            return null;
        var after = Word(i) switch
        {
            "action" or "actions" or "todo" or "next" or "reminder" => Word(i + 1) is "to" or "is" ? i + 2 : i + 1,
            "to" when Word(i + 1) is "do" => i + 2,
            _ => 0,
        };
        return after > 0 && ActionVerbs.Opens(Word(after)) ? after : null;
    }

    /// <summary>"i'll bring …", "i will …", "i need to …", "need to …", "remind me to …".</summary>
    private int? Promised(int i)
    {
        if (IsSomebody(i - 1))
            return null;
        var after = (Word(i), Word(i + 1), Word(i + 2)) switch
        {
            ("ill", _, _) => i + 1,
            ("i" or "we", "will" or "must" or "should", _) => i + 2,
            ("i" or "we", "need" or "have" or "said", "to") => i + 3,
            ("remind", "me", "to") => i + 3,
            ("need" or "gotta" or "remember", "to", _) => i + 2,
            ("will", _, _) when EndsInDate(i) && tokens[i - 1].Part == Part.None && !Lexicon.Pronouns.Contains(Word(i - 1)) => i + 1,
            _ => 0,
        };
        return after > 0 && ActionVerbs.Opens(Word(after)) ? after : null;
    }

    private int? FollowUp(int i) => Word(i) is "follow" && Word(i + 1) is "up" && Word(i - 1) is not ("to" or "a" or "no" or "will" or "can" or "they" or "should" or "the") && !IsSomebody(i - 1) ? i : null;

    /// <summary>An order that nobody else is told to do or wants to do; a noun of the same form is none ("a call on Friday").</summary>
    private bool IsOrder(int i)
    {
        if (!Orders.Contains(Word(i)) || IsSomebody(i - 1) || Lexicon.Determiners.Contains(Word(i - 1)) || Lexicon.Auxiliaries.Contains(Word(i - 1))
            || Word(i - 1) is "to" or "and" or "or" or "ill" or "hell" or "shell" or "theyll" or "please" or "not" or "phone" or "zoom" or "teams" or "video" or "or")
            return false;
        var next = Word(i + 1);
        return !Lexicon.VisitNouns.Contains(Word(i)) && Word(i) is not ("drop" or "book" or "check" or "meet" or "see" or "go" or "pop" or "follow")
            || next is "him" or "her" or "them" or "back" or "again" or "up" or "in" or "off" or "round" || Lexicon.Determiners.Contains(next) || (i + 1 < tokens.Count && tokens[i + 1].Part is Part.Contact);
    }

    /// <summary>A person or a thing that is the subject of what follows: "they need to", "hamish will".</summary>
    private bool IsSomebody(int i) => i >= 0 && (tokens[i].Part is Part.Contact or Part.Role or Part.Client || Word(i) is "they" or "he" or "she" or "you" or "staff" or "people" or "who" or "manager" or "owner" or "team" or "candidates");

    private bool HasDate(int from) => dates.Any(date => date.First >= from && date.Sense is not (DateSense.Vague or DateSense.Past)) || Word(from) is "follow" && dates.Any(date => date.First >= from && date.Sense is not DateSense.Past);

    private bool EndsInDate(int from) => dates.Any(date => date.First > from && date.Sense is not (DateSense.Vague or DateSense.Past or DateSense.Today) && tokens.Skip(date.End).All(token => !token.IsWord || Lexicon.Fillers.Contains(token.Word)));

    private string Word(int i) => i >= 0 && i < tokens.Count && tokens[i].IsWord && tokens[i].Part != Part.Employer ? tokens[i].Word : "";
}
