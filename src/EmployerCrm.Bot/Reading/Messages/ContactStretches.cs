namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>Tokens of a line that tell of one contact, or of several side by side.</summary>
/// <param name="Lead">Words of contact from the stretch before that hold here too: "saw steph at X and [saw] baz at Y".</param>
/// <param name="IsOwnSentence">A full stop or new line stands before it.</param>
internal sealed record ContactStretch(int First, int End, string Lead, bool IsOwnSentence);

/// <summary>Finds where a line goes on to another contact: behind a mark, "then" or "and", with a verb of contact of its own that leads to another employer.</summary>
internal sealed class ContactStretches(Line line, List<EmployerMention> mentions)
{
    private readonly List<Token> _tokens = line.Tokens;
    private readonly HashSet<int> _people = [.. mentions.SelectMany(mention => mention.Fits).DistinctBy(employer => employer.Id)
        .SelectMany(employer => new ContactFinder(line.Tokens, employer).Find()).SelectMany(person => Enumerable.Range(person.First, person.End - person.First))];

    public List<ContactStretch> Find()
    {
        var stretches = new List<ContactStretch>();
        var (first, lead, own) = (0, "", true);
        for (var place = 1; place < mentions.Count; place++)
        {
            if (mentions[place].Fits.SequenceEqual(mentions[place - 1].Fits) || Boundary(mentions[place - 1].End, mentions[place].First, mentions[place].End) is not { } boundary)
                continue;
            stretches.Add(new ContactStretch(first, boundary.End, lead, own));
            (first, lead, own) = (boundary.First, boundary.Lead, boundary.IsSentence);
        }
        stretches.Add(new ContactStretch(first, _tokens.Count, lead, own));
        return stretches;
    }

    /// <summary>Where the stretch before ends and the next begins, between two employers.</summary>
    private (int End, int First, string Lead, bool IsSentence)? Boundary(int from, int to, int end)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (!IsBetween(i))
                continue;
            var first = i + 1;
            while (first < to && (_tokens[first].Word is "then" or "also" or "and" or "after" or "that" or "later" or "finally" or "i" or "we" or "next" or "so" || !_tokens[first].IsWord))
                first++;
            if (LeadsTo(first, to))
                return (End(i, from), first, "", _tokens[i].Break == Break.Sentence);
            if (IsPersonAt(first, to) && VerbsAtTheStart() is { Length: > 0 } lead)
                return (End(i, from), first, lead, _tokens[i].Break == Break.Sentence);
            if (_tokens[i].Break == Break.Sentence && first == to)
                return (End(i, from), first, "", true);
            if (_tokens[i].Break == Break.Clause && (IsDay(first, to) || (first == to && IsDay(end, end + 1))) || first == to && (IsClock(end) || IsDay(end, end + 1) && IsDayBehind(from)))
                return (End(i, from), first, "", false);
        }
        return null;
    }

    /// <summary>"…, tues DPD", "…, DPD tues": a list with a day for each.</summary>
    private bool IsDay(int first, int end) => first < end && end <= _tokens.Count && _tokens.GetRange(first, end - first).TrueForAll(token => token.Part == Part.Date);

    private bool IsDayBehind(int from) => from < _tokens.Count && _tokens[from].Part == Part.Date;

    /// <summary>"…, DPD 1pm", "then DPD at 1": a list with a time for each.</summary>
    private bool IsClock(int end) => end < _tokens.Count && (_tokens[end].Part == Part.Time || _tokens[end].Word is "at" && end + 1 < _tokens.Count && (_tokens[end + 1].Part == Part.Time || _tokens[end + 1].IsNumber));

    private bool IsBetween(int i) => _tokens[i].Break != Break.None || _tokens[i].Word is "then" or "and" or "plus" or "also" or "so";

    private int End(int i, int from)
    {
        while (i > from && (!_tokens[i - 1].IsWord || _tokens[i - 1].Word is "and" or "then" or "also" or "plus" or "so"))
            i--;
        return i;
    }

    /// <summary>A verb or noun of contact, and nothing but its own words, people, days and small words up to the employer.</summary>
    private bool LeadsTo(int first, int to)
    {
        if (first >= to)
            return false;
        var verb = Verbs.Contact(_tokens[first].Word) is { Form: not VerbForm.Base } || (Lexicon.Weak.Contains(_tokens[first].Word) && _tokens[first].Word is not ("had" or "have" or "got" or "was" or "were" or "been"))
            || (Verbs.Contact(_tokens[first].Word) is not null && Verbs.Contact(_tokens[first].Word) is { Verb.Channel: not null } && _tokens[Math.Min(first + 1, to)].Word is "with" or "to");
        if (!verb)
            return false;
        for (var i = first + 1; i < to; i++)
        {
            var token = _tokens[i];
            var known = !token.IsWord && token.Break == Break.None || token.Part is Part.Date or Part.Time or Part.Client || Lexicon.Particles.Contains(token.Word) || Lexicon.IsJoining(token.Word)
                || Lexicon.VisitNouns.Contains(token.Word) || Verbs.Contact(token.Word) is not null || IsPerson(i) || Lexicon.Fillers.Contains(token.Word) || token.Word is "card" or "cards" or "quick" or "message" or "for" or "myself";
            if (!known)
                return false;
        }
        return true;
    }

    /// <summary>"… and baz at ring road tyres".</summary>
    private bool IsPersonAt(int first, int to)
    {
        if (first < to && _tokens.GetRange(first, to - first).Exists(token => token.IsWord) && Enumerable.Range(first, to - first).All(IsPerson))
            return true;
        if (first >= to - 1 || _tokens[to - 1].Word is not ("at" or "from" or "in") && !(to - 2 > first && _tokens[to - 1].Word is "the" && _tokens[to - 2].Word is "at" or "from"))
            return false;
        for (var i = first; i < to - 1; i++)
        {
            if (!IsPerson(i) && _tokens[i].Word is not ("at" or "from"))
                return false;
        }
        return true;
    }

    private bool IsPerson(int i) => _people.Contains(i);

    /// <summary>The words of contact that open the line: "saw", "met with", "rang".</summary>
    private string VerbsAtTheStart()
    {
        var verb = _tokens.FindIndex(0, Math.Min(_tokens.Count, mentions[0].First), token => token.IsWord && Verbs.Contact(token.Word) is not null);
        if (verb < 0)
            return "";
        var end = verb + 1;
        while (end < mentions[0].First && Lexicon.Particles.Contains(_tokens[end].Word))
            end++;
        return line.Text[_tokens[verb].Start.._tokens[end - 1].End] + " ";
    }
}
