using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Schedules;

/// <summary>
/// The titles that the service itself gives to what is owed. They are stored in English; what shows one to a reader of another language finds its words by
/// the key. A title that a team wrote has no key and stays as it was written.
/// </summary>
public static class ShippedSteps
{
    internal const string RevisitTitle = "Talk through what may be said";

    private static readonly Dictionary<string, string> KeysByTitle = Keys();

    /// <summary>All keys with their English titles.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = KeysByTitle.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The key of a title: "first-month", "lighter-first-month" where another schedule has other words for it; null for a title of somebody's own.</summary>
    public static string? KeyOf(FollowUpKind kind, string title) =>
        kind is FollowUpKind.Promise or FollowUpKind.Reminder ? null : KeyOf(title);

    /// <summary>The same of a step of a schedule.</summary>
    public static string? KeyOf(string title) => KeysByTitle.GetValueOrDefault(title);

    private static Dictionary<string, string> Keys()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { [RevisitTitle] = "permission-revisit" };
        foreach (var template in ScheduleTemplate.Shipped)
        {
            foreach (var step in template.Steps.Where(step => !keys.ContainsKey(step.Title)))
                keys[step.Title] = keys.ContainsValue(step.Key) ? $"{template.Name.ToLowerInvariant().Replace(' ', '-')}-{step.Key}" : step.Key;
        }

        return keys;
    }
}
