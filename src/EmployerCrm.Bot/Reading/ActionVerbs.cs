namespace EmployerCrm.Bot.Reading;

/// <summary>Verbs in the bare form that open a task: "send CV Friday", "take JS12 to meet him".</summary>
internal static class ActionVerbs
{
    private static readonly HashSet<string> Bare = new((
        "send resend forward post drop deliver take bring give get fetch collect print copy write draft fill complete finish ring phone call text email mail message msg whatsapp contact reply respond " +
        "ask tell remind chase check confirm clarify find look research book arrange organise organize schedule plan set sort fix prepare prep make do update review discuss talk speak meet see visit pop go revisit return " +
        "introduce invite show share offer submit apply order buy sign upload log register refer catch follow try speak touch explore agree get hand pick put let provide pass start keep thank circulate create add link match support escalate cancel move rearrange reschedule zoom diarise").Split(' '), StringComparer.Ordinal);

    public static bool Opens(string word) => Bare.Contains(word);
}
