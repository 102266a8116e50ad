using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Web.Settings;

/// <summary>Reads one milestone of a programme: a name, so many weeks within so many, and the least hours a week.</summary>
internal static class MilestoneReader
{
    private const string Hours = "LeastHoursAWeek";
    private const int MostWeeks = 260;
    private const int MostHours = 60;

    private static readonly string[] Known = ["Name", nameof(OutcomeMilestone.Weeks), nameof(OutcomeMilestone.WithinWeeks), Hours];

    /// <summary>Null when something is wrong, which is added to the problems.</summary>
    public static OutcomeMilestone? Read(IConfigurationSection entry, List<string> problems)
    {
        var before = problems.Count;
        foreach (var unknown in entry.GetChildren().Select(child => child.Key).Except(Known, StringComparer.OrdinalIgnoreCase))
            problems.Add($"{entry.Path} has \"{unknown}\", which is not known. Known are {string.Join(", ", Known)}.");
        var name = entry["Name"]?.Trim() ?? "";
        if (name.Length is 0 or > Limits.Name)
            problems.Add($"{entry.Path} needs a Name of up to {Limits.Name} characters.");
        var weeks = Number(entry, nameof(OutcomeMilestone.Weeks), 1, MostWeeks, problems);
        var within = Number(entry, nameof(OutcomeMilestone.WithinWeeks), 1, MostWeeks, problems);
        if (weeks > within)
            problems.Add($"{entry.Path}: {weeks} weeks cannot be worked within {within}. {nameof(OutcomeMilestone.WithinWeeks)} must not be less than {nameof(OutcomeMilestone.Weeks)}.");
        var hours = Number(entry, Hours, 0, MostHours, problems);
        if (decimal.Truncate(hours * 60) != hours * 60)
            problems.Add($"{entry.Path}:{Hours} must be whole minutes, for example 7.5.");
        return problems.Count == before ? new OutcomeMilestone(name, (int)weeks, (int)within, (int)(hours * 60)) : null;
    }

    private static decimal Number(IConfigurationSection entry, string key, int least, int most, List<string> problems)
    {
        var text = entry[key]?.Trim() ?? "";
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            && (key == Hours || decimal.Truncate(number) == number))
            return number;
        problems.Add(text.Length == 0 ? $"{entry.Path} needs {key}." : $"{entry.Path}:{key} is \"{text}\"; it must be {(key == Hours ? "a" : "a whole")} number from {least} to {most}.");
        return least;
    }
}
