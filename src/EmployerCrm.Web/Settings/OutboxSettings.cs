using System.Globalization;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Web.Settings;

/// <summary>
/// How messages leave that nobody asked for, on each node: <c>Outbox:TeamsPerSecond</c>, how long a node has a message for itself before another may take it
/// (<c>Outbox:ClaimLease</c>), and how long a send may take (<c>Outbox:SendLease</c>).
/// </summary>
internal sealed class OutboxSettings
{
    private const string PerSecond = "Outbox:TeamsPerSecond";

    /// <summary>What Teams takes from an app in one tenant, answers included.</summary>
    private const double Most = 50;

    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    private readonly List<string> _problems = [];

    private OutboxSettings(IConfiguration configuration) => Options = Options with
    {
        TeamsPerSecond = Rate(configuration[PerSecond]) ?? Options.TeamsPerSecond,
        ClaimLease = Lease(configuration, "Outbox:ClaimLease") ?? Options.ClaimLease,
        SendLease = Lease(configuration, "Outbox:SendLease") ?? Options.SendLease,
    };

    public OutboxOptions Options { get; } = new();

    public IEnumerable<string> Problems() => _problems;

    public static OutboxSettings Of(IConfiguration configuration) => new(configuration);

    private double? Rate(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= Most)
            return rate;
        _problems.Add($"{PerSecond} is a number above 0 and at most {Most}.");
        return null;
    }

    private TimeSpan? Lease(IConfiguration configuration, string name) =>
        TimeSetting.Read(configuration, name, ShortestLease, OutboxOptions.LongestLease, "00:01:00", _problems);
}
