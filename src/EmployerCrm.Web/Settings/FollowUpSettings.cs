using System.Globalization;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Web.Settings;

/// <summary>How the service keeps to what it owes: <c>FollowUps:…</c>. What is left out is as it comes with the service.</summary>
internal sealed class FollowUpSettings
{
    private const int Most = 100;

    private static readonly FollowUpOptions Defaults = new();

    private readonly List<string> _problems = [];

    private FollowUpSettings(IConfiguration configuration) => Options = new FollowUpOptions
    {
        MostSnoozes = Number(configuration, "FollowUps:MostSnoozes", 0, Defaults.MostSnoozes),
        EscalateAfterWorkingDays = Number(configuration, "FollowUps:EscalateAfterWorkingDays", 1, Defaults.EscalateAfterWorkingDays),
    };

    public FollowUpOptions Options { get; }

    public IReadOnlyList<string> Problems => _problems;

    public static FollowUpSettings Of(IConfiguration configuration) => new(configuration);

    private int Number(IConfiguration configuration, string setting, int least, int fallback)
    {
        if (configuration[setting] is not { Length: > 0 } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= Most)
            return number;
        _problems.Add($"{setting} is \"{text}\"; it is a whole number from {least} to {Most}.");
        return fallback;
    }
}
