using System.Globalization;
using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Web.Jobs;

/// <summary>Whether and how often this host looks for what is due, and for how long a run is its own without a sign of life: <c>Jobs:…</c>.</summary>
internal sealed class JobSettings
{
    private static readonly JobOptions Usual = new();
    private static readonly TimeSpan UsualLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    private readonly string? _enabled;
    private readonly string? _lookEvery;
    private readonly string? _lease;

    private JobSettings(IConfiguration configuration) => (_enabled, _lookEvery, _lease) = (configuration["Jobs:Enabled"], configuration["Jobs:LookEvery"], configuration["Jobs:Lease"]);

    public bool Enabled => !bool.TryParse(_enabled, out var enabled) || enabled;

    public TimeSpan LookEvery => Time(_lookEvery) ?? UsualLook;

    public JobOptions Options => new() { Lease = Time(_lease) ?? Usual.Lease };

    public static JobSettings Of(IConfiguration configuration) => new(configuration);

    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrEmpty(_enabled) && !bool.TryParse(_enabled, out _))
            yield return $"Jobs:Enabled is \"{_enabled}\"; it is true or false.";
        if (!Fits(_lookEvery, ShortestLook, LongestLook))
            yield return $"Jobs:LookEvery is \"{_lookEvery}\"; it is a time from {ShortestLook} to {LongestLook}, like 00:00:05.";
        if (!Fits(_lease, ShortestLease, JobOptions.LongestLease))
            yield return $"Jobs:Lease is \"{_lease}\"; it is a time from {ShortestLease} to {JobOptions.LongestLease}, like 00:02:00.";
    }

    private static bool Fits(string? text, TimeSpan shortest, TimeSpan longest) => string.IsNullOrEmpty(text) || (Time(text) is { } time && time >= shortest && time <= longest);

    private static TimeSpan? Time(string? text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
}
