using System.Globalization;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Web.Settings;

/// <summary>
/// Reads <c>Clients:Programmes</c>. An entry is a name, with older names behind bars, or an object; what it leaves out is as in the programme of that name
/// that comes with the service.
/// </summary>
internal sealed class ProgrammeReader
{
    public const string Setting = "Clients:Programmes";

    private const int LongestLimit = 120;
    private const int LargestCaseload = 200;

    private static readonly string[] Known =
        ["Name", nameof(Programme.AlsoCalled), nameof(Programme.Schedule), nameof(Programme.LimitMonths), nameof(Programme.CaseloadTarget), nameof(Programme.StartsInWork), nameof(Programme.Milestones)];

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The programmes in their order; none where the setting is left out.</summary>
    public IReadOnlyList<Programme> Read(IConfiguration configuration) => [.. configuration.GetSection(Setting).GetChildren().Select(Of).OfType<Programme>()];

    private Programme? Of(IConfigurationSection entry)
    {
        if (!entry.GetChildren().Any())
        {
            var names = (entry.Value ?? "").Split('|', StringSplitOptions.TrimEntries);
            return names is [var alone] ? Shipped(alone) : Shipped(names[0]) with { AlsoCalled = names[1..] };
        }

        var name = entry["Name"]?.Trim() ?? "";
        if (name.Length == 0)
        {
            _problems.Add($"{entry.Path} has no Name.");
            return null;
        }

        foreach (var unknown in entry.GetChildren().Select(child => child.Key).Except(Known, StringComparer.OrdinalIgnoreCase))
            _problems.Add($"{entry.Path} (\"{name}\") has \"{unknown}\", which is not known. Known are {string.Join(", ", Known)}.");
        var programme = Shipped(name);
        var older = entry.GetSection(nameof(Programme.AlsoCalled)).GetChildren().Select(child => child.Value?.Trim() ?? "").ToList();
        var milestones = entry.GetSection(nameof(Programme.Milestones)).GetChildren().Select(child => MilestoneReader.Read(child, _problems)).OfType<OutcomeMilestone>().ToList();
        foreach (var twice in milestones.GroupBy(milestone => FoldedText.Key(milestone.Name)).Where(group => group.Count() > 1))
            _problems.Add($"{entry.Path} (\"{name}\") has the milestone \"{twice.First().Name}\" twice.");
        var limit = Whole(entry, nameof(Programme.LimitMonths), 0, LongestLimit, "0 for no limit");
        return programme with
        {
            AlsoCalled = older.Count > 0 ? older : programme.AlsoCalled,
            Schedule = Schedule(entry) ?? programme.Schedule,
            LimitMonths = limit is null ? programme.LimitMonths : limit == 0 ? null : limit,
            CaseloadTarget = Whole(entry, nameof(Programme.CaseloadTarget), 1, LargestCaseload, null) ?? programme.CaseloadTarget,
            StartsInWork = Truth(entry, nameof(Programme.StartsInWork)) ?? programme.StartsInWork,
            Milestones = milestones.Count > 0 ? milestones : programme.Milestones,
        };
    }

    /// <summary>As it comes with the service, under the name as it is written here.</summary>
    private static Programme Shipped(string name) =>
        (ClientLists.Default.Programmes.FirstOrDefault(programme => FoldedText.Key(programme.Name) == FoldedText.Key(name)) ?? new Programme(name)) with { Name = name };

    private string? Schedule(IConfigurationSection entry)
    {
        if (entry[nameof(Programme.Schedule)]?.Trim() is not { Length: > 0 } named)
            return null;
        if (ScheduleTemplate.Shipped.FirstOrDefault(template => string.Equals(template.Name, named, StringComparison.OrdinalIgnoreCase)) is { } template)
            return template.Name;
        _problems.Add($"{entry.Path}:{nameof(Programme.Schedule)} is \"{named}\"; there are {string.Join(", ", ScheduleTemplate.Shipped.Select(shipped => $"\"{shipped.Name}\""))}.");
        return null;
    }

    private int? Whole(IConfigurationSection entry, string key, int least, int most, string? also)
    {
        if (entry[key]?.Trim() is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _problems.Add($"{entry.Path}:{key} is \"{text}\"; it must be a whole number from {least} to {most}{(also is null ? "" : $" ({also})")}.");
        return null;
    }

    private bool? Truth(IConfigurationSection entry, string key)
    {
        if (entry[key]?.Trim() is not { Length: > 0 } text)
            return null;
        if (bool.TryParse(text, out var truth))
            return truth;
        _problems.Add($"{entry.Path}:{key} is \"{text}\"; it must be true or false.");
        return null;
    }
}
