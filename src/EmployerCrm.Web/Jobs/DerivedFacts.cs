using System.Text.RegularExpressions;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.Hosting;

namespace EmployerCrm.Web.Jobs;

/// <summary>
/// Recomputes what is derived (weekly counts, who was where last, look-up keys, evidence, levels) and puts right what differs. Each difference is a bug of
/// ours, so that what kinds there were is a warning in the log.
/// </summary>
internal sealed partial class DerivedFacts(OpenStore store, EngagementOptions engagement, ILogger<DerivedFacts> logger) : IJob
{
    public string Name => "derived-facts";

    public JobTiming Timing { get; } = new JobTiming.DailyAt(new TimeOnly(3, 0));

    public async Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var differences = await store.Opened.RebuildAsync(engagement, cancellationToken);
        if (differences.Count > 0)
            logger.DerivedFactsDiffered(differences.Count, Kinds(differences));
        return new JobResult(differences.Count, differences.Count);
    }

    /// <summary>"weekly count of specialist: 3, level of employer: 1", without anybody's id.</summary>
    internal static string Kinds(IEnumerable<string> differences) => string.Join(
        ", ",
        differences.GroupBy(line => FirstWords().Match(line).Groups["words"].Value.TrimEnd(), StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => $"{kind.Key}: {kind.Count()}"));

    [GeneratedRegex(@"^(?:\d+ |the )?(?<words>[a-z\- ]+(?= [0-9A-Fa-f]{8}-| on \d| was )|[a-z\- ]+)", RegexOptions.None, 5000)]
    private static partial Regex FirstWords();
}
