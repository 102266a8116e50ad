namespace EmployerCrm.Bot.Reading;

/// <summary>Divides a line into the visit part and the notes, clause by clause.</summary>
/// <param name="dates">The dates of the line, where one of them may stand behind the free text and still be the visit's.</param>
internal sealed class NotesFinder(List<Token> tokens, VisitWords visit, IReadOnlyList<DateSpan>? dates = null)
{
    private readonly bool[] _visitPart = new bool[tokens.Count];
    private bool _placed;
    private int _first = -1;
    private int _end;

    /// <summary>Whether a token belongs to the visit part; date, time and channel are read from nowhere else.</summary>
    public bool IsVisitPart(int token) => _visitPart[token];

    /// <summary>The tokens of the notes, or null.</summary>
    public (int First, int End)? Notes => _first < 0 ? null : (_first, _end);

    public void Divide(IEnumerable<(int From, int To)> clauses)
    {
        foreach (var (from, to) in clauses)
            Take(from, to);
    }

    private void Take(int from, int to)
    {
        if (IsCourtesy(from, to))
            return;
        if (IsSomebodyElsesDoing(from, to))
        {
            Note(from, to);
            return;
        }
        if (NobodyWords.LeadingTo(tokens, from, to) is { } nobody)
        {
            Note(from, nobody);
            Claim(nobody, to);
            _placed = true;
            return;
        }
        visit.Cover(from, to, later: _placed);
        var free = FirstFree(from, to);
        if (free < 0)
        {
            Claim(from, to);
        }
        else if (RunsOn(from, free))
        {
            Claim(from, free);
            var start = StartOfFreeText(from, free);
            visit.Uncover(start, to);
            Note(start, to);
            if (dates is not null && DayBehind(from, start, to, dates) is { } day)
                (_end, _visitPart[day]) = (BeforeJoin(day, start), true);
        }
        else
        {
            if (!_placed && tokens.FindIndex(from, to - from, token => token.Part == Part.Employer) >= 0)
                Claim(from, to);
            else
                visit.Uncover(from, to);
            Note(StartAfterFillers(from, to), to);
        }
        _placed |= tokens.FindIndex(from, to - from, token => token.Part == Part.Employer) >= 0 || (visit.Any && _visitPart[from]);
    }

