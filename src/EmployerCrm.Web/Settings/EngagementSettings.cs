using System.Collections.Immutable;
using System.Globalization;
using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Web.Settings;

/// <summary>What makes an employer's level: <c>Engagement:…</c>. What is left out is as it comes with the service.</summary>
internal sealed class EngagementSettings
{
    private const int LongestWindow = 240;
    private const int MostOfAKind = 1_000;

    private static readonly EngagementOptions Defaults = new();

    private readonly List<string> _problems = [];

    private EngagementSettings(IConfigurationSection engagement)
    {
        var rules = engagement.GetSection("Rules").GetChildren().Select(Rule).ToList();
        Options = new EngagementOptions
        {
            SustainedDays = Number(engagement.GetSection("SustainedDays"), 1, 3_660, Defaults.SustainedDays),
            SilenceMonths = Number(engagement.GetSection("SilenceMonths"), 1, LongestWindow, Defaults.SilenceMonths),
            LongestOverrideMonths = Number(engagement.GetSection("LongestOverrideMonths"), 1, LongestWindow, Defaults.LongestOverrideMonths),
            WindowMonths = Windows(engagement.GetSection("WindowMonths")),
            Rules = rules.Count > 0 ? rules : Defaults.Rules,
        };
        foreach (var level in Enumerable.Range(EngagementOptions.Lowest + 1, EngagementOptions.Highest - EngagementOptions.Lowest))
        {
            if (Options.Rules.All(rule => rule.Level != level))
                _problems.Add($"Engagement:Rules has no way to reach level {level}.");
        }
    }

    public EngagementOptions Options { get; }

    public IReadOnlyList<string> Problems => _problems;

    public static EngagementSettings Of(IConfiguration configuration) => new(configuration.GetSection("Engagement"));

    private ImmutableDictionary<EvidenceKind, int> Windows(IConfigurationSection section)
    {
        CheckKinds(section, []);
        return EvidenceKinds.All.ToImmutableDictionary(kind => kind, kind => Number(section.GetSection(kind.ToString()), 1, LongestWindow, Defaults.WindowMonths[kind]));
    }

    private LevelRule Rule(IConfigurationSection rule)
    {
        CheckKinds(rule, ["Level"]);
        var atLeast = EvidenceKinds.All.Where(kind => rule[kind.ToString()] is not null)
            .ToImmutableDictionary(kind => kind, kind => Number(rule.GetSection(kind.ToString()), 1, MostOfAKind, 1));
        if (atLeast.Count == 0)
            _problems.Add($"{rule.Path} asks for no evidence; it names at least one of {string.Join(", ", EvidenceKinds.All)}.");
        return new LevelRule(Number(rule.GetSection("Level"), EngagementOptions.Lowest + 1, EngagementOptions.Highest, fallback: null), atLeast);
    }

    private void CheckKinds(IConfigurationSection section, IReadOnlyList<string> besides)
    {
        var known = EvidenceKinds.All.Select(kind => kind.ToString()).Concat(besides).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in section.GetChildren().Where(entry => !known.Contains(entry.Key)))
            _problems.Add($"{entry.Path} is unknown; there is {string.Join(", ", known)}.");
    }

    /// <summary>The number, or the fallback where there is none; a missing number without a fallback is a problem too.</summary>
    private int Number(IConfigurationSection setting, int least, int most, int? fallback)
    {
        if (string.IsNullOrEmpty(setting.Value) && fallback is { } number)
            return number;
        if (int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given >= least && given <= most)
            return given;
        _problems.Add($"{setting.Path} is \"{setting.Value}\"; it is a whole number from {least} to {most}.");
        return fallback ?? least;
    }
}
