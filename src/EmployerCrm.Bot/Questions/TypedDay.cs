using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Questions;

/// <summary>A day that is the whole of a typed answer: "Tuesday", "it was yesterday", "18/11", "the 3rd".</summary>
internal static class TypedDay
{
    /// <summary>The day, or null when the text is anything else as well.</summary>
    public static DateOnly? Read(string text, DateOnly today, Direction direction) => ReadWithTime(text, today, direction) is ({ } day, null) ? day : null;

    /// <summary>The day and the time ("Thursday 2pm"), or one of them; neither when the text is anything else as well.</summary>
    public static (DateOnly? Day, TimeOnly? At) ReadWithTime(string text, DateOnly today, Direction direction)
    {
        var tokens = Tokenizer.Split(text);
        var words = new Cursor(tokens);
        if (new DateGrammar(words).Find() is not { Count: < 2 } days)
            return (null, null);
        foreach (var index in days.SelectMany(day => Enumerable.Range(day.First, day.End - day.First)))
            tokens[index].Part = Part.Date;
        if (new TimeGrammar(words).Find().FindAll(time => tokens[time.First].Part == Part.None) is not { Count: < 2 } times)
            return (null, null);
        foreach (var index in times.SelectMany(time => Enumerable.Range(time.First, time.End - time.First)))
            tokens[index].Part = Part.Time;
        if (tokens.Exists(token => token is { IsWord: true, Part: Part.None } && !IsLead(token.Word)))
            return (null, null);
        return (days is [var only] ? only.On(today, direction) : null, times is [var time] ? time.Time : null);
    }

    private static bool IsLead(string word) => Lexicon.Fillers.Contains(word) || word is "it" or "its" or "was" or "is" or "on" or "that" or "this" or "i" or "meant" or "mean" or "sorry" or "for" or "the" or "by" or "at" or "about" or "around";
}
