namespace EmployerCrm.Core.Privacy;

/// <summary>Names that stand for a client reference: beside it, in brackets after it, or after words such as "called" and "real name".</summary>
internal static class ClientNames
{
    public static IEnumerable<(GuardKind Kind, int First, int Last)> Find(GuardReading reading)
    {
        foreach (var reference in reading.References)
        {
            if (After(reading, reference.Last, reference.Owns) is { } after)
                yield return (GuardKind.Name, after.First, after.Last);
            if (Before(reading, reference) is { } before)
                yield return (GuardKind.Name, before.First, before.Last);
        }

        foreach (var match in reading.Matches.Where(match => match.Sense == WordSense.ContextClient && (reading.Tokens[match.Last].Owns || !reading.Tokens[match.Last].Word.EndsWith('s'))))
        {
            if (!reading.References.Exists(reference => reference.First == match.Last + 1) && After(reading, match.Last, reading.Tokens[match.Last].Owns) is { } name)
                yield return (GuardKind.Name, name.First, name.Last);
        }

        foreach (var hit in NamedFurtherOn(reading))
            yield return hit;
    }

    /// <summary>"Her name is Fatima", "prefers to be called Robbie", of the client.</summary>
    private static IEnumerable<(GuardKind Kind, int First, int Last)> NamedFurtherOn(GuardReading reading)
    {
        if (reading.Around.Client is null && reading.References.Count == 0)
            yield break;
        foreach (var match in reading.Matches.Where(match => match.Sense == WordSense.ContextNaming && IsStrong(reading, match) && reading.IsName(match.Last + 1)))
        {
            var phoned = match.Count == 1 && reading.Tokens[match.First].Word == "called" && !IsPassive(reading, match.First);
            if (!phoned && IsFollowedPlainly(reading, match.Last) && Whose.Clients(reading, match))
                yield return (GuardKind.Name, match.Last + 1, WithSurname(reading, match.Last + 1).Last);
        }
    }

    /// <summary>"Is called", "is really called"; without the verb somebody phoned.</summary>
    private static bool IsPassive(GuardReading reading, int called) =>
        Enumerable.Range(called - 2, 2).Any(i => i >= 0 && reading.Tokens[i].Word is "is" or "be" or "was" or "hes" or "shes" or "get" or "gets" or "being");

    private static (int First, int Last)? After(GuardReading reading, int last, bool owns)
    {
        var (at, naming, strong) = SkipNaming(reading, last + 1);
        if (at >= reading.Tokens.Count || reading.Tokens[at].Sentence != reading.Tokens[last].Sentence)
            return null;
        if (reading.Is(at, WordSense.ContextRelatives) && (owns || at == last + 1) && reading.IsName(at + 1) && Gap(reading, at) is "")
            return WithSurname(reading, at + 1);
        if (owns && !naming)
            return null;
        if (!IsNamed(reading, at, strong))
            return null;
        var name = WithSurname(reading, at);
        return naming || StandsFor(reading, Gap(reading, last), name.Last) ? name : null;
    }

    private static (int First, int Last)? Before(GuardReading reading, ClientReference reference)
    {
        var (last, naming, strong) = SkipNamingBack(reading, reference.First - 1);
        if (last < 0 || reading.Tokens[last].Sentence != reading.Tokens[reference.First].Sentence)
            return null;
        var first = IsNamed(reading, last, strong) ? last : -1;
        if (last > 0 && IsFollowedPlainly(reading, last - 1) && reading.Tokens[last].Capital && !reading.IsKnown(reading.Bare(last)) && (reading.IsName(last - 1) || IsTitle(reading, last - 1)))
            first = last - 1;
        if (first < 0 || reading.Tokens[last].Owns)
            return null;
        if (naming)
            return (first, last);
        var gap = Gap(reading, last);
        var fits = gap switch
        {
            "" => !reference.Owns && !IsToldTo(reading, first),
            "(" or "[" => !reference.Owns,
            "/" or "=" => true,
            "," or "-" or "–" or ":" => EndsClause(reading, reference.Last) && !IsToldTo(reading, first),
            _ => false,
        };
        return fits ? (first, last) : null;
    }

