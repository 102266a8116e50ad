namespace EmployerCrm.Bot.Reading;

/// <summary>Contacts told in several words, none of which is a verb of contact: "left a card at", "introduced myself at", "put JS12 forward at".</summary>
internal sealed class VisitPhrases(VisitMarks words)
{
    /// <summary>Where a phrase that starts here ends, its words marked; null where none starts.</summary>
    public int? At(int i, int to)
    {
        if (words.Later || (LeftSomething(i) ?? Introduced(i) ?? PutForward(i) ?? TookAlong(i) ?? CameAlong(i) ?? FollowedUp(i) ?? Reviewed(i) ?? ColdCall(i) ?? Tried(i) ?? Back(i)) is not { } end || end > to)
            return null;
        return words.Mark(i, end, words.Word(i) is "review" or "reviews" or "cold" or "back" ? Tense.None : Tense.Past);
    }

    /// <summary>"left a card at X", "dropped some leaflets in at X".</summary>
    private int? LeftSomething(int i)
    {
        if (words.Word(i) is not ("left" or "dropped" or "handed" or "posted"))
            return null;
        var at = i + 1;
        while (words.Word(at) is "a" or "my" or "our" or "some" or "the" or "in" or "off" or "business" or "contact" or "few" or "couple" or "of" or "thank" or "you" or "thankyou" or "little")
            at++;
        if (words.Word(at) is not ("card" or "cards" or "leaflet" or "leaflets" or "flyer" or "flyers" or "flier" or "fliers" or "details" or "poster" or "posters"))
            return null;
        at++;
        while (words.Word(at) is "in" or "off")
            at++;
        return words.Word(at) is "at" or "with" or "to" or "in" && LeadsToPlace(at) ? at : null;
    }

    private int? Introduced(int i)
    {
        if (words.Word(i) is not ("introduced" or "introducing") || words.Word(i + 1) is not ("myself" or "ourselves" or "us" or "me"))
            return null;
        return words.Word(i + 2) is "at" or "to" or "in" or "with" ? i + 2 : null;
    }

    private int? PutForward(int i)
    {
        if (words.Word(i) is not "put")
            return null;
        var at = AfterClients(i + 1);
        return at > i + 1 && words.Word(at) is "forward" or "up" ? at + 1 : null;
    }

    private int? TookAlong(int i)
    {
        if (words.Word(i) is not ("took" or "brought"))
            return null;
        var at = AfterClients(i + 1);
        var along = words.Word(at) is "along" or "round" or "over" or "down" or "up" ? at + 1 : at;
        return at > i + 1 && words.Word(along) is "to" or "into" or "round" && LeadsToPlace(along) ? along : null;
    }

    /// <summary>"JS12 came with me to X", "JS12 came along".</summary>
    private int? CameAlong(int i)
    {
        if (words.Word(i) is not ("came" or "joined" or "went"))
            return null;
        var at = words.Word(i + 1) is "along" ? i + 2 : i + 1;
        if (words.Word(at) is "with" && words.Word(at + 1) is "me" or "us")
            return at + 2;
        return words.Word(i) is "joined" && words.Word(at) is "me" or "us" ? at + 1 : null;
    }

    private int? FollowedUp(int i)
    {
        if (words.Word(i) is not ("followed" or "following"))
            return null;
        var at = words.Word(i + 1) is "up" ? i + 2 : i + 1;
        return at > i + 1 && words.Word(at) is "with" or "at" or "in" ? at : null;
    }

    private int? Reviewed(int i)
    {
        if (words.Word(i) is not ("review" or "reviews"))
            return null;
        var at = words.Word(i + 1) is "meeting" or "mtg" or "visit" ? i + 2 : i + 1;
        return words.Word(at) is "with" or "w" or "at" ? at : null;
    }

    private int? ColdCall(int i) => words.Word(i) is "cold" && words.Word(i + 1) is "called" or "call" or "calling" or "visit" or "visited" ? i + 1 : null;

    /// <summary>"tried X again": the employer itself, not something there.</summary>
    private int? Tried(int i) => words.Word(i) is "tried" or "trying" && (words.IsEmployer(i + 1) || words.IsContact(i + 1) || (words.Word(i + 1) is "the" && words.IsEmployer(i + 2))) ? i + 1 : null;

    /// <summary>"back at X", "back to X on Tuesday": its date tells whether it is over.</summary>
    private int? Back(int i) => words.Word(i) is "back" && words.Word(i + 1) is "at" or "to" or "in" && (i == 0 || words.Tokens[i - 1].Break != Break.None || Lexicon.Fillers.Contains(words.Word(i - 1))) && LeadsToPlace(i + 1) ? i + 1 : null;

    /// <summary>Behind references that are joined by "and"; the same place where none stands.</summary>
    private int AfterClients(int i)
    {
        var at = i;
        while (at < words.Tokens.Count && (words.Tokens[at].Part == Part.Client || (at > i && words.Word(at) is "and")))
            at++;
        return at;
    }

    private bool LeadsToPlace(int i)
    {
        var at = i + 1;
        while (words.Word(at) is "the" or "a" or "at" or "with" or "to")
            at++;
        return words.IsEmployer(at) || words.IsContact(at);
    }
}
