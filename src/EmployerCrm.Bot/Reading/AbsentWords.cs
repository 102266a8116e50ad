namespace EmployerCrm.Bot.Reading;

/// <summary>Words that say of the person before them that they were not there: "out", "not in", "wasn't there", "on leave".</summary>
internal static class AbsentWords
{
    public static bool At(IReadOnlyList<Token> tokens, int i)
    {
        var at = i;
        while (Word(tokens, at) is "was" or "is" or "were" or "both" or "still" or "unfortunately" or "currently")
            at++;
        var next = Word(tokens, at + 1);
        return Word(tokens, at) switch
        {
            "out" => next is not ("of" or "to" or "with"),
            "away" or "off" => next is not ("to" or "with"),
            "not" or "wasnt" or "isnt" or "werent" => next is "in" or "there" or "about" or "around" or "available" or "free",
            "on" => next is "leave" or "holiday" or "annual" or "lunch",
            "in" => next is "a" && Word(tokens, at + 2) is "meeting",
            _ => false,
        };
    }

    private static string Word(IReadOnlyList<Token> tokens, int i) => i < tokens.Count && tokens[i].IsWord ? tokens[i].Word : "";
}
