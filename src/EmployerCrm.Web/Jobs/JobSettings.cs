using System.Globalization;

namespace EmployerCrm.Web.Jobs;

/// <summary>Whether and how often this host looks for what is due: <c>Jobs:…</c>.</summary>
internal sealed class JobSettings
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly string? _enabled;
    private readonly string? _lookEvery;

    private JobSettings(IConfiguration configuration) => (_enabled, _lookEvery) = (configuration["Jobs:Enabled"], configuration["Jobs:LookEvery"]);

    public bool Enabled => !bool.TryParse(_enabled, out var enabled) || enabled;

    public TimeSpan LookEvery => TimeSpan.TryParse(_lookEvery, CultureInfo.InvariantCulture, out var every) ? every : Usual;

    public static JobSettings Of(IConfiguration configuration) => new(configuration);

    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrEmpty(_enabled) && !bool.TryParse(_enabled, out _))
            yield return $"Jobs:Enabled is \"{_enabled}\"; it is true or false.";
        if (LookEvery < Shortest || LookEvery > Longest || (!string.IsNullOrEmpty(_lookEvery) && !TimeSpan.TryParse(_lookEvery, CultureInfo.InvariantCulture, out _)))
            yield return $"Jobs:LookEvery is \"{_lookEvery}\"; it is a time from {Shortest} to {Longest}, like 00:00:05.";
    }
}
