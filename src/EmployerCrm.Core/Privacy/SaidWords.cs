namespace EmployerCrm.Core.Privacy;

/// <summary>Words about health, medicines and crime that are said of a person, and not of a job, a place or people in general.</summary>
internal static class SaidWords
{
    private const int GroupReach = 5;
    private const int TreatmentReach = 4;
    private const int AilmentReach = 3;
    private const int JobReach = 5;

    public static IEnumerable<(GuardKind Kind, int First, int Last)> Find(GuardReading reading)
    {
        var allowed = reading.Matches.Where(match => match.Sense == WordSense.AllowedPhrases).ToList();
        foreach (var match in reading.Matches)
        {
            if (match.Sense.Said() is not { } said || IsAllowed(match, allowed) || IsOfWork(reading, match) || IsOfPeopleInGeneral(reading, match) || IsWhereAJobIs(reading, match) || IsOfThePlace(reading, match))
                continue;
            if (said.Reach == Reach.OnePerson && !Whose.OnePersons(reading, match))
                continue;
            if (said.Reach == Reach.Client && !Whose.Clients(reading, match))
                continue;
            yield return (said.Kind, match.First, match.Last);
        }

        foreach (var match in Ailments(reading).Where(match => !IsAllowed(match, allowed) && !IsOfWork(reading, match) && !IsOfPeopleInGeneral(reading, match) && Whose.OnePersons(reading, match)))
            yield return (GuardKind.Health, match.First, match.Last);
    }

    /// <summary>A part of the body close to what is wrong with it: "eyesight is poor", "broke her ankle".</summary>
    private static IEnumerable<PhraseMatch> Ailments(GuardReading reading)
    {
        foreach (var body in reading.Matches.Where(match => match.Sense == WordSense.HealthBody))
        {
            for (var i = Math.Max(0, body.First - AilmentReach); i <= body.Last + AilmentReach && i < reading.Tokens.Count; i++)
            {
                if ((i < body.First || i > body.Last) && reading.Is(i, WordSense.HealthTrouble) && InSameClause(reading, body, i))
                    yield return new PhraseMatch(WordSense.HealthBody, Math.Min(i, body.First), Math.Max(i, body.Last) - Math.Min(i, body.First) + 1);
            }
        }
    }

    /// <summary>Words of the employer's own name: "ask at the magistrates court" where that is the employer. One word alone may still be somebody's.</summary>
    private static bool IsOfThePlace(GuardReading reading, PhraseMatch match) =>
        match.Count > 1 && Enumerable.Range(match.First, match.Count).All(i => reading.Places.Contains(reading.Bare(i)));

    private static bool IsAllowed(PhraseMatch match, List<PhraseMatch> allowed) =>
        allowed.Exists(phrase => phrase.Count >= match.Count && phrase.Overlaps(match));

    /// <summary>"Dementia unit", "autism training": what an employer is or does, unless somebody is treated there.</summary>
    private static bool IsOfWork(GuardReading reading, PhraseMatch match)
    {
        var next = match.Last + 1;
        if (next >= reading.Tokens.Count || reading.Tokens[next].Clause != reading.Tokens[match.Last].Clause || !reading.Is(next, WordSense.ContextWork))
            return false;
        for (var i = match.First - 1; i >= 0 && i >= match.First - TreatmentReach && reading.Tokens[i].Sentence == reading.Tokens[match.First].Sentence; i--)
        {
            if (reading.Is(i, WordSense.ContextTreatment) || reading.References.Exists(reference => reference.Owns && reference.Last == i))
                return false;
        }

        return true;
    }

    /// <summary>"The hospital job": a place beside words about jobs. Where more is said than the place ("in hospital") it is about somebody.</summary>
    private static bool IsWhereAJobIs(GuardReading reading, PhraseMatch match) =>
        reading.Is(match.Last, WordSense.ContextPlaces) && (match.Count == 1 || reading.Tokens[match.First].Word == "the")
        && Enumerable.Range(match.First - JobReach, match.Count + (2 * JobReach)).Any(i => InSameClause(reading, match, i) && reading.Is(i, WordSense.ContextJobs));

    /// <summary>"People with autism", "disabled shoppers", "candidates with convictions".</summary>
    private static bool IsOfPeopleInGeneral(GuardReading reading, PhraseMatch match)
    {
        if (reading.Is(match.Last, WordSense.ContextGroups) || (InSameClause(reading, match, match.Last + 1) && reading.Is(match.Last + 1, WordSense.ContextGroups)))
            return true;
        for (var i = match.First - 1; i >= match.First - GroupReach && InSameClause(reading, match, i); i--)
        {
            if (reading.Mentions[i] is Mention.Client or Mention.Pronoun or Mention.Relative && !reading.Is(i, WordSense.ContextGroups))
                return false;
            if (reading.Is(i, WordSense.ContextGroups))
                return true;
        }

        return false;
    }

    private static bool InSameClause(GuardReading reading, PhraseMatch match, int i) =>
        i >= 0 && i < reading.Tokens.Count && reading.Tokens[i].Clause == reading.Tokens[match.First].Clause;
}
