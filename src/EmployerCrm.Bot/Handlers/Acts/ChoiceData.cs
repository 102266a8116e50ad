using System.Globalization;
using EmployerCrm.Bot.Questions;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>The data of a choice, as buttons carry it. What is null is left out.</summary>
internal static class ChoiceData
{
    /// <summary>Texts that nobody typed: references, and what comes from lists. Everything else that is a text is for the guard to look at.</summary>
    private static readonly string[] Listed = ["client", "clients", "programme", "owed", "who"];

    public static Choice To(string title, string verb, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        var typed = new List<string>();
        foreach (var (name, value) in values)
        {
            if (Written(value) is { } written)
                data[name] = written;
            if (value is string words && !Listed.Contains(name, StringComparer.Ordinal))
                typed.Add(words);
        }

        return new Choice(title, verb, data) { Typed = typed };
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
