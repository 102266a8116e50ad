namespace EmployerCrm.Bot.Reading;

/// <summary>What stands beside some tokens: whether the sentence has a place there.</summary>
internal sealed class Surroundings(List<Token> tokens)
{
    /// <summary>A place or somebody contacted may stand here: behind a verb of contact, a preposition, a role or name, or at the start of a line or clause.</summary>
    public bool IsPlace(int first, int end)
    {
        var before = Before(first);
        if (before < 0)
            return IsFollowedByEdge(end);
        if (tokens[before].Break != Break.None)
            return IsFollowedByEdge(end);
        var word = tokens[before].Word;
        if ((CalendarWords.Day(word) is not null || CalendarWords.FromToday(word) is not null) && (before == 0 || tokens[before - 1].Break != Break.None))
            return IsFollowedByEdge(end);
        return IsPreposition(word) || Verbs.Contact(word) is not null || Lexicon.VisitNouns.Contains(word) || IsRearranging(word) || word is "employer" or "adjustments" or "show" or "for" or "up" or "me" or "find" or "open" or "info" or "history" or "got" or "near"
            || (word == "knows" && before > 0 && tokens[before - 1].Word == "who");
    }

    /// <summary>Only a place, not a person, fits here: at X, into X, visited X.</summary>
    public bool IsCertainPlace(int first)
    {
        var before = Before(first);
        if (before < 0 || tokens[before].Break != Break.None)
            return false;
        var word = tokens[before].Word;
        if (word is "at" or "into" or "in" or "round" or "by" or "from" or "onto" or "employer")
            return true;
        if (word == "to")
            return before > 0 && (Verbs.Contact(tokens[before - 1].Word) is { Verb.Lemma: not ("speak" or "talk" or "chat" or "get") } || tokens[before - 1].Word is "in" or "off" or "back" or "trip" or "visit" or "over" or "up" or "down" or "round" or "out" or "going");
        return Verbs.Contact(word) is { Verb: { Use: VerbUse.Direct, Channel: null } };
    }

    /// <summary>Behind a verb that takes only a place; a word that the grammar uses itself may be a name here, unless it counts or dates.</summary>
    public bool IsVisited(int first)
    {
        var before = Before(first);
        return before >= 0 && !tokens[first].IsNumber && !CalendarWords.IsExact(tokens[first].Word) && !Lexicon.TimeWords.Contains(tokens[first].Word) && Core.Employers.NumberWords.Cardinal(tokens[first].Word) is null
            && (tokens[before].Word is "into" || Verbs.Contact(tokens[before].Word) is { Verb: { Use: VerbUse.Direct, Channel: null } });
    }

    /// <summary>The tokens are a clause of their own, or open the line before a verb, a date, a person or a mark.</summary>
    public bool IsOwnClause(int first, int end) => IsClauseStart(first) && IsFollowedByEdge(end);

    public bool IsClauseStart(int first)
    {
        var before = Before(first);
        return before < 0 || tokens[before].Break != Break.None || Lexicon.Fillers.Contains(tokens[before].Word);
    }

    /// <summary>"next step" at the start of a clause opens the next step, whatever employer is called like that.</summary>
    public bool OpensNextStep(int first, int end) =>
        IsClauseStart(first) && first > 0 && tokens[first].Word is "next" or "action" or "actions" or "to" or "follow" && end - first <= 2;

    /// <summary>A mention in a place, or at the start, weighs more than one in passing.</summary>
    public int Weight(int first, int end) => (IsCertainPlace(first) ? 6 : IsPlace(first, end) ? 4 : 0) + (IsClauseStart(first) ? 3 : 0) + (IsObjectOfOpening(first) ? 5 : 0);

    /// <summary>"rang X no answer, Y was shut": the verb that opens the line leads to it.</summary>
    private bool IsObjectOfOpening(int first)
    {
        var verb = Before(first);
        while (verb > 0 && (Lexicon.Particles.Contains(tokens[verb].Word) || Lexicon.IsJoining(tokens[verb].Word)))
            verb--;
        if (verb < 0 || Verbs.Contact(tokens[verb].Word) is not { Form: VerbForm.Past })
            return false;
        for (var i = 0; i < verb; i++)
        {
            if (tokens[i].IsWord && !Lexicon.Fillers.Contains(tokens[i].Word) && !Lexicon.IsJoining(tokens[i].Word))
                return false;
        }
        return true;
    }

    private bool IsFollowedByEdge(int end)
    {
        if (end >= tokens.Count || tokens[end].Break != Break.None || !tokens[end].IsWord)
            return true;
        var word = tokens[end].Word;
        return Lexicon.IsKnown(word) || IsOutcome(word) || Verbs.Contact(word) is not null || CalendarWords.Day(word) is not null || CalendarWords.FromToday(word) is not null || char.IsAsciiDigit(word[0]);
    }

    /// <summary>What became of a visit, or what is wanted, stands behind the name: "two rivers cancelled", "two rivers want a cook".</summary>
    private static bool IsOutcome(string word) => word is "moved" or "went" or "pushed" or "cancelled" or "canceled" or "happened" or "postponed" or "rearranged" or "rescheduled" or "rebooked" or "fell" or "delayed" or "changed" or "put" or "stood" or "never" or "hasnt" or "want" or "wants" or "need" or "needs";

    private static bool IsRearranging(string word) => word is "move" or "moved" or "cancel" or "cancelled" or "canceled" or "rearrange" or "rearranged" or "reschedule" or "rescheduled" or "postpone" or "postponed" or "rebook" or "rebooked" or "scrap" or "scrapped" or "push" or "pushed" or "shift" or "shifted" or "put";

    private int Before(int first)
    {
        var before = first - 1;
        while (before >= 0 && first - before < 4 && tokens[before] is { Word: "the" or "an" or "a" or "our" or "my" } or { IsWord: false, Break: Break.None })
            before--;
        return before;
    }

    private static bool IsPreposition(string word) => word is "at" or "to" or "in" or "into" or "from" or "for" or "with" or "w" or "of" or "by" or "round" or "re" or "about" or "on" or "via" or "and";
}
