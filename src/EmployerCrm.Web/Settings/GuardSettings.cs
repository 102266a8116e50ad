using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Web.Settings;

/// <summary>The words of the guard on free text: those that come with the service, and what the folder of <c>Privacy:GuardWordsFolder</c> adds and takes away.</summary>
internal sealed class GuardSettings
{
    private const string Setting = "Privacy:GuardWordsFolder";
    private const int LargestFile = 1024 * 1024;

    private readonly GuardWordsReader _reader = GuardWordsReader.WithDefaults();
    private readonly List<string> _problems = [];

    private GuardSettings(string? folder)
    {
        if (!string.IsNullOrWhiteSpace(folder))
            Read(folder);
    }

    public static GuardSettings Of(IConfiguration configuration) => new(configuration[Setting]);

    public static GuardSettings Of(DirectoryInfo? folder) => new(folder?.FullName);

    public IEnumerable<string> Problems() => _problems.Concat(_reader.Problems.Select(problem => $"{Setting}: {problem}"));

    /// <summary>The guard with these words.</summary>
    /// <exception cref="SettingsException">The folder is missing or a file in it is wrong; all problems are named.</exception>
    public FreeTextGuard ToGuard() => Problems().ToList() is { Count: > 0 } problems ? throw new SettingsException(problems) : new FreeTextGuard(_reader.ToWords());

    private void Read(string folder)
    {
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.txt").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                if (file.Length > LargestFile)
                    _problems.Add($"{Setting}: {file.Name} is larger than {LargestFile} bytes.");
                else
                    _reader.Read(file.Name, File.ReadAllText(file.FullName));
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{Setting} is \"{folder}\", which cannot be read: {unreadable.Message}");
        }
    }
}
