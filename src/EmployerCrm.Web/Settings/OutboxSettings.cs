using System.Globalization;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Web.Settings;

/// <summary>How fast messages leave that nobody asked for: <c>Outbox:TeamsPerSecond</c>, for each node.</summary>
internal sealed class OutboxSettings
{
    private const string PerSecond = "Outbox:TeamsPerSecond";

    /// <summary>What Teams takes from an app in one tenant, answers included.</summary>
    private const double Most = 50;

    private readonly string? _problem;

    private OutboxSettings(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= Most)
            Options = Options with { TeamsPerSecond = rate };
        else
            _problem = $"{PerSecond} is a number above 0 and at most {Most}.";
    }

    public OutboxOptions Options { get; } = new();

    public IEnumerable<string> Problems() => _problem is null ? [] : [_problem];

    public static OutboxSettings Of(IConfiguration configuration) => new(configuration[PerSecond]);
}
