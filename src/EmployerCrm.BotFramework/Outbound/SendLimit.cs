using System.Globalization;

namespace EmployerCrm.BotFramework;

/// <summary>So many sends in any stretch of time this long.</summary>
internal sealed record SendLimit(int Count, TimeSpan Window)
{
    /// <summary>Reads a list such as <c>7/1s 60/30s 1800/1h</c> (s, m, h); null when it is none.</summary>
    public static IReadOnlyList<SendLimit>? ParseList(string? text)
    {
        var entries = (text ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var limits = entries.Select(Parse).OfType<SendLimit>().ToList();
        return limits.Count == entries.Length ? limits : null;
    }

    private static SendLimit? Parse(string text)
    {
        if (text.Split('/') is not [var count, [.. var length, var unit]]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) || calls is 0 or > 100_000
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units is 0 or > 100_000)
        {
            return null;
        }

        return unit switch
        {
            's' => new SendLimit(calls, TimeSpan.FromSeconds(units)),
            'm' => new SendLimit(calls, TimeSpan.FromMinutes(units)),
            'h' => new SendLimit(calls, TimeSpan.FromHours(units)),
            _ => null,
        };
    }
}
