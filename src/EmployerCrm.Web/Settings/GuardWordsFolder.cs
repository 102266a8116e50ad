using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Web.Settings;

/// <summary>The words of the guard on free text: those that come with the service, and what the folder of <c>Privacy:GuardWordsFolder</c> adds and takes away.</summary>
internal static class GuardWordsFolder
{
    public const string Setting = "Privacy:GuardWordsFolder";

    private const int LargestFile = 1024 * 1024;

    /// <summary>The words, checked.</summary>
    /// <exception cref="SettingsException">The folder is missing or a file in it is wrong; all problems are named.</exception>
    public static GuardWords Load(string? folder)
    {
        var reader = GuardWordsReader.WithDefaults();
        var problems = new List<string>();
        if (!string.IsNullOrWhiteSpace(folder))
            problems.AddRange(Read(reader, folder));
        problems.AddRange(reader.Problems.Select(problem => $"{Setting}: {problem}"));
        return problems.Count == 0 ? reader.ToWords() : throw new SettingsException(problems);
    }

    private static IEnumerable<string> Read(GuardWordsReader reader, string folder)
    {
        if (!Directory.Exists(folder))
            return [$"{Setting} is \"{folder}\", which is no folder."];
        var problems = new List<string>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.txt").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Length > LargestFile)
                problems.Add($"{Setting}: {file.Name} is larger than {LargestFile} bytes.");
            else
                reader.Read(file.Name, File.ReadAllText(file.FullName));
        }

        return problems;
    }
}
