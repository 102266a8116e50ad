using EmployerCrm.Bot.Reading.Said;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Reads a line as a contact that happened or is planned.</summary>
internal sealed class VisitReader(Line line)
{
    private const int OldestDays = 120;

    private readonly List<Token> _tokens = line.Tokens;
    private readonly VisitWords _visit = new(line.Tokens);

    /// <summary>The reading, or null when nothing in the line speaks of a contact.</summary>
    public LineReading? Read()
    {
        var (employer, ambiguous) = Employer();
        var known = employer is null ? null : line.PeopleOf(employer);
        var people = known?.Find() ?? [];
        foreach (var person in people)
            line.Mark(person.First > 0 && _tokens[person.First - 1] is { IsWord: true, Word: "mr" or "mrs" or "ms" or "miss" or "dr" } ? person.First - 1 : person.First, person.End, Part.Contact);
        MarkSharedNames(known);
        line.FindDates();
        var labels = new LineLabels(line);
        labels.MarkLabels();
        labels.OpenBrackets();
        var next = new NextStepFinder(_tokens, line.Dates).Find();
        if (next is not null && !_tokens.Take(next.First).Any(token => token.IsWord && token.Part != Part.Label && !Lexicon.Fillers.Contains(token.Word)))
            next = null;
        var newEmployer = employer is null && ambiguous.Count == 0 ? MarkNewEmployer(next) : null;
        var named = NamedClients.In(_tokens);
        if (named is { } client)
            line.Mark(client.First, client.End, Part.Label);
        labels.MarkRoles();
        var opens = OpensWithEmployer();
        var clauses = Clauses.Of(_tokens, next);
        var newContact = MarkNewContact(clauses, known is null ? _ => false : known.IsAnyonesName);
        var notes = new NotesFinder(_tokens, _visit, line.Dates);
        notes.Divide(clauses);
        if (!_visit.Any && !opens && !(line.Mentions.Count > 0 && TellsOfSomethingDone()))
            return null;
        if (line.Mentions.Count == 0 && newEmployer is null && IsSmallTalk())
            return null;
        var reading = new LineReading
        {
            Intent = Intent.LogVisit,
            EmployerId = employer?.Id,
            Employer = employer?.Name,
            Ambiguous = ambiguous,
            NewEmployer = newEmployer,
            Client = line.Client,
            Channel = _visit.Channel,
            NewContact = newContact is { } unknown ? line.TextOf(unknown.First, unknown.End) : null,
            Time = line.Times.Find(time => notes.IsVisitPart(time.First))?.Time,
            Notes = notes.Notes is { } span ? Tidy(line.TextOf(span.First, span.End)) : null,
        };
        var met = people.FindAll(person => next is null || person.First < next.First || person.First >= next.End);
        // "Kyle out, spoke to Sarah": who was away was not met, if somebody else was.
        if ((met.Find(person => !AbsentWords.At(_tokens, person.End)) ?? met.FirstOrDefault()) is { Contact: var contact })
            reading = reading with { Contact = contact.Name, ContactId = contact.Id };
        reading = Question(WithNext(WithDate(reading, notes), next));
        return reading with
        {
            Said = SaidReader.Read(line, next),
            People = PeopleNamed.In(line, met, newContact, next),
            NamedClient = named is { } name ? line.TextOf(name.Name, name.End) : null,
            PossibleEmployer = reading is { Ask: ReadingQuestion.Employer, NewContact: { } business } && !FirstNames.Contains(FoldedText.Words(business)[0]) ? business : null,
        };
    }

    /// <summary>A first name that two people share names nobody, but it is no free text either.</summary>
    private void MarkSharedNames(ContactFinder? people)
    {
        if (people is null)
            return;
        foreach (var token in _tokens.Where(token => token is { IsWord: true, Part: Part.None } && !Lexicon.IsKnown(token.Word) && people.IsAnyonesName(token.Word)))
            token.Part = Part.Contact;
    }

    private (DirectoryEmployer? Employer, IReadOnlyList<DirectoryEmployer> Ambiguous) Employer()
    {
        if (line.Mentions.Count == 0)
            return (null, []);
        var fits = EmployerChoice.Narrow(line, line.Mentions[0]);
        foreach (var fit in fits)
            EmployerChoice.MarkTown(line, fit);
        return fits.Count == 1 ? (fits[0], []) : (null, fits);
    }

    private LineReading WithDate(LineReading reading, NotesFinder notes)
    {
        var spans = line.Dates.FindAll(date => notes.IsVisitPart(date.First) && !IsThankedFor(date.First));
        var span = spans.Find(date => date.Sense != DateSense.Vague) ?? spans.FirstOrDefault();
        var tense = _visit.Tense;
        if (tense == Tense.None)
            tense = span?.Sense switch { DateSense.Future => Tense.Plan, DateSense.Calendar => Tense.None, _ => Tense.Past };
        var direction = tense switch { Tense.Past => Direction.Backward, Tense.Plan => Direction.Forward, _ => Direction.Nearest };
        var date = span is null ? null : span.On(line.Today, direction);
        if (tense == Tense.None)
            tense = date > line.Today ? Tense.Plan : Tense.Past;
        if (span is null && (tense == Tense.Past || reading.Time is not null))
            date = line.Today;
        var doubtful = date is null
            || (tense == Tense.Past && (date > line.Today || date < line.Today.AddDays(-OldestDays)))
            || (tense == Tense.Plan && (date < line.Today || date > line.Today.AddYears(2)));
        var told = _visit.Tense != Tense.None || span?.Sense is DateSense.Past or DateSense.Future || reading.Notes is not null;
        return reading with { TenseStated = told, DateStated = span is not null, Intent = tense == Tense.Plan ? Intent.PlanVisit : Intent.LogVisit, Date = date, OtherDate = span?.OtherDay(line.Today, date), Ask = doubtful ? ReadingQuestion.Date : null };
    }

