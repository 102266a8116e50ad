namespace EmployerCrm.Bot.Reading;

/// <summary>Divides a line into the visit part and the notes, clause by clause.</summary>
/// <param name="dates">The dates of the line, where one of them may stand behind the free text and still be the visit's.</param>
internal sealed class NotesFinder(List<Token> tokens, VisitWords visit, IReadOnlyList<DateSpan>? dates = null)
{
    private readonly NoteSubject _subject = new(tokens);
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
            if (dates is not null && DayBehind.Find(tokens, from, start, to, dates) is { } day)
                (_end, _visitPart[day]) = (DayBehind.BeforeJoin(tokens, day, start), true);
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
            if (_subject.IsGivenBySomebody(from, i))
                return i;
            if (i > from && tokens[i] is { Part: Part.None, Word: "was" or "is" or "were" or "has" or "had" } && (tokens[i - 1].Part is Part.Contact or Part.Employer or Part.Role || _subject.IsClientAlone(i - 1)))
                return i;
            if (tokens[i] is { IsWord: true, Part: Part.None } && !Lexicon.IsJoining(tokens[i].Word) && !Lexicon.Fillers.Contains(tokens[i].Word) && !(i > 0 && tokens[i - 1].Word == tokens[i].Word))
                return i;
        }
        return -1;
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
        return _subject.Of(from, start, free) ?? StartAfterFillers(start, free + 1);
    }

    private int StartAfterFillers(int from, int to)
    {
        var start = from;
        while (start < to - 1 && (!tokens[start].IsWord || tokens[start].Word is "erm" or "er" or "um" or "uh" or "yeah" or "hashtag" || (tokens[start].Word is "so" && tokens[start + 1].Word is "yeah" or "erm" or "um") || (tokens[start].Word == "hash" && tokens[start + 1].Word == "tag") || (start > 0 && tokens[start - 1].Word == "hash" && tokens[start].Word == "tag")))
            start++;
        return start;
    }

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
        var opening = words[0] is "hi" or "hiya" or "hello" or "hey" or "dear" or "sorry" or "apologies" or "thanks" or "thank" or "many" or "kind" or "regards" or "ta" or "cheers" or "thx" or "please" or "pls" or "plz" or "afternoon" or "evening" or "morning" or "shwmae" or "alright" || words is ["bore" or "prynhawn" or "noswaith", "da", ..];
        var news = words[^1] is "news" && words.Count <= 4;
        var greeting = words[0] is "good" or "happy" && words.Count is 2 or 3 && words[1] is "morning" or "afternoon" or "evening" or "monday" or "friday";
        var log = words.All(Lexicon.Courtesies.Contains) && words.Exists(word => word is "log" or "logging" or "update" or "record" or "sorry" or "news" or "late");
        return (opening && words.Skip(1).All(word => Lexicon.Courtesies.Contains(word) || Lexicon.IsJoining(word) || Lexicon.IsKnown(word))) || news || greeting || log;
    }
}
