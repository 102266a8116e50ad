using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Questions;

/// <summary>A day that is the whole of a typed answer: "Tuesday", "it was yesterday", "18/11", "the 3rd".</summary>
internal static class TypedDay
{
    /// <summary>The day, or null when the text is anything else as well.</summary>
    public static DateOnly? Read(string text, DateOnly today, Direction direction)
    {
        var tokens = Tokenizer.Split(text);
        var words = new Cursor(tokens);
        var span = new DateGrammar(words).Find() switch { [var only] => only, _ => null };
        if (span is null || tokens.Where((token, index) => token.IsWord && (index < span.First || index >= span.End)).Any(token => !IsLead(token.Word)))
            return null;
        return span.On(today, direction);
    }

    private static bool IsLead(string word) => Lexicon.Fillers.Contains(word) || word is "it" or "its" or "was" or "is" or "on" or "that" or "this" or "i" or "meant" or "mean" or "sorry" or "for" or "the" or "by";
}
