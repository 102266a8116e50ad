namespace EmployerCrm.Bot.Reading;

/// <summary>The tokens of the next step, with its date if one was said. <paramref name="TitleParts"/> are the runs of text that make the title.</summary>
internal sealed record NextStepSpan(int First, int End, IReadOnlyList<(int First, int End)> TitleParts, DateSpan? Date);

/// <summary>Finds what is to be done next: behind a marker, or a last clause that opens with a bare verb and holds a date.</summary>
internal sealed class NextStepFinder(List<Token> tokens, IReadOnlyList<DateSpan> dates)
{
    public NextStepSpan? Find()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Part is Part.Employer or Part.Client || MarkerAt(i) is not { } marker)
                continue;
            var end = EndOf(marker.After);
            if (Build(i, marker.After, end, marker.KeepIfAlone) is { } next)
                return next;
            i = Math.Max(i, marker.After - 1);
        }
        return Unmarked() ?? RunOn();
    }

    private NextStepSpan? RunOn() => new RunOnStep(tokens, dates).Find() is { } step ? Build(step.First, step.Start, EndOf(step.Start), keepIfAlone: true) : null;

    /// <summary>A marker that starts here: where the words behind it begin, and whether the marker itself serves as title when nothing else does.</summary>
    private (int After, bool KeepIfAlone)? MarkerAt(int i)
    {
        if (tokens[i].Word == "->")
            return (AfterMarkers(i + 1), false);
        if (!tokens[i].IsWord)
            return null;
        var opens = Opens(i);
        var after = Plain(i, opens) ?? (opens ? Promise(i) : Promise(i) is { } promise && tokens[i - 1].Word is "and" or "so" or "but" or "then" or "which" ? promise : null);
        if (after is { } start)
            return (AfterMarkers(start), false);
        if (FollowUp(i) is { } end && !(Word(end) is "visit" or "meeting" or "call" or "chat" or "appointment" && !HasDate(end, EndOf(end))) && (opens || (i > 0 && tokens[i - 1].Word is "to" or "and" or "will")))
            return FollowUpTask(i, end);
        return null;
    }

    /// <summary>"next", "next step:", "action", "to do".</summary>
    private int? Plain(int i, bool opens)
    {
        var (word, next) = (tokens[i].Word, Word(i + 1));
        var refused = i > 0 && tokens[i - 1].IsWord && tokens[i - 1].Word is "no" or "any" or "the" or "a" or "not" or "their" or "his" or "her" or "good" or "great" or "big";
        if (word is "next" && next is "step" or "steps" or "action" or "actions" or "stage")
            return refused ? null : i + 2;
        if (word is "next")
            return !refused && (opens || IsMarkBehind(i) || ActionVerbs.Opens(next)) && !IsDate(i) && next is not ("visit" or "visits" or "time" or "week" or "month" or "year" or "door" or "to" or "meeting" or "appointment" or "call") ? i + 1 : null;
        if (!opens)
            return null;
        if (word is "action" or "actions" or "ap" or "todo" or "nextstep" or "nextsteps" && (IsMarkBehind(i) || next is "to" or "is" or "for" || ActionVerbs.Opens(next) || next.Length > 0 && word is "action" or "todo"))
            return next is "to" or "is" ? i + 2 : i + 1;
        if (word is "to" && next is "do" && (IsMarkBehind(i + 1) || (i + 2 < tokens.Count && tokens[i + 2].Word is ",") || ActionVerbs.Opens(Word(i + 2))))
            return i + 2;
        return null;
    }

    /// <summary>"I'll", "I will", "need to", "remind me to".</summary>
    private int? Promise(int i)
    {
        var at = i;
        if (Word(at) is "and" or "so" or "then" && Opens(i))
            at++;
        var said = at;
        var first = Word(at) is "i" or "we";
        if (first)
            at++;
        if ((tokens.Count > said && tokens[said].Word is "ill" or "well" && tokens[said].Raw.Length > tokens[said].Word.Length) || (Word(said) == "ill" && ActionVerbs.Opens(Word(said + 1))))
            return said + 1;
        if (first && Word(at) is "will" or "must" or "should" or "shall")
            return at + 1;
        if (Word(at) is "also")
            at++;
        if (Word(at) is "need" or "have" or "got" or "ive" or "promised" or "said" or "agreed" or "going" or "im" or "want" or "needs" && (first || Word(at) is "need" or "got"))
        {
            if (Word(at + 1) == "to" && Word(at) is not ("said"))
                return Word(at) is "going" ? null : at + 2;
            if (Word(at) == "have" && Word(at + 1) == "got" && Word(at + 2) == "to")
                return at + 3;
        }
        if (Word(at) == "ive" && Word(at + 1) == "got" && Word(at + 2) == "to")
            return at + 3;
        if (Word(at) is "gotta" or "remember")
            return Word(at + 1) == "to" ? at + 2 : at + 1;
        if (Word(at) is "remind" && Word(at + 1) is "me")
            return Word(at + 2) is "to" or "about" ? at + 3 : at + 2;
        if (Word(at) is "reminder")
            return Word(at + 1) is "to" or "for" ? at + 2 : at + 1;
        return Word(at) == "will" && !first && ActionVerbs.Opens(Word(at + 1)) && HasDate(at, EndOf(at)) && IsLast(EndOf(at)) ? at + 1 : null;
    }

    private int? FollowUp(int i) => tokens[i].Word switch
    {
        "f/u" or "followup" or "fup" => i + 1,
        "follow" when Word(i + 1) == "up" => i + 2,
        "follow" when Word(i + 1) == "" && Word(i + 2) == "up" => i + 3,
        _ => null,
    };

    /// <summary>"follow up: ring Jo" is a marker; "follow up with Jo" and "f/u in 2 weeks" are what is to be done.</summary>
    private (int After, bool KeepIfAlone)? FollowUpTask(int i, int end)
    {
        if (end < tokens.Count && tokens[end].Word is ":" or "-" or "->" or ",")
            return (AfterMarkers(end + 1), true);
        return ActionVerbs.Opens(Word(end)) ? (end, true) : (i, true);
    }

    private int AfterMarkers(int i)
    {
        while (i < tokens.Count)
        {
            if (!tokens[i].IsWord && tokens[i].Word is not "\n")
                i++;
            else if ((Plain(i, opens: true) ?? Promise(i)) is { } deeper && deeper > i)
                i = deeper;
            else if (FollowUp(i) is { } end && end < tokens.Count && tokens[end].Word is ":" or "-")
                i = end + 1;
            else
                break;
        }
        return i;
    }

    private NextStepSpan? Unmarked()
    {
        var last = tokens.Count;
        while (last > 0 && !tokens[last - 1].IsWord)
            last--;
        for (var start = last - 1; start > 0; start--)
        {
            if (!IsClauseStart(start))
                continue;
            var verb = start;
            while (Word(verb) is "then" or "and" or "to" or "please" or "will" or "so")
                verb++;
            // "start monday" tells when somebody else starts.
            var starts = Word(verb) is "start" && IsDate(verb + 1);
            if (!starts && ActionVerbs.Opens(Word(verb)) && tokens[verb].Part == Part.None && HasDate(verb, last) && tokens.Take(start).Any(token => token.IsWord) && !IsNoun(verb))
                return Build(start, verb, last, keepIfAlone: false);
            if (tokens[start - 1].Break == Break.Sentence || !HasDate(start, last))
                return null;
        }
        return null;
    }

    /// <summary>"call with Jo" and "visit to X" are things, not orders.</summary>
    private bool IsNoun(int verb) => Lexicon.VisitNouns.Contains(Word(verb)) && Word(verb + 1) is "with" or "w" or "to" or "at" or "from" or "was" or "went" or "is" or "about";

    private NextStepSpan? Build(int first, int start, int end, bool keepIfAlone)
    {
        while (end > start && (!tokens[end - 1].IsWord))
            end--;
        if (end <= start)
            return null;
        var date = dates.FirstOrDefault(span => span.First >= start && span.End <= end && span.Sense is not (DateSense.Vague or DateSense.Past))
            ?? dates.FirstOrDefault(span => span.First >= start && span.End <= end && span.Sense == DateSense.Past);
        var parts = new List<(int First, int End)>();
        if (date is null)
        {
            parts.Add((start, end));
        }
        else
        {
            var before = date.First;
            before = SkipBack(before, start, word => word is "this" or "the");
            if (before > start && Word(before - 1) is "by" or "on" or "at" or "before" or "for" or "until" or "from" or "due" or "around")
                before--;
            before = SkipBack(before, start, _ => false);
            var after = date.End;
            while (after < end && !tokens[after].IsWord)
                after++;
            if (before > start)
                parts.Add((start, before));
            if (after < end)
                parts.Add((after, end));
        }
        if (parts.Count == 0 && keepIfAlone)
            parts.Add((first, date!.First > first ? Trim(first, date.First) : end));
        return parts.Count == 0 ? null : new NextStepSpan(first, end, parts, date);
    }

    private int SkipBack(int before, int start, Func<string, bool> skipped)
    {
        while (before > start && (skipped(Word(before - 1)) || !tokens[before - 1].IsWord))
            before--;
        return before;
    }

    private int Trim(int first, int end)
    {
        while (end > first + 1 && (Word(end - 1) is "by" or "on" or "at" or "in" || !tokens[end - 1].IsWord))
            end--;
        return end;
    }

    /// <summary>A step ends with its sentence; at a comma it ends too, unless its date is still to come.</summary>
    private int EndOf(int start)
    {
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i].Break == Break.Sentence || tokens[i].Word is ";")
                return i;
            if (tokens[i].Break == Break.Clause && tokens[i].Word is "," or "-" && i > start && (HasDate(start, i) || !ContinuesToDate(i + 1)))
                return i;
        }
        return tokens.Count;
    }

    private bool ContinuesToDate(int start)
    {
        var end = start;
        while (end < tokens.Count && tokens[end].Break != Break.Sentence && tokens[end].Word is not ";")
            end++;
        return HasDate(start, end) && !Lexicon.Pronouns.Contains(Word(start)) && !(Word(start + 1) is "is" or "was" or "has" or "said" or "says" or "wants");
    }

    private bool HasDate(int from, int to) => dates.Any(date => date.First >= from && date.End <= to && date.Sense != DateSense.Vague);

    private bool IsDate(int i) => dates.Any(date => date.First <= i && i < date.End);

    private bool IsLast(int end) => !tokens.Skip(end).Any(token => token.IsWord);

    private bool Opens(int i)
    {
        var before = i - 1;
        while (before >= 0 && (tokens[before].Word is "and" or "so" or "then" or "but" or "also" || Lexicon.Fillers.Contains(tokens[before].Word) || tokens[before] is { IsWord: false, Break: Break.None }))
            before--;
        return before < 0 || tokens[before].Break != Break.None;
    }

    private bool IsClauseStart(int i) => tokens[i].IsWord && (tokens[i - 1].Break != Break.None || tokens[i - 1] is { IsWord: false, Break: Break.None, Glued: false });

    private bool IsMarkBehind(int i) => i + 1 < tokens.Count && tokens[i + 1].Word is ":" or "-" or "->";

    private string Word(int i) => i >= 0 && i < tokens.Count && tokens[i].IsWord && tokens[i].Part != Part.Employer ? tokens[i].Word : "";
}
