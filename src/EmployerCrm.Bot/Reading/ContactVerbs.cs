using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

/// <summary>Verbs of contact where they stand in a clause, with their tense and channel.</summary>
internal sealed class ContactVerbs(VisitMarks words, VisitNouns nouns)
{
    public int? At(int i, int from, int to)
    {
        if (Verbs.Contact(words.Word(i)) is not { } reading || (words.Later && reading.Form != VerbForm.Past))
            return null;
        if (reading.Form == VerbForm.Base && Lexicon.VisitNouns.Contains(words.Word(i)))
            nouns.CoverAdjectives(i, from);
        if (!words.Later && reading.Form == VerbForm.Base && words.Word(i - 1) == "to" && i - from <= 5)
            CoverLead(from, i);
        var next = words.Word(i + 1);
        if (reading is { Verb.Lemma: "see", Form: VerbForm.Base } && next is "how" or "if" or "whether" or "what" or "about" or "where" or "why")
            return null;
        if (words.Word(i) is "called" && ((i > 0 && words.Tokens[i - 1].Part is Part.Role && next is not ("back" or "in" or "me" or "us" or "to" or "and" or "by" or "round")) || words.Word(i - 1) is "is" or "was" or "are" or "person" or "lady" or "guy" or "man" or "woman" or "someone" or "somebody" or "chap" or "lad" or "lass" or "bloke" or "girl" or "place" or "shop"))
            return null;
        var particle = Lexicon.Particles.Contains(next);
        if (reading.Verb.Use == VerbUse.WithParticle && !FitsParticle(reading.Verb.Lemma, next, i))
            return null;
        if (reading.Form == VerbForm.Base && reading.Verb.Use != VerbUse.WithParticle && Lexicon.Determiners.Contains(words.Word(i - 1)) && !Lexicon.VisitNouns.Contains(words.Word(i)))
            return null;
        if (words.Later && !words.LeadsToRecognised(i + 1, to))
            return null;
        var tense = reading.Form switch
        {
            VerbForm.Past => Tense.Past,
            VerbForm.Participle => AsNoun(i, from, reading.Verb) ? Tense.None : Tense.Plan,
            _ => Tense.None,
        };
        words.Channels[i] = ChannelOf(reading, i, next);
        var withParticle = reading.Verb.Use == VerbUse.WithParticle || (particle && next is not ("from" or "for" or "at" or "on"));
        var end = withParticle ? words.Particles(i + 1, to) : i + 1;
        if (words.Word(end) is "me" or "us" && words.Word(end + 1) == "back")
            end += 2;
        return words.Mark(i, end, tense);
    }

    private Channel? ChannelOf(VerbReading reading, int i, string next)
    {
        var verb = reading.Verb;
        if (verb.Lemma == "call" && (next is "in" or "into" or "by" or "round" or "around" or "over" or "on" || (next is "at" or "to" && reading.Form != VerbForm.Base && words.Tokens[Math.Min(i + 2, words.Tokens.Count - 1)].Part != Part.Time)))
            return Channel.InPerson;
        if (verb.Lemma == "get" && next == "through")
            return Channel.Phone;
        if (verb.Channel is not null)
            return verb.Channel;
        return verb.Lemma is "visit" or "tour" or "drop" or "pop" or "nip" or "swing" ? Channel.InPerson : null;
    }

    private bool FitsParticle(string lemma, string next, int i) => lemma switch
    {
        "speak" or "talk" => next is "to" or "with" or "and" || words.IsContact(i + 1),
        "chat" => next is "to" or "with" || words.IsContact(i + 1),
        "catch" => next is "up",
        "sit" => next is "down" or "with" or "in",
        "bump" => next is "into",
        "get" => (next is "hold" && words.Word(i + 2) == "of") || (next is "through" && words.Word(i + 2) == "to") || (next is "in" or "over" or "round" or "back" && words.Word(i + 2) is "to" or "touch" or "from"),
        "be" or "go" when words.Word(i) is "been" or "went" && (words.IsEmployer(i + 1) || next == "the" && words.IsEmployer(i + 2)) => true,
        "be" => !(i > 0 && words.Tokens[i - 1].Part is Part.Contact or Part.Role) && next is "at" or "to" or "in" or "with" or "round" or "over" or "by" or "up" or "down" or "out" or "back" or "into" && words.LeadsToRecognised(i + 1, words.Tokens.Count, anyway: next is "to" or "at" or "into"),
        "go" => next is "to" or "in" or "into" or "round" or "back" or "over" or "out" or "along" or "up" or "down" or "and" or "by" or "for",
        "head" => next is "to" or "over" or "back" or "into" or "in" or "down" or "up" or "out",
        "look" => next is "in" or "round" or "around",
        "walk" => next is "round" or "around" or "in" or "into" or "to",
        "come" => next is "in" or "by" or "round" or "out" or "away" or "from" or "back",
        "finish" => next is "at" or "with" or "up" or "a" or "my",
        "leave" => words.IsEmployer(i + 1) || (next == "the" && words.IsEmployer(i + 2)),
        "drop" => next is "in" or "into" or "by" or "round" or "over" or "to" or "at" or "down" or "past",
        _ => Lexicon.Particles.Contains(next) && next is not ("for" or "from" or "off"),
    };

    /// <summary>"meeting with Jo" and "a good meeting" say nothing about when; "been visiting" is over.</summary>
    private bool AsNoun(int i, int from, ContactVerb verb)
    {
        var before = words.Word(i - 1);
        if (before is "been" or "from" or "after" or "was" or "finished" or "enjoyed" or "tried" or "managed" or "were")
        {
            words.Tenses[i] = Tense.Past;
            return true;
        }
        var noun = verb.Lemma == "meet" && (words.Word(i + 1) is "with" or "w" or "at" or "" || (before.Length > 0 && !Lexicon.Pronouns.Contains(before) && before is not "im"));
        if (noun)
            nouns.CoverAdjectives(i, from);
        return noun;
    }

    /// <summary>"Good to meet Jo", "great to finally see the place": what stands before the verb only says that it was welcome.</summary>
    private void CoverLead(int from, int verb)
    {
        for (var i = from; i < verb; i++)
        {
            if (words.Free(i))
                words.Tokens[i].Part = Part.Visit;
        }
    }
}
