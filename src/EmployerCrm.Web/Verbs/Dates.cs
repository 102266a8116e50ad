using System.CommandLine.Parsing;
using System.Globalization;

namespace EmployerCrm.Web.Verbs;

/// <summary>Dates and times on the command line: ISO, whatever the machine's culture.</summary>
internal static class Dates
{
    private static readonly string[] LocalTimes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static DateOnly? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
            return day;
        result.AddError($"'{text}' is not a date such as 2026-11-18.");
        return null;
    }

    /// <summary>A wall-clock time such as 2026-11-18T10:20.</summary>
    public static bool TryLocalTime(string? text, out DateTime local) =>
        DateTime.TryParseExact(text, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out local);
}
