using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.Settings;

namespace EmployerCrm.Web.Jobs;

/// <summary>Whether and how often this host looks for what is due, and for how long a run is its own without a sign of life: <c>Jobs:…</c>.</summary>
internal sealed class JobSettings
{
    private static readonly TimeSpan UsualLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);

    private readonly List<string> _problems = [];

    private JobSettings(IConfiguration configuration)
    {
        var enabled = configuration["Jobs:Enabled"];
        var isBool = bool.TryParse(enabled, out var set);
        Enabled = !isBool || set;
        if (!isBool && !string.IsNullOrEmpty(enabled))
            _problems.Add($"Jobs:Enabled is \"{enabled}\"; it is true or false.");
        LookEvery = TimeSetting.Read(configuration, "Jobs:LookEvery", ShortestLook, LongestLook, "00:00:05", _problems) ?? UsualLook;
        var usual = new JobOptions();
        Options = usual with { Lease = TimeSetting.Read(configuration, "Jobs:Lease", ShortestLease, JobOptions.LongestLease, "00:02:00", _problems) ?? usual.Lease };
    }

    public bool Enabled { get; }

    public TimeSpan LookEvery { get; }

    public JobOptions Options { get; }

    public static JobSettings Of(IConfiguration configuration) => new(configuration);

    public IEnumerable<string> Problems() => _problems;
}