    /// <summary>"thx for Mon": the day is that of what they are thanked for.</summary>
    private bool IsThankedFor(int date)
    {
        var at = date - 1;
        while (at > 0 && _tokens[at].Word is "the" or "last" or "on")
            at--;
        return at > 0 && _tokens[at].Word is "for" && _tokens[at - 1].Word is "thx" or "thanks" or "thank" or "you" or "ta" or "cheers" or "thankyou" or "tx" or "diolch";
    }

    private LineReading WithNext(LineReading reading, NextStepSpan? next)
    {
        if (next is null)
            return reading;
        var title = string.Join(' ', next.TitleParts.Select(part => line.TextOf(part.First, part.End)).Where(part => part.Length > 0));
        var due = next.Date?.On(line.Today, Direction.Forward);
        return reading with
        {
            Next = new NextStep(title, due, next.Date?.OtherDay(line.Today, due)),
            Ask = reading.Ask ?? (next.Date is not null && (due is null || due < line.Today.AddYears(-1) || due > line.Today.AddYears(5)) ? ReadingQuestion.Date : null),
        };
    }

    private LineReading Question(LineReading reading)
    {
        if (reading.Employer is null && reading.Ambiguous.Count == 0 && reading.NewEmployer is null)
            return reading with { Ask = ReadingQuestion.Employer };
        return line.HasDoubtfulClient ? reading with { Ask = ReadingQuestion.Client } : reading;
    }

    private string? MarkNewEmployer(NextStepSpan? next)
    {
        if (new NewNames(_tokens, line.Text, _ => false).Employer(next?.First ?? _tokens.Count) is not { } name)
            return null;
        line.Mark(name.First, name.End, Part.Employer);
        return line.TextOf(name.First, name.End);
    }

    private (int First, int End)? MarkNewContact(List<(int From, int To)> clauses, Func<string, bool> isKnownName)
    {
        foreach (var (from, to) in clauses)
        {
            var probe = new VisitWords(_tokens);
            probe.Cover(from, to, later: from > 0 && _tokens.Take(from).Any(token => token.Part == Part.Employer));
            var name = new NewNames(_tokens, line.Text, isKnownName).Person(from, to);
            probe.Uncover(from, to);
            if (name is not { } person)
                continue;
            line.Mark(person.First, person.End, Part.Contact);
            return person;
        }
        return null;
    }

    private bool TellsOfSomethingDone() =>
        _tokens.Find(token => token.IsWord && token.Part is not Part.Filler && !Lexicon.IsJoining(token.Word)) is { Part: Part.None or Part.Visit } first
        && ((first.Word.Length > 4 && first.Word.EndsWith("ed", StringComparison.Ordinal)) || Lexicon.Weak.Contains(first.Word) || first.Word is "told" or "showed" or "brought" or "met" || NobodyWords.At(_tokens, _tokens.IndexOf(first)) is not null);

    /// <summary>"see you Monday", "how many visits …?": words of contact, but nothing to log.</summary>
    private bool IsSmallTalk()
    {
        var words = _tokens.Where(token => token.IsWord).Select(token => token.Word).ToList();
        var asks = words[0] is "how" or "what" or "whats" or "who" or "whos" or "when" or "where" or "why" or "is" or "are" or "do" or "does" or "did" or "can" or "could" or "would" or "will" or "shall";
        var toUs = words.Zip(words.Skip(1)).Any(pair => pair.Second is "you" or "me" or "us" && Verbs.Contact(pair.First) is { Form: VerbForm.Base });
        return asks || (toUs && _visit.Tense == Tense.None);
    }

    private bool OpensWithEmployer()
    {
        var first = _tokens.FindIndex(token => token.Part == Part.Employer);
        return line.Mentions.Count > 0 && first >= 0 && _tokens.Take(first).All(token => !token.IsWord || token.Part != Part.None || Lexicon.IsJoining(token.Word) || Lexicon.Fillers.Contains(token.Word));
    }

    /// <summary>Drops the one word that only joined the notes to the visit.</summary>
    private static string? Tidy(string notes)
    {
        var trimmed = notes.Trim();
        foreach (var joining in new[] { "about ", "re ", "regarding ", "and ", "that " })
        {
            if (trimmed.StartsWith(joining, StringComparison.OrdinalIgnoreCase) && trimmed.Length > joining.Length)
                return trimmed[joining.Length..].TrimStart();
        }
        return trimmed.Length == 0 ? null : trimmed;
    }
}
