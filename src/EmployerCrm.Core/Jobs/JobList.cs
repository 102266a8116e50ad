namespace EmployerCrm.Core.Jobs;

/// <summary>Every job of this version of the service.</summary>
public sealed class JobList(IEnumerable<IJob> jobs)
{
    /// <summary>By name.</summary>
    public IReadOnlyList<IJob> All { get; } = Checked(jobs);

    public IJob? Named(string name) => All.FirstOrDefault(job => job.Name == name);

    private static IReadOnlyList<IJob> Checked(IEnumerable<IJob> jobs)
    {
        var all = jobs.OrderBy(job => job.Name, StringComparer.Ordinal).ToList();
        return all.Select(job => job.Name).Distinct(StringComparer.Ordinal).Count() == all.Count ? all : throw new ArgumentException("Two jobs have one name.", nameof(jobs));
    }
}
