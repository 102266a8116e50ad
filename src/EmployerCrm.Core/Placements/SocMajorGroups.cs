using System.Globalization;

namespace EmployerCrm.Core.Placements;

/// <summary>The job types that the variety of jobs is judged by (fidelity item 19): the major groups of SOC 2020, by their figure.</summary>
public static class SocMajorGroups
{
    private const string File = "EmployerCrm.Core.Placements.data.soc-2020-major-groups.txt";

    private static readonly Lazy<IReadOnlyDictionary<int, string>> Names = new(Read);

    public static IReadOnlyDictionary<int, string> All => Names.Value;

    public static bool Has(int group) => All.ContainsKey(group);

    private static Dictionary<int, string> Read()
    {
        using var reader = new StreamReader(typeof(SocMajorGroups).Assembly.GetManifestResourceStream(File)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')
            .Select(line => line.Split('\t')).ToDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);
    }
}
