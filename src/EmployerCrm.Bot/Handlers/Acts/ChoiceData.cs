using System.Globalization;
using EmployerCrm.Bot.Questions;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>The data of a choice, as buttons carry it. What is null is left out.</summary>
internal static class ChoiceData
{
    public static Choice To(string title, string verb, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (Written(value) is { } written)
                data[name] = written;
        }

        return new Choice(title, verb, data);
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
