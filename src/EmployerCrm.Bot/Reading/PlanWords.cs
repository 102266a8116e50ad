namespace EmployerCrm.Bot.Reading;

/// <summary>Words that put a contact in the future: booked, going to, I'll visit, next visit.</summary>
internal sealed class PlanWords(VisitMarks words)
{
    public int? At(int i, int to)
    {
        var word = words.Word(i);
        if (word is "booked" or "arranged" or "organised" or "organized" or "scheduled" or "pencilled" or "penciled" or "planned" or "planning" or "appointment" or "appt" or "appointments" && !words.Later)
            return words.Mark(i, words.Particles(i + 1, to), Tense.Plan);
        if (word is "going" or "off" or "heading" or "popping" or "nipping" && !words.Later && words.Word(i + 1) is "to" or "in" or "into" or "back" or "out" or "over" or "round" or "down" or "up" or "along" or "and")
            return words.Mark(i, words.Particles(i + 1, to), Tense.Plan);
        if (word is "away" && !words.Later && words.Word(i + 1) is "to" && Verbs.Contact(words.Word(i + 2)) is { Form: VerbForm.Base })
            return words.Mark(i, i + 3, Tense.Plan);
        if (word is "will" or "ill" or "well" or "gonna" or "gunna" or "due" or "need" or "want" or "hoping" or "aim" or "aiming" or "intend" or "meant" && !words.Later)
        {
            var verb = i + 1;
            while (words.Word(verb) is "to" or "be" or "go" or "and" or "also")
                verb++;
            var staying = words.Word(verb - 1) == "be" && words.Word(verb) is "at" or "in" or "with" or "over" or "round";
            if (staying || Verbs.Contact(words.Word(verb)) is { Form: not VerbForm.Past })
                return words.Mark(i, verb, Tense.Plan);
        }
        if (word == "next" && words.Word(i + 1) is "visit" or "meeting" or "call" or "appointment" or "appt" or "meet" or "chat" or "catchup" && !words.Later)
        {
            for (var j = i; j < to; j++)
            {
                if (words.Free(j) && words.Word(j) is "is" or "will" or "be")
                    words.Tokens[j].Part = Part.Visit;
            }
            return words.Mark(i, i + 1, Tense.Plan);
        }
        return null;
    }
}
