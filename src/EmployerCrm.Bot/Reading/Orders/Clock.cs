using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>An hour that is the whole of a text, where the half of the day that is meant goes without saying.</summary>
internal static class Clock
{
    private const int Noon = 12;

    /// <summary>"8" and "half 7" are in the morning.</summary>
    public static TimeOnly? Morning(string text) => Read(text) is not { } time ? null : time.Hour > Noon && !SaysHalf(text) ? time.AddHours(-Noon) : time;

    /// <summary>"6" and "half 8" are in the evening, "11" as well.</summary>
    public static TimeOnly? Evening(string text) => Read(text) is not { } time ? null : time.Hour is > 0 and < Noon && !SaysHalf(text) ? time.AddHours(Noon) : time;

    private static TimeOnly? Read(string text)
    {
        var words = FoldedText.Key(text);
        if (words is "midnight")
            return TimeOnly.MinValue;
        var tokens = Tokenizer.Split("at " + text.Trim());
        return new TimeGrammar(new Cursor(tokens)).Find() is [{ First: 1 } time] && tokens.Skip(time.End).All(token => !token.IsWord) ? time.Time : null;
    }

    /// <summary>"6pm", "18:30" and "08:00" say it themselves, "7:30" does not.</summary>
    private static bool SaysHalf(string text)
    {
        var trimmed = text.Trim();
        var hour = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        return trimmed.Contains("am", StringComparison.OrdinalIgnoreCase) || trimmed.Contains("pm", StringComparison.OrdinalIgnoreCase) || trimmed is ['0', ..]
            || FoldedText.Key(trimmed) is "noon" or "midday" or "midnight"
            || (hour >= 2 && int.TryParse(trimmed.AsSpan(0, 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > Noon);
    }
}
