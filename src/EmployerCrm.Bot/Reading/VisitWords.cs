using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

internal enum Tense
{
    None,
    Past,
    Plan,
}

/// <summary>Recognises the words that say that a contact happened or is to happen, and by which channel.</summary>
internal sealed class VisitWords(List<Token> tokens)
{
    private readonly Tense[] _tenses = new Tense[tokens.Count];
    private readonly Channel?[] _channels = new Channel?[tokens.Count];
    private bool _later;

    /// <summary>Marks the visit words of a clause. In a later clause only what has happened counts, so that wishes and orders stay notes.</summary>
    public void Cover(int from, int to, bool later)
    {
        _later = later;
        for (var i = from; i < to; i++)
        {
            if (!Free(i))
                continue;
            var end = Plan(i, to) ?? Verb(i, from, to) ?? Noun(i, from, to) ?? DayPart(i);
            i = (end ?? i + 1) - 1;
        }
        CoverWeak(from, to);
    }

    /// <summary>Takes the marks of a clause back: it turned out to be free text.</summary>
    public void Uncover(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Part == Part.Visit)
                tokens[i].Part = Part.None;
            _tenses[i] = Tense.None;
            _channels[i] = null;
        }
    }

    public bool IsPastVerb(int i) => tokens[i].Part == Part.Visit && Verbs.Contact(tokens[i].Word) is { Form: VerbForm.Past };

    /// <summary>The first thing that settles it.</summary>
    public Tense Tense => Array.Find(_tenses, tense => tense != Reading.Tense.None);

    public bool Any => tokens.Exists(token => token.Part == Part.Visit);

    /// <summary>Video when it is named at all; else the first that was said; else in person.</summary>
    public Channel Channel => Array.Exists(_channels, channel => channel == Core.Visits.Channel.Video) ? Core.Visits.Channel.Video : Array.Find(_channels, channel => channel is not null) ?? Core.Visits.Channel.InPerson;

    private int? Plan(int i, int to)
    {
        var word = Word(i);
        if (word is "booked" or "arranged" or "organised" or "organized" or "scheduled" or "pencilled" or "penciled" or "planned" or "planning" or "appointment" or "appt" or "appointments" && !_later)
            return Mark(i, Particles(i + 1, to), Reading.Tense.Plan);
        if (word is "going" or "off" or "heading" or "popping" or "nipping" && !_later && Word(i + 1) is "to" or "in" or "into" or "back" or "out" or "over" or "round" or "down" or "up" or "along" or "and")
            return Mark(i, Particles(i + 1, to), Reading.Tense.Plan);
        if (word is "will" or "ill" or "well" or "gonna" or "gunna" or "due" or "need" or "want" or "hoping" or "aim" or "aiming" or "intend" or "meant" && !_later)
        {
            var verb = i + 1;
            while (Word(verb) is "to" or "be" or "go" or "and" or "also")
                verb++;
            var staying = Word(verb - 1) == "be" && Word(verb) is "at" or "in" or "with" or "over" or "round";
            if (staying || Verbs.Contact(Word(verb)) is { Form: not VerbForm.Past })
                return Mark(i, verb, Reading.Tense.Plan);
        }
        if (word == "next" && Word(i + 1) is "visit" or "meeting" or "call" or "appointment" or "appt" or "meet" or "chat" or "catchup" && !_later)
        {
            for (var j = i; j < to; j++)
            {
                if (Free(j) && Word(j) is "is" or "will" or "be")
                    tokens[j].Part = Part.Visit;
            }
            return Mark(i, i + 1, Reading.Tense.Plan);
        }
        return null;
    }

    private int? Verb(int i, int from, int to)
    {
        if (Verbs.Contact(Word(i)) is not { } reading || (_later && reading.Form != VerbForm.Past))
            return null;
        if (reading.Form == VerbForm.Base && Lexicon.VisitNouns.Contains(Word(i)))
            CoverAdjectives(i, from);
        if (!_later && reading.Form == VerbForm.Base && Word(i - 1) == "to" && i - from <= 5)
            CoverLead(from, i);
        var next = Word(i + 1);
        var particle = Lexicon.Particles.Contains(next);
        if (reading.Verb.Use == VerbUse.WithParticle && !FitsParticle(reading.Verb.Lemma, next, i))
            return null;
        if (reading.Form == VerbForm.Base && reading.Verb.Use != VerbUse.WithParticle && Lexicon.Determiners.Contains(Word(i - 1)) && !Lexicon.VisitNouns.Contains(Word(i)))
            return null;
        if (_later && !LeadsToRecognised(i + 1, to))
            return null;
        var tense = reading.Form switch
        {
            VerbForm.Past => Reading.Tense.Past,
            VerbForm.Participle => AsNoun(i, from, reading.Verb) ? Reading.Tense.None : Reading.Tense.Plan,
            _ => Reading.Tense.None,
        };
        _channels[i] = ChannelOf(reading, i, next);
        var withParticle = reading.Verb.Use == VerbUse.WithParticle || (particle && next is not ("from" or "for" or "at" or "on"));
        var end = withParticle ? Particles(i + 1, to) : i + 1;
        if (Word(end) is "me" or "us" && Word(end + 1) == "back")
            end += 2;
        return Mark(i, end, tense);
    }

    private Channel? ChannelOf(VerbReading reading, int i, string next)
    {
        var verb = reading.Verb;
        if (verb.Lemma == "call" && (next is "in" or "into" or "by" or "round" or "around" or "over" or "on" || (next is "at" or "to" && reading.Form != VerbForm.Base && tokens[Math.Min(i + 2, tokens.Count - 1)].Part != Part.Time)))
            return Core.Visits.Channel.InPerson;
        if (verb.Lemma == "get" && next == "through")
            return Core.Visits.Channel.Phone;
        if (verb.Channel is not null)
            return verb.Channel;
        return verb.Lemma is "visit" or "tour" or "drop" or "pop" or "nip" or "swing" ? Core.Visits.Channel.InPerson : null;
    }

    private bool FitsParticle(string lemma, string next, int i) => lemma switch
    {
        "speak" or "talk" => next is "to" or "with" or "and" || IsContact(i + 1),
        "chat" => next is "to" or "with" || IsContact(i + 1),
        "catch" => next is "up",
        "sit" => next is "down" or "with" or "in",
        "bump" => next is "into",
        "get" => (next is "hold" && Word(i + 2) == "of") || (next is "through" && Word(i + 2) == "to") || (next is "in" or "over" or "round" or "back" && Word(i + 2) is "to" or "touch" or "from"),
        "be" => !(i > 0 && tokens[i - 1].Part is Part.Contact or Part.Role) && next is "at" or "to" or "in" or "with" or "round" or "over" or "by" or "up" or "down" or "out" or "back" or "into" && LeadsToRecognised(i + 1, tokens.Count, anyway: next is "to" or "at" or "into"),
        "go" => next is "to" or "in" or "into" or "round" or "back" or "over" or "out" or "along" or "up" or "down" or "and" or "by" or "for",
        "head" => next is "to" or "over" or "back" or "into" or "in" or "down" or "up" or "out",
        "look" => next is "in" or "round" or "around",
        "walk" => next is "round" or "around" or "in" or "into" or "to",
        "come" => next is "in" or "by" or "round" or "out" or "away" or "from" or "back",
        "finish" => next is "at" or "with" or "up" or "a" or "my",
        "leave" => IsEmployer(i + 1) || (next == "the" && IsEmployer(i + 2)),
        "drop" => next is "in" or "into" or "by" or "round" or "over" or "to" or "at" or "down" or "past",
        _ => Lexicon.Particles.Contains(next) && next is not ("for" or "from" or "off"),
    };

    /// <summary>"meeting with Jo" and "a good meeting" say nothing about when; "been visiting" is over.</summary>
    private bool AsNoun(int i, int from, ContactVerb verb)
    {
        var before = Word(i - 1);
        if (before is "been" or "from" or "after" or "was" or "finished" or "enjoyed" or "tried" or "managed" or "were")
        {
            _tenses[i] = Reading.Tense.Past;
            return true;
        }
        var noun = verb.Lemma == "meet" && (Word(i + 1) is "with" or "w" or "at" or "" || (before.Length > 0 && !Lexicon.Pronouns.Contains(before) && before is not "im"));
        if (noun)
            CoverAdjectives(i, from);
        return noun;
    }

    private int? Noun(int i, int from, int to)
    {
        var word = Word(i);
        var taken = word is "catch" && Word(i + 1) == "up" ? 2 : word is "face" && Word(i + 1) == "to" && Word(i + 2) == "face" ? 3 : word is "face" && !tokens[Math.Min(i + 1, tokens.Count - 1)].IsWord && Word(i + 2) == "to" ? 5 : (word is "in" && Word(i + 1) == "person") || (word is "on" && Word(i + 1) is "site") ? 2 : word is "one" && Word(i + 2) == "one" ? 3 : 1;
        if (taken == 1 && !Lexicon.VisitNouns.Contains(word) && word is not ("visits" or "meetings" or "calls" or "voicemails" or "emails" or "texts"))
            return null;
        if (i + taken > to)
            return null;
        _channels[i] = NounChannel(word, i);
        CoverAdjectives(i, from);
        return Mark(i, i + taken, Reading.Tense.None);
    }

    private Channel? NounChannel(string word, int i)
    {
        var call = Word(i + 1) is "call" or "meeting" or "mtg" or "chat" or "meet" or "catchup" or "catch" or "session" or "with" or "w" or "visit";
        return word switch
        {
            "teams" or "zoom" or "video" or "vid" or "facetime" or "skype" or "videocall" or "vc" => Core.Visits.Channel.Video,
            "whatsapp" or "text" or "txt" or "texts" => call && Word(i + 1) == "call" ? Core.Visits.Channel.Phone : Core.Visits.Channel.Text,
            "message" or "msg" => Core.Visits.Channel.Text,
            "email" or "mail" or "emails" => Core.Visits.Channel.Email,
            "call" or "calls" or "ring" or "bell" or "tinkle" or "buzz" or "voicemail" or "voicemails" or "vm" or "voicemessage" or "t/c" or "tc" or "tel" or "telephone" or "phone" or "phonecall" => Core.Visits.Channel.Phone,
            "visit" or "visits" or "f2f" or "dropin" or "tour" => Core.Visits.Channel.InPerson,
            "in" or "face" or "on" or "onsite" => Core.Visits.Channel.InPerson,
            _ => null,
        };
    }

    /// <summary>"a nice long chat", "really useful meeting": up to four words between an opening and the noun.</summary>
    private void CoverAdjectives(int noun, int from)
    {
        var first = noun;
        while (first > from && noun - first < 4 && Free(first - 1) && !Lexicon.Determiners.Contains(Word(first - 1)) && !Lexicon.Weak.Contains(Word(first - 1)) && !Lexicon.Prepositions.Contains(Word(first - 1)) && !Lexicon.Pronouns.Contains(Word(first - 1)))
            first--;
        var opened = (first == from && !_later) || Lexicon.Determiners.Contains(Word(first - 1)) || Lexicon.Weak.Contains(Word(first - 1)) || tokens[first - 1].Part is Part.Visit or Part.Employer or Part.Date or Part.Filler;
        for (var i = first; opened && i < noun; i++)
            tokens[i].Part = Part.Visit;
    }

    /// <summary>"Good to meet Jo", "great to finally see the place": what stands before the verb only says that it was welcome.</summary>
    private void CoverLead(int from, int verb)
    {
        for (var i = from; i < verb; i++)
        {
            if (Free(i))
                tokens[i].Part = Part.Visit;
        }
    }

    private int? DayPart(int i)
    {
        var end = DateGrammar.IsPartOfDay(Word(i)) ? i + 1 : Word(i) == "first" && Word(i + 1) == "thing" ? i + 2 : 0;
        for (var j = i; j < end; j++)
            tokens[j].Part = Part.Date;
        return end == 0 ? null : end;
    }

    /// <summary>"had a", "left a", "gave … a", "tried to": light words in a clause that has a visit word.</summary>
    private void CoverWeak(int from, int to)
    {
        var first = tokens.FindIndex(from, to - from, token => token.Part == Part.Visit);
        var last = tokens.FindLastIndex(Math.Max(from, to - 1), Math.Max(0, to - from), token => token.Part == Part.Visit);
        if (first < 0)
            return;
        for (var i = from; i < last; i++)
        {
            if (!Free(i) || !Lexicon.Weak.Contains(Word(i)) || !ReachesVisit(i + 1, last))
                continue;
            tokens[i].Part = Part.Visit;
            _tenses[i] = Word(i) is "had" or "went" or "gave" or "left" or "sent" or "made" or "paid" or "did" or "been" or "tried" or "managed" or "took" ? Reading.Tense.Past : _tenses[i];
        }
    }

    private bool ReachesVisit(int i, int last)
    {
        while (i < last && tokens[i].Part != Part.Visit)
        {
            if (Free(i) && !Lexicon.IsJoining(Word(i)) && Word(i) is not ("him" or "her" or "them" or "another" or "you"))
                return false;
            i++;
        }
        return i <= last;
    }

    private bool LeadsToRecognised(int i, int to, bool anyway = false)
    {
        while (i < to && (Lexicon.IsJoining(Word(i)) || Lexicon.Particles.Contains(Word(i)) || tokens[i] is { IsWord: false, Break: Break.None }))
            i++;
        return i >= to || tokens[i].Break != Break.None || tokens[i].Part != Part.None || anyway || (i < to && Verbs.Contact(Word(i)) is not null);
    }

    private bool IsEmployer(int i) => i < tokens.Count && tokens[i].Part == Part.Employer;

    private bool IsContact(int i) => i < tokens.Count && tokens[i].Part == Part.Contact;

    private int Particles(int i, int to)
    {
        while (i < to && Free(i) && (Lexicon.Particles.Contains(Word(i)) || Word(i) is "hold" or "of" or "touch" or "and" or "the" or "a" or "diary"))
            i++;
        return i;
    }

    private int Mark(int first, int end, Tense tense)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Part == Part.None)
                tokens[i].Part = Part.Visit;
        }
        if (_tenses[first] == Reading.Tense.None)
            _tenses[first] = tense;
        return end;
    }

    private bool Free(int i) => i >= 0 && i < tokens.Count && tokens[i] is { IsWord: true, Part: Part.None };

    private string Word(int i) => i >= 0 && i < tokens.Count && tokens[i].IsWord && tokens[i].Part is not (Part.Employer or Part.Contact or Part.Client) ? tokens[i].Word : "";
}
