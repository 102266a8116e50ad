namespace EmployerCrm.Bot.Reading;

/// <summary>Who does what the free text behind the visit's own words tells: there the notes begin.</summary>
internal sealed class NoteSubject(List<Token> tokens)
{
    /// <summary>The person behind the visit's own words who does what the free text says: "visited X yesterday [bex wants a cleaner]".</summary>
    public int? Of(int from, int start, int free)
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
            || (tokens[before].Part is Part.Role && !Lexicon.Roles.Contains(tokens[before].Word) && tokens[before].Word is not ("called" or "named")));
        var away = tokens[free].Word is "off" or "out" || (start + 1 == free && tokens[start].Word is "on" or "in" or "and");
        var tells = start == free && (!Lexicon.IsJoining(tokens[free].Word) || tokens[free].Word is "was" or "is" or "were") && !Lexicon.Prepositions.Contains(tokens[free].Word);
        if (!follows || !(away || tells) || (isClient && tokens[before].Part is not (Part.Contact or Part.Date)))
            return null;
        while (subject + 1 < start && tokens[subject].Word == tokens[subject + 1].Word)
            subject++;
        return subject;
    }

    /// <summary>"visited X today, [hamish] gave a tour": the tour is what he did, not what the line is about.</summary>
    public bool IsGivenBySomebody(int from, int i) => i - 2 > from && tokens[i] is { Part: Part.Visit, Word: "gave" or "took" or "had" or "made" or "sent" or "left" } && tokens[i - 1].Part == Part.Contact
        && tokens[i - 2].Part is Part.Employer or Part.Date or Part.Time or Part.Town;

    /// <summary>"spoke to craig [tr nineteen] is doing well": a client that no "with" or "about" ties to the visit.</summary>
    public bool IsClientAlone(int i)
    {
        var first = i;
        while (first > 0 && tokens[first].Part == Part.Client)
            first--;
        return first < i && tokens[first].Part == Part.Contact;
    }
}
