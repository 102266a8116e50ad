using System.Xml.Linq;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>The repository as files on disk, found from the tests' own folder upwards.</summary>
internal static class House
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", "data", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>Everything that somebody here wrote: no build output, no installed packages, no hidden folders but <c>.ci</c>.</summary>
    public static IReadOnlyList<FileInfo> Files { get; } = [.. Walk(Root)];

    public static IReadOnlyList<HouseProject> SourceProjects { get; } = [.. Projects("src")];

    public static IReadOnlyList<HouseProject> AllProjects { get; } = [.. Projects("src"), .. Projects("tests")];

    /// <summary>The path as it is written in the repository: from the root, with forward slashes.</summary>
    public static string Name(FileSystemInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    private static IEnumerable<HouseProject> Projects(string folder) =>
        Files.Where(file => file.Extension == ".csproj" && Name(file).StartsWith(folder + "/", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new HouseProject(file, XDocument.Load(file.FullName)));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(IsCommitted).Concat(folder.EnumerateDirectories().Where(IsOurs).SelectMany(Walk));

    /// <summary>A <c>.git</c> file stands in a linked work tree; the others are one person's own settings.</summary>
    private static bool IsCommitted(FileInfo file) => file.Name is not (".git" or "appsettings.local.json") && file.Extension != ".user";

    private static bool IsOurs(DirectoryInfo folder) =>
        folder.Name == ".ci" || (!folder.Name.StartsWith('.') && !NotOurs.Contains(folder.Name));

    private static DirectoryInfo FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmployerCrm.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No EmployerCrm.sln above {AppContext.BaseDirectory}.");
    }
}
