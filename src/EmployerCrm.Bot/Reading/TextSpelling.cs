using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>The short spellings of text messages: "b n j motors", "spoke 2 sarah".</summary>
internal static class TextSpelling
{
    /// <summary>The word that the token stands for; null where it stands for itself.</summary>
    public static string? Of(IReadOnlyList<Token> tokens, int i)
    {
        if (i == 0 || i + 1 >= tokens.Count || !tokens[i - 1].IsWord || !tokens[i + 1].IsWord || tokens[i].Glued)
            return null;
        return tokens[i].Raw switch
        {
            "n" => IsLetterOfReference(tokens, i) ? null : "and",
            "2" => Verbs.Contact(tokens[i - 1].Word) is { Verb.Lemma: "speak" or "talk" or "chat" or "go" or "be", Form: VerbForm.Past } && !IsCounted(tokens[i + 1].Word) ? "to" : null,
            _ => null,
        };
    }

    /// <summary>"n l seventy nine", "k n 28".</summary>
    private static bool IsLetterOfReference(IReadOnlyList<Token> tokens, int i) =>
        IsNumber(tokens[i + 1]) || (tokens[i + 1].Word.Length == 1 && i + 2 < tokens.Count && IsNumber(tokens[i + 2]));

    private static bool IsNumber(Token token) => token.IsNumber || NumberWords.Cardinal(token.Word) is not null;

    private static bool IsCounted(string word) => word is "of" or "or" or "and" or "more" or "other" or "people" or "staff" or "managers" or "times" or "days" or "weeks" or "months" or "hours" or "hrs" or "mins" or "minutes" or "wks";
}
