namespace EmployerCrm.Core.Privacy;

/// <summary>Of whom something is said: by who was named last before it.</summary>
internal static class Whose
{
    public static bool OnePersons(GuardReading reading, PhraseMatch match)
    {
        if (NearestBefore(reading, match.First) is { } at)
            return reading.Mentions[at] is not Mention.Employer || ClientIsBefore(reading, at);
        return IsNamedAfter(reading, match) || IsGoneOnAbout(reading, match);
    }

    public static bool Clients(GuardReading reading, PhraseMatch match)
    {
        if (NearestBefore(reading, match.First) is not { } at)
            return IsNamedAfter(reading, match) || IsGoneOnAbout(reading, match);
        return reading.Mentions[at] switch
        {
            Mention.Client or Mention.Relative => true,
            Mention.Pronoun => MeansClient(reading, at),
            Mention.Employer => ClientIsBefore(reading, at),
            _ => false,
        };
    }

    /// <summary>He and she are the client unless somebody at the employer was named since; with nobody named, unless the record tells of such a person.</summary>
    private static bool MeansClient(GuardReading reading, int pronoun)
    {
        for (var i = pronoun - 1; i >= 0; i--)
        {
            if (reading.Mentions[i] is Mention.Client or Mention.Relative)
                return true;
            if (reading.Mentions[i] is Mention.Staff)
                return false;
        }

        return reading.Around.Client is not null || reading.References.Count > 0 || reading.Around.People.Count == 0;
    }

    private static int? NearestBefore(GuardReading reading, int first)
    {
        for (var i = first - 1; i >= 0 && reading.Tokens[i].Sentence == reading.Tokens[first].Sentence; i--)
        {
            if (reading.Mentions[i] != Mention.None)
                return i;
        }

        return null;
    }

    /// <summary>"They" may be the client who was named before.</summary>
    private static bool ClientIsBefore(GuardReading reading, int employer)
    {
        if (!reading.Tokens[employer].Word.StartsWith("they", StringComparison.Ordinal))
            return false;
        return NearestBefore(reading, employer) is { } at && reading.Mentions[at] == Mention.Client;
    }

    private static bool IsNamedAfter(GuardReading reading, PhraseMatch match)
    {
        for (var i = match.Last + 1; i < reading.Tokens.Count && reading.Tokens[i].Sentence == reading.Tokens[match.Last].Sentence; i++)
        {
            if (reading.Mentions[i] is Mention.Client)
                return true;
            if (reading.Mentions[i] is Mention.Pronoun && reading.Tokens[i].Clause == reading.Tokens[match.Last].Clause && MeansClient(reading, i))
                return true;
            if (reading.Mentions[i] is Mention.Staff)
                return false;
        }

        return false;
    }

    /// <summary>Nobody is named in the sentence: it goes on about the one before, or is about the client of the record; not where it tells of jobs.</summary>
    private static bool IsGoneOnAbout(GuardReading reading, PhraseMatch match)
    {
        var sentence = reading.Tokens[match.First].Sentence;
        var begin = match.First;
        while (begin > 0 && reading.Tokens[begin - 1].Sentence == sentence)
            begin--;
        for (var i = begin; i < reading.Tokens.Count && reading.Tokens[i].Sentence == sentence; i++)
        {
            if (reading.Is(i, WordSense.ContextJobs) || reading.Mentions[i] is Mention.Staff or Mention.Employer)
                return false;
        }

        for (var i = match.First - 1; i >= 0; i--)
        {
            if (reading.Mentions[i] is Mention.Client)
                return true;
            if (reading.Mentions[i] is Mention.Pronoun)
                return MeansClient(reading, i);
            if (reading.Mentions[i] is Mention.Staff or Mention.Employer)
                return false;
        }

        return reading.Around.Client is not null;
    }
}
