using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading.Said;

/// <summary>What a line states of a contact beyond the shared reading: its purpose, who was reached, whether the client was there. Nothing is inferred here.</summary>
internal static class SaidReader
{
    private const string NoClient = "general visit|general call|not client specific|not about anyone|no one in particular|nobody in particular";

    private const string NotPreferred = "not (?:what|the job|their|his|her|C)[a-z ]{0,20}(?:preference|preferences|wants|wanted|after|looking for)|doesnt (?:match|fit)[a-z ]{0,20}preferences?";

    private const string Preferred = "(?:match|matches|matching|fits|fit|in line with|based on)(?: with)? (?:his|her|their|the|client|C)?(?: s)? ?(?:job )?preferences?|(?:exactly|just) what (?:C|he|she|they) wants?|dream job|preferred job";

    /// <summary>What a line must fit to tell any of it; one look that most lines are done with.</summary>
    private static readonly string Any = $"{PurposeWords.Any}|{ReachedWords.Any}|{NoClient}|{NotPreferred}|{Preferred}";

    /// <summary>Reads the tokens outside the next step; their parts must be marked.</summary>
    public static StatedFacts Read(Line line, NextStepSpan? next)
    {
        var words = new SaidWords(line, next);
        if (!words.Has(Any) && !PresenceWords.MayTell(words))
            return new StatedFacts();
        return new StatedFacts
        {
            Purpose = PurposeWords.Read(words),
            Reached = ReachedWords.Read(words),
            ClientPresent = PresenceWords.Read(words),
            ClientSpecific = words.Has(NoClient) ? false : null,
            MatchesPreferences = Preferences(words),
        };
    }

    private static bool? Preferences(SaidWords words)
    {
        if (words.Has(NotPreferred))
            return false;
        return words.Has(Preferred) ? true : null;
    }
}
