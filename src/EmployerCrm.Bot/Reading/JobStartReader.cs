namespace EmployerCrm.Bot.Reading;

/// <summary>Reads "JS12 started at X as a kitchen porter" and "job start: JS12, X, kitchen porter, 30/11".</summary>
internal sealed class JobStartReader(Line line)
{
    private readonly List<Token> _tokens = line.Tokens;

    public LineReading? Read()
    {
        if (Start() is not { } start)
            return null;
        line.Mark(start.First, start.End, Part.Visit);
        var fits = line.Mentions.Count == 0 ? [] : EmployerChoice.Narrow(line, line.Mentions[0]);
        foreach (var fit in fits)
            EmployerChoice.MarkTown(line, fit);
        var employer = fits.Count == 1 ? fits[0] : null;
        var person = employer is null ? null : new ContactFinder(_tokens, employer).Find().FirstOrDefault();
        line.FindDates();
        var next = new NextStepFinder(_tokens, line.Dates).Find();
        var newEmployer = fits.Count == 0 && new NewNames(_tokens, line.Text, _ => false).Employer(next?.First ?? _tokens.Count) is { } name ? name : ((int First, int End)?)null;
        if (newEmployer is { } fresh)
            line.Mark(fresh.First, fresh.End, Part.Employer);
        var (title, notes) = TitleAndNotes(Clauses.Of(_tokens, next));
        var reading = new LineReading
        {
            Intent = Intent.JobStart,
            EmployerId = employer?.Id,
            Employer = employer?.Name,
            Ambiguous = fits.Count > 1 ? fits : [],
            NewEmployer = newEmployer is { } typed ? line.TextOf(typed.First, typed.End) : null,
            Client = line.Client,
            Contact = person?.Contact.Name,
            ContactId = person?.Contact.Id,
            Time = line.Times.FirstOrDefault()?.Time,
            Title = title,
            Notes = notes,
            Next = next is null ? null : new NextStep(string.Join(' ', next.TitleParts.Select(part => line.TextOf(part.First, part.End))), next.Date?.On(line.Today, Direction.Forward)),
        };
        return Question(WithDate(reading, start.Tense, next));
    }

