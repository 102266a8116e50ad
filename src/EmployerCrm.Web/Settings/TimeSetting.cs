using System.Globalization;

namespace EmployerCrm.Web.Settings;

/// <summary>A setting that is a length of time, such as <c>00:01:00</c>.</summary>
internal static class TimeSetting
{
    /// <summary>What is set; null where nothing is, and where something else is, which <paramref name="problems"/> then name.</summary>
    /// <param name="like">An example for whoever has set something else.</param>
    public static TimeSpan? Read(IConfiguration configuration, string name, TimeSpan shortest, TimeSpan longest, string like, List<string> problems)
    {
        if (configuration[name] is not { Length: > 0 } text)
            return null;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= shortest && time <= longest)
            return time;
        problems.Add($"{name} is \"{text}\"; it is a time from {shortest} to {longest}, like {like}.");
        return null;
    }
}
