namespace EmployerCrm.Bot.Reading;

/// <summary>Somebody at the employer who is only described: "a lad on the till", "one of the staff", "the girl at reception".</summary>
internal static class UnnamedPerson
{
    /// <summary>Where the description that starts here ends; null where none starts.</summary>
    public static int? At(IReadOnlyList<Token> tokens, int i)
    {
        var at = i;
        if (Word(tokens, at) is "one" && Word(tokens, at + 1) is "of" && Word(tokens, at + 2) is "the" or "their")
            at += 3;
        else if (Word(tokens, at) is "a" or "the" or "some" or "another" or "this")
            at++;
        if (at > i && Word(tokens, at) is "young" or "nice" or "new" or "older")
            at++;
        if (Word(tokens, at) is "member" && Word(tokens, at + 1) is "of" && Word(tokens, at + 2) is "staff" or "team")
            at += 2;
        else if (Word(tokens, at) is not ("lad" or "lads" or "lass" or "girl" or "girls" or "guy" or "guys" or "bloke" or "lady" or "ladies" or "woman" or "man" or "chap" or "someone" or "somebody" or "staff" or "waitress" or "waiter" or "barmaid" or "cashier" or "temp"))
            return null;
        var end = at + 1;
        if (Word(tokens, end) is "on" or "at" or "in" or "behind" or "from")
        {
            var place = Word(tokens, end + 1) is "the" or "their" ? end + 2 : end + 1;
            while (Word(tokens, place) is "front" or "shop" or "till" or "tills" or "counter" or "desk" or "reception" or "office" or "kitchen" or "bar" or "floor" or "door" or "duty" or "checkout" or "checkouts" or "yard" or "warehouse" or "back")
            {
                place++;
                end = place;
            }
        }
        return end > at + 1 || (at > i && Word(tokens, at) is "staff" or "waitress" or "waiter" or "barmaid" or "cashier" or "temp") ? end : null;
    }

    private static string Word(IReadOnlyList<Token> tokens, int i) => i >= 0 && i < tokens.Count && tokens[i] is { IsWord: true, Part: Part.None } ? tokens[i].Word : "";
}
