using System.Globalization;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Hours a week as people write them; they are kept in minutes.</summary>
internal static class Hours
{
    /// <summary>"16" or "37.5".</summary>
    public static string Text(int minutes) => (minutes / 60m).ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>"16", "37.5", "37,5", "37:30", "16h" or "16 hours" in minutes; null for what is no number.</summary>
    public static int? Read(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        foreach (var unit in (string[])["hours", "hour", "hrs", "awr", "h"])
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                text = text[..^unit.Length].Trim();
                break;
            }
        }

        if (text.Split(':', 'h') is [var whole, var part] && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60 && hours < 1000)
            return (hours * 60) + minutes;
        return decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1000
            ? (int)Math.Round(number * 60, MidpointRounding.AwayFromZero)
            : null;
    }
}