    /// <summary>A given name, a title with what follows, or after "called" and the like any word with a capital.</summary>
    private static bool IsNamed(GuardReading reading, int i, bool strong) =>
        reading.IsName(i) || (strong && reading.Tokens[i].Capital && !reading.IsShouted && !reading.IsKnown(reading.Bare(i))) || (IsTitle(reading, i) && i + 1 < reading.Tokens.Count && !reading.IsKnown(reading.Tokens[i + 1].Word));

    private static bool IsTitle(GuardReading reading, int i) => reading.Words.Titles.Contains(reading.Tokens[i].Word);

    private static (int First, int Last) WithSurname(GuardReading reading, int first)
    {
        var last = first;
        if (IsTitle(reading, first) && first + 1 < reading.Tokens.Count)
            last++;
        while (last + 1 < reading.Tokens.Count && last < first + 2 && reading.Tokens[last + 1].Capital && !reading.IsShouted && IsFollowedPlainly(reading, last)
            && !reading.IsKnown(reading.Tokens[last + 1].Word) && !reading.Words.Months.Contains(reading.Tokens[last + 1].Word) && !reading.References.Exists(reference => reference.First == last + 1))
            last++;
        return (first, last);
    }

    /// <summary>After a comma or a dash a name stands for the reference when nothing is said of it ("JS12, Darren, is keen"); else it is who speaks.</summary>
    private static bool StandsFor(GuardReading reading, string gap, int last) => gap switch
    {
        "" or "/" or "=" => true,
        "(" or "[" => !reading.Tokens[last].Owns && EndsClause(reading, last),
        "," or "-" or "–" or ":" => !reading.Tokens[last].Owns && EndsClause(reading, last),
        _ => false,
    };

    private static bool EndsClause(GuardReading reading, int i) =>
        i + 1 >= reading.Tokens.Count || reading.Tokens[i + 1].Clause != reading.Tokens[i].Clause;

    /// <summary>"Told Karen JS12 is ready": Karen is who was told.</summary>
    private static bool IsToldTo(GuardReading reading, int first)
    {
        if (reading.Is(first - 1, WordSense.ContextMeeting) || reading.Is(first - 1, WordSense.ContextStaff))
            return true;
        return first > 1 && reading.Tokens[first - 1].Word is "to" or "with" or "wrth" && reading.Is(first - 2, WordSense.ContextMeeting);
    }

    private static (int At, bool Naming, bool Strong) SkipNaming(GuardReading reading, int at)
    {
        var (naming, strong) = (false, false);
        for (var rounds = 0; rounds < 3 && at < reading.Tokens.Count && reading.Naming(at, backwards: false) is { } match; rounds++)
        {
            (naming, strong) = (true, strong || IsStrong(reading, match));
            at = match.Last + 1;
        }

        return (at, naming, strong);
    }

    private static (int Last, bool Naming, bool Strong) SkipNamingBack(GuardReading reading, int last)
    {
        var (naming, strong) = (false, false);
        for (var rounds = 0; rounds < 2 && last >= 0 && reading.Naming(last, backwards: true) is { } match; rounds++)
        {
            (naming, strong) = (true, strong || IsStrong(reading, match));
            last = match.First - 1;
        }

        return (last, naming, strong);
    }

    /// <summary>"Is" and "i.e." alone name nobody: "JS12 is Friday's first candidate".</summary>
    private static bool IsStrong(GuardReading reading, PhraseMatch match) =>
        match.Count > 1 || reading.Tokens[match.First].Word.Length > 2;

    private static bool IsFollowedPlainly(GuardReading reading, int i) => Gap(reading, i) is "" or "." && !EndsClause(reading, i);

    /// <summary>What stands between a word and the next: "" for a space, else the marks without spaces.</summary>
    private static string Gap(GuardReading reading, int i)
    {
        if (i + 1 >= reading.Tokens.Count)
            return "end";
        var between = reading.Text.AsSpan(reading.Tokens[i].End, reading.Tokens[i + 1].Start - reading.Tokens[i].End).Trim();
        return between.Length <= 2 ? between.ToString().Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal) : between.Contains(',') ? "," : "other";
    }
}