    /// <summary>"job start", or a client as the subject of starting.</summary>
    private (int First, int End, Tense Tense)? Start()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Word is "job" or "work" or "placement" && Word(i + 1) is "start" or "starts" or "started" or "starting" && !_tokens.Take(i).Any(token => Verbs.Contact(token.Word) is { Form: VerbForm.Past }))
                return (Log(i), i + 2, Word(i + 1) == "started" ? Tense.Past : Word(i + 1) is "starts" or "starting" && i > 0 ? Tense.Plan : Tense.None);
        }
        foreach (var client in line.Clients)
        {
            var i = client.End;
            while (Word(i) is "has" or "have" or "is" or "will" or "be" or "just" or "now" or "also" or "s" or "finally" or "officially" or "due" or "to" or "was" or "ive")
                i++;
            if (GotTheJob(client, i) is { } got)
                return got;
            if (Starting(Word(i)) is null && (client.First == 0 || IsOpening(client.First)))
                i = StartLater(i);
            if (Starting(Word(i)) is not { } tense || (client.First > 0 && !IsOpening(client.First)))
                continue;
            var end = i + 1;
            while (Word(end) is "work" or "working" or "employment" or "job")
                end++;
            return (client.End, end, Word(i - 1) is "will" or "be" or "to" or "is" && tense != Tense.Past ? Tense.Plan : tense);
        }
        return null;
    }

    /// <summary>"VT74 got the job at X care assistant starts 30th": what stands between is the title.</summary>
    private (int First, int End, Tense Tense)? GotTheJob(ClientMention client, int from)
    {
        var job = Word(from + 1) is "the" or "a" or "that" ? from + 2 : from + 1;
        if (Word(from) is not ("got" or "landed" or "offered" or "accepted" or "secured") || Word(job) is not ("job" or "role" or "post" or "position") || line.Mentions.Count == 0 || client.First > 0 && !IsOpening(client.First))
            return null;
        var starts = _tokens.FindIndex(job, token => token.IsWord && token.Part == Part.None && Starting(token.Word) is not null);
        if (starts < 0 || _tokens.GetRange(job, starts - job).Exists(token => token.Break != Break.None || token.Word is "and"))
            return null;
        line.Mark(client.End, job + 1, Part.Visit);
        return (starts, starts + 1, Starting(Word(starts))!.Value);
    }

    /// <summary>"GL18 got the job at X and starts on Monday".</summary>
    private int StartLater(int from)
    {
        for (var i = from; i < _tokens.Count && _tokens[i].Break != Break.Sentence; i++)
        {
            if (Word(i) is "started" or "starts" or "starting" or "begins" or "began" && Word(i - 1) is "and" or "to" or "who" or "will" or "")
                return i;
        }
        return from;
    }

    private int Log(int i)
    {
        while (i > 0 && _tokens[i - 1].IsWord && _tokens[i - 1].Word is "log" or "record" or "add" or "new" or "a" or "please")
            i--;
        return i;
    }

    /// <summary>Nothing but good news, fillers and greetings stands before the client.</summary>
    private bool IsOpening(int client) => _tokens.Take(client).Where(token => token.IsWord).All(token => token.Part != Part.None || Lexicon.Courtesies.Contains(token.Word) || Lexicon.Fillers.Contains(token.Word) || Lexicon.IsJoining(token.Word))
        || _tokens[client - 1].Break == Break.Sentence || _tokens.Take(client).Any(token => token.Word is "news");

    private static Tense? Starting(string word) => word switch
    {
        "started" or "began" or "begun" or "commenced" => Tense.Past,
        "starts" or "starting" or "begins" or "beginning" or "commences" or "commencing" => Tense.Plan,
        "start" or "begin" or "commence" => Tense.Plan,
        _ when word.Length >= 6 && Slips.One(word, "started") => Tense.Past,
        _ when word.Length >= 7 && Slips.One(word, "starting") => Tense.Plan,
        _ => null,
    };

    private LineReading WithDate(LineReading reading, Tense tense, NextStepSpan? next)
    {
        var span = line.Dates.Find(date => (next is null || date.First < next.First) && date.Sense != DateSense.Vague) ?? line.Dates.Find(date => next is null || date.First < next.First);
        if (span is null)
            return tense == Tense.Plan ? reading with { Ask = ReadingQuestion.Date } : reading with { Date = line.Today };
        if (tense == Tense.None && Word(span.First - 1) == "from")
            tense = Tense.Plan;
        var direction = tense switch { Tense.Past => Direction.Backward, Tense.Plan => Direction.Forward, _ => Direction.Nearest };
        var date = span.On(line.Today, direction);
        return reading with { Date = date, Ask = date is null || (tense == Tense.Past && date > line.Today) ? ReadingQuestion.Date : null };
    }

    private LineReading Question(LineReading reading)
    {
        if (reading.Employer is null && reading.Ambiguous.Count == 0 && reading.NewEmployer is null)
            return reading with { Ask = ReadingQuestion.Employer };
        return line.HasDoubtfulClient ? reading with { Ask = ReadingQuestion.Client } : reading;
    }

    /// <summary>The title is what "as a" brings, else the first free words; free clauses beyond it are notes.</summary>
    private (string? Title, string? Notes) TitleAndNotes(List<(int From, int To)> clauses)
    {
        var runs = clauses.Select(clause => Run(clause.From, clause.To)).OfType<(int First, int End, bool Named)>().ToList();
        if (runs.Count == 0)
            return (null, null);
        var title = runs.FindIndex(run => run.Named);
        title = title < 0 ? 0 : title;
        var rest = runs.Skip(title + 1).ToList();
        var notes = rest.Count == 0 ? null : line.TextOf(rest[0].First, rest[^1].End);
        return (Trim(runs[title].First, runs[title].End), notes);
    }

    /// <summary>The longest run of free words in a clause; courtesies are none.</summary>
    private (int First, int End, bool Named)? Run(int from, int to)
    {
        (int First, int End, bool Named)? best = null;
        for (var i = from; i < to; i++)
        {
            if (!IsFree(i) || Lexicon.IsJoining(Word(i)) || Lexicon.Determiners.Contains(Word(i)))
                continue;
            var end = i + 1;
            while (end < to && Word(end) is not "as" && (IsFree(end) || (!_tokens[end].IsWord && _tokens[end].Part == Part.None)))
                end++;
            var named = i > 0 && (Word(i - 1) == "as" || (Word(i - 1) is "a" or "an" or "the" && Word(i - 2) is "as"));
            var kept = end;
            while (kept > i && (!_tokens[kept - 1].IsWord || Lexicon.IsJoining(Word(kept - 1)) || Lexicon.Fillers.Contains(Word(kept - 1))))
                kept--;
            if (kept > i && !IsCourtesy(i, kept) && (best is null || named || (!best.Value.Named && kept - i > best.Value.End - best.Value.First)))
                best = (i, kept, named);
            i = end;
        }
        return best;
    }

    private bool IsCourtesy(int first, int end) => _tokens.Skip(first).Take(end - first).All(token => !token.IsWord || Lexicon.Courtesies.Contains(token.Word) || Lexicon.Fillers.Contains(token.Word)) || Word(end - 1) == "news";

    private string Trim(int first, int end)
    {
        if (Word(end - 1) is "job" or "role" or "post" or "position" && end - first > 1)
            end--;
        return line.TextOf(first, end);
    }

    private bool IsFree(int i) => _tokens[i] is { IsWord: true, Part: Part.None };

    private string Word(int i) => i >= 0 && i < _tokens.Count && _tokens[i].IsWord && _tokens[i].Part is not (Part.Employer or Part.Client) ? _tokens[i].Word : "";
}
