using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Web.Settings;

/// <summary>
/// What a client's programme and job types are chosen from: <c>Clients:Programmes</c> and <c>Clients:JobTypes</c>. A list that is left out is the one that
/// comes with the service.
/// </summary>
internal sealed record ClientSettings
{
    private const string JobTypes = "Clients:JobTypes";

    private readonly ProgrammeReader _programmes = new();

    private ClientSettings(IConfiguration configuration)
    {
        var programmes = _programmes.Read(configuration);
        var jobTypes = Texts(configuration, JobTypes);
        Lists = new ClientLists(
            programmes.Count > 0 ? programmes : ClientLists.Default.Programmes,
            jobTypes.Count > 0 ? jobTypes : ClientLists.Default.JobTypes);
    }

    public ClientLists Lists { get; }

    public static ClientSettings Of(IConfiguration configuration) => new(configuration);

    public IEnumerable<string> Problems() =>
        _programmes.Problems.Concat(Problems(ProgrammeReader.Setting, Lists.Programmes.SelectMany(programme => programme.AlsoCalled.Prepend(programme.Name)))).Concat(Problems(JobTypes, Lists.JobTypes));

    private static IEnumerable<string> Problems(string setting, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (FoldedText.Key(name).Length == 0)
                yield return $"{setting} has an entry without a name.";
            else if (name.Length > Limits.Name)
                yield return $"{setting}: \"{name[..40]}…\" is longer than {Limits.Name} characters.";
            else if (!seen.Add(FoldedText.Key(name)))
                yield return $"{setting} names \"{name}\" twice.";
        }
    }

    private static List<string> Texts(IConfiguration configuration, string setting) =>
        [.. configuration.GetSection(setting).GetChildren().Select(entry => entry.Value?.Trim() ?? "")];
}