    private int FirstFree(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsGivenBySomebody(from, i))
                return i;
            if (i > from && tokens[i] is { Part: Part.None, Word: "was" or "is" or "were" or "has" or "had" } && (tokens[i - 1].Part is Part.Contact or Part.Employer or Part.Role || IsClientAlone(i - 1)))
                return i;
            if (tokens[i] is { IsWord: true, Part: Part.None } && !Lexicon.IsJoining(tokens[i].Word) && !Lexicon.Fillers.Contains(tokens[i].Word) && !(i > 0 && tokens[i - 1].Word == tokens[i].Word))
                return i;
        }
        return -1;
    }

    /// <summary>"visited X today, [hamish] gave a tour": the tour is what he did, not what the line is about.</summary>
    private bool IsGivenBySomebody(int from, int i) => i - 2 > from && tokens[i] is { Part: Part.Visit, Word: "gave" or "took" or "had" or "made" or "sent" or "left" } && tokens[i - 1].Part == Part.Contact
        && tokens[i - 2].Part is Part.Employer or Part.Date or Part.Time or Part.Town;

    /// <summary>"spoke to craig [tr nineteen] is doing well": a client that no "with" or "about" ties to the visit.</summary>
    private bool IsClientAlone(int i)
    {
        var first = i;
        while (first > 0 && tokens[first].Part == Part.Client)
            first--;
        return first < i && tokens[first].Part == Part.Contact;
    }

    /// <summary>Recognised parts of the visit stand at the front of the clause, and free text follows.</summary>
    private bool RunsOn(int from, int free)
    {
        for (var i = from; i < free; i++)
        {
            if (tokens[i].Part == Part.Employer || (tokens[i].Part == Part.Visit && (!_placed || (visit.IsPastVerb(i) && NamesSomebody(i + 1, free)))))
                return true;
        }
        return false;
    }

    /// <summary>"spoke to Mei about …" goes on with the visit; "emailed him the CV" tells what was done.</summary>
    private bool NamesSomebody(int from, int free) => tokens.FindIndex(from, free - from, token => token.Part is Part.Contact or Part.Role or Part.Employer) >= 0;

    /// <summary>"Fran rang back", "Imran in a meeting": somebody else does it.</summary>
    private bool IsSomebodyElsesDoing(int from, int to)
    {
        var subject = from;
        while (subject < to && tokens[subject].Part is Part.Contact or Part.Role)
            subject++;
        if (!_placed || subject == from || subject >= to)
            return false;
        var busy = tokens[subject].Word is "in" or "on" && subject + 1 < to && tokens[subject + 1].Word is "a" or "another" or "the" && !tokens.GetRange(subject, to - subject).Exists(token => token.Part is Part.Employer or Part.Date or Part.Time);
        return busy || Verbs.Contact(tokens[subject].Word) is { Form: VerbForm.Past };
    }

    /// <summary>Behind the last recognised part; a person who is the subject of what follows belongs to it.</summary>
    private int StartOfFreeText(int from, int free)
    {
        var start = free;
        while (start > from && (tokens[start - 1].Part is Part.None or Part.Filler || !tokens[start - 1].IsWord) && tokens[start - 1].Part != Part.Employer)
            start--;
        return SubjectOf(from, start, free) ?? StartAfterFillers(start, free + 1);
    }

    /// <summary>The person behind the visit's own words who does what the free text says: "visited X yesterday [bex wants a cleaner]".</summary>
    private int? SubjectOf(int from, int start, int free)
    {
        var subject = start;
        while (subject > from && tokens[subject - 1].Part is Part.Contact or Part.Role or Part.Client && tokens[subject - 1].Part == tokens[start - 1].Part)
            subject--;
        while (subject - 2 > from && tokens[subject - 1].Word == "and" && tokens[subject - 2].Part == Part.Contact && tokens[start - 1].Part == Part.Contact)
            subject -= 2;
        var isClient = subject < start && tokens[subject].Part == Part.Client;
        var before = subject - 1;
        while (before > from && tokens[before] is { IsWord: true, Part: Part.None } && Lexicon.Fillers.Contains(tokens[before].Word) && tokens[before].Word is not "so")
            before--;
        var follows = subject < start && before >= from && tokens[before].IsWord && (tokens[before].Part is Part.Employer or Part.Date or Part.Time or Part.Client or Part.Town || tokens[before].Word is "but" or "and" or "so"
            || (isClient && tokens[before].Part is Part.Contact)
            || (tokens[before].Part is Part.Role && !Lexicon.Roles.Contains(tokens[before].Word)));
        var away = tokens[free].Word is "off" or "out" || (start + 1 == free && tokens[start].Word is "on" or "in" or "and");
        var tells = start == free && (!Lexicon.IsJoining(tokens[free].Word) || tokens[free].Word is "was" or "is" or "were") && !Lexicon.Prepositions.Contains(tokens[free].Word);
        if (!follows || !(away || tells) || (isClient && tokens[before].Part is not (Part.Contact or Part.Date)))
            return null;
        while (subject + 1 < start && tokens[subject].Word == tokens[subject + 1].Word)
            subject++;
        return subject;
    }

    private int StartAfterFillers(int from, int to)
    {
        var start = from;
        while (start < to - 1 && (!tokens[start].IsWord || tokens[start].Word is "erm" or "er" or "um" or "uh" or "yeah" or "hashtag" || (tokens[start].Word is "so" && tokens[start + 1].Word is "yeah" or "erm" or "um") || (tokens[start].Word == "hash" && tokens[start + 1].Word == "tag") || (start > 0 && tokens[start - 1].Word == "hash" && tokens[start].Word == "tag")))
            start++;
        return start;
    }

    /// <summary>
    /// "about a cleaning job [yesterday]": a day that is over, at the end of what the visit was about, is the visit's where it has no other. Where a verb or a
    /// person stands in between, it is theirs.
    /// </summary>
    private int? DayBehind(int from, int start, int to, IReadOnlyList<DateSpan> days)
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

    private int BeforeJoin(int day, int start) => day - 1 > start && tokens[day - 1].Word is "on" or "from" or "at" ? day - 1 : day;

    private void Claim(int from, int to)
    {
        for (var i = from; i < to; i++)
            _visitPart[i] = true;
    }

    private void Note(int from, int to)
    {
        if (_first < 0)
            _first = from;
        _end = to;
    }

    private bool IsCourtesy(int from, int to)
    {
        if (to - from > 9 || tokens.FindIndex(from, to - from, token => token.Part is Part.Employer or Part.Contact or Part.Client or Part.Date or Part.Time && !Lexicon.Courtesies.Contains(token.Word)) >= 0)
            return false;
        var words = tokens.Skip(from).Take(to - from).Where(token => token.IsWord).Select(token => token.Word).ToList();
        if (words.Count == 0)
            return true;
        var opening = words[0] is "hi" or "hiya" or "hello" or "hey" or "dear" or "sorry" or "apologies" or "thanks" or "thank" or "many" or "kind" or "regards" or "ta" or "cheers" or "thx" or "please" or "pls" or "plz" or "afternoon" or "evening" or "morning";
        var news = words[^1] is "news" && words.Count <= 4;
        var greeting = words[0] is "good" or "happy" && words.Count is 2 or 3 && words[1] is "morning" or "afternoon" or "evening" or "monday" or "friday";
        var log = words.All(Lexicon.Courtesies.Contains) && words.Exists(word => word is "log" or "logging" or "update" or "record" or "sorry" or "news" or "late");
        return (opening && words.Skip(1).All(word => Lexicon.Courtesies.Contains(word) || Lexicon.IsJoining(word) || Lexicon.IsKnown(word))) || news || greeting || log;
    }
}
