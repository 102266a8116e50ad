namespace EmployerCrm.Bot.Reading;

/// <summary>
/// A person's name where a client reference belongs, in letters of any size: "with client sarah jones", "re client Tom". A name would tell who uses a health service,
/// so it is neither a contact nor notes.
/// </summary>
internal static class NamedClients
{
    /// <summary>The tokens from the word "client" to the end of the name, and where the name begins; null where none is named.</summary>
    public static (int First, int Name, int End)? In(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i] is not { IsWord: true, Part: Part.None, Word: "client" or "clients" or "candidate" or "customer" })
                continue;
            var name = i + 1;
            while (name < tokens.Count && tokens[name].Word is "," or ":" or "called" or "named" or "mr" or "mrs" or "ms" or "miss")
                name++;
            if (name >= tokens.Count || !IsName(tokens[name], first: true))
                continue;
            var end = name + 1;
            if (end < tokens.Count && IsName(tokens[end], first: false) && (tokens[end].IsCapital || Ends(tokens, end + 1)))
                end++;
            var first = i;
            while (first > 0 && tokens[first - 1] is { IsWord: true, Part: Part.None, Word: "my" or "our" or "a" or "the" or "new" })
                first--;
            return (first, name, end);
        }
        return null;
    }

    private static bool IsName(Token token, bool first)
    {
        if (token is not { IsWord: true, Part: Part.None, Stem.Length: > 1 } || token.IsNumber || Lexicon.IsKnown(token.Word) || Lexicon.Roles.Contains(token.Word))
            return false;
        return !first || FirstNames.Contains(token.Stem) || (token.IsCapital && token.Raw.Any(char.IsLower));
    }

    private static bool Ends(IReadOnlyList<Token> tokens, int i) =>
        i >= tokens.Count || !tokens[i].IsWord || tokens[i].Part != Part.None || Lexicon.IsKnown(tokens[i].Word);
}
