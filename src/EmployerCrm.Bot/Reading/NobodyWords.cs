namespace EmployerCrm.Bot.Reading;

/// <summary>Set words for nobody having been reached: "no answer", "nobody about".</summary>
internal static class NobodyWords
{
    /// <summary>Where such words that start here end; null where none do.</summary>
    public static int? At(IReadOnlyList<Token> tokens, int i) => (Word(tokens, i), Word(tokens, i + 1)) switch
    {
        ("no", "answer" or "reply" or "response") => i + 2,
        ("nobody" or "noone", "about" or "in" or "there" or "around" or "home" or "available" or "free") => i + 2,
        ("nobody", "answered") => i + 2,
        ("no", "one") when Word(tokens, i + 2) is "about" or "in" or "there" or "around" or "home" or "available" or "free" or "answered" => i + 3,
        _ => null,
    };

    /// <summary>"no answer at X": where the words end that open the clause and lead to its employer; null elsewhere.</summary>
    public static int? LeadingTo(IReadOnlyList<Token> tokens, int from, int to)
    {
        if (At(tokens, from) is not { } end || end >= to || Word(tokens, end) is not ("at" or "from"))
            return null;
        for (var i = end + 1; i < to; i++)
        {
            if (tokens[i] is { IsWord: true, Part: Part.None } && !Lexicon.IsJoining(tokens[i].Word) && !Lexicon.Fillers.Contains(tokens[i].Word))
                return null;
        }
        return tokens.Skip(end).Take(to - end).Any(token => token.Part == Part.Employer) ? end : null;
    }

    private static string Word(IReadOnlyList<Token> tokens, int i) => i >= 0 && i < tokens.Count && tokens[i] is { IsWord: true, Part: not Part.Employer } ? tokens[i].Word : "";
}
