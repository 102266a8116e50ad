using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>The few set words of answers.</summary>
internal static class AnswerWords
{
    private static readonly HashSet<string> GivingUp = Keys(
        "cancel", "cancel it", "cancel that", "forget", "forget it", "forget that", "forget this", "forget the line", "forget this line", "forget that line", "never mind", "nevermind",
        "nvm", "drop it", "drop that", "leave it", "scrap it", "scrap that", "don't bother", "ignore it", "ignore that", "stop");

    private static readonly HashSet<string> New = Keys(
        "new", "new one", "its new", "a new one", "new employer", "add", "add it", "add new", "add new employer", "none of these", "none of those", "none of them", "neither", "somebody new",
        "someone new", "new person", "new contact", "a new person", "yes new");

    private static readonly HashSet<string> Nobody = Keys(
        "none", "no", "nobody", "no one", "no client", "none client", "not a client", "no reference", "without", "without client", "without a client", "no clients", "nope", "n/a", "na", "general");

    private static readonly HashSet<string> Yes = Keys("yes", "y", "yep", "yeah", "ok", "correct", "right", "yes please", "add it", "thats right");

    public static bool GivesUp(string text) => GivingUp.Contains(Bare(text));

    public static bool IsNew(string text) => New.Contains(Bare(text));

    public static bool IsNobody(string text) => Nobody.Contains(Bare(text));

    public static bool IsYes(string text) => Yes.Contains(Bare(text));

    /// <summary>"new: Big Ted's" names the new one; null when the text does not begin so.</summary>
    public static string? NameAfterNew(string text)
    {
        var trimmed = text.Trim();
        foreach (var lead in new[] { "new employer", "somebody new", "someone new", "new" })
        {
            if (trimmed.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && trimmed.Length > lead.Length && !char.IsLetterOrDigit(trimmed[lead.Length]))
                return trimmed[lead.Length..].Trim(' ', ':', ',', '-', '–', '"', '“', '”') is { Length: > 1 } name ? name : null;
        }
        return null;
    }

    private static string Bare(string text)
    {
        var key = FoldedText.Key(text);
        foreach (var courtesy in new[] { " please", " pls", " thanks", " ta" })
        {
            if (key.EndsWith(courtesy, StringComparison.Ordinal))
                key = key[..^courtesy.Length];
        }
        return key;
    }

    private static HashSet<string> Keys(params IEnumerable<string> texts) => new(texts.Select(FoldedText.Key), StringComparer.Ordinal);
}
