using System.Text.Json;
using System.Xml.Linq;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>What is built or run with this software may be used by anybody who may use the software.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Free = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "0BSD", "ISC"];

    private static readonly Dictionary<string, string> Reasoned = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.Data.SqlClient.SNI.runtime"] = "Microsoft's .NET library terms; comes with SqlClient, for Windows only, free to redistribute",
        ["SourceGear.sqlite3"] = "SQLite itself, in the public domain",
        ["Microsoft.SqlServer.DacFx"] = "Microsoft's own terms, free to use in development; tests only: its T-SQL parser checks our statements",
        ["@microsoft/m365agentsplayground"] = "Microsoft's pre-release terms, free to use for trying things out; the local chat client, never shipped",
        ["Deque.AxeCore.Playwright"] = "MPL-2.0; tests only: looks at the pages as a screen reader would, and is not changed",
        ["Deque.AxeCore.Commons"] = "MPL-2.0; comes with Deque.AxeCore.Playwright",
        ["htmx.org"] = "0BSD, which its package writes as BSD-0-Clause",
        ["graceful-fs"] = "Blue Oak Model License 1.0.0, no stricter than MIT; comes with the peer of the benchmark, never shipped",
        ["date-holidays"] = "ISC, its data CC-BY-3.0 and named in tools/holidays; what our bank holidays are compared with in the tests, never shipped",
        ["argparse"] = "Python Software Foundation License 2.0, no stricter than MIT; comes with date-holidays, never shipped",
        ["prepin"] = "Unlicense, given to the public domain; comes with date-holidays, never shipped",
    };

    public static TheoryData<string> Projects => [.. House.AllProjects.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_restored_package_has_a_licence_that_we_accept(string name)
    {
        var assets = House.AllProjects.Single(project => project.Name == name).Folder.GetDirectories("obj").SelectMany(folder => folder.GetFiles("project.assets.json")).SingleOrDefault();
        Assert.SkipWhen(assets is null, $"{name} has not been restored; restore the solution to check its packages.");

        var packages = RestoredPackages(assets!);
        var refused = packages.Where(package => !IsAccepted(package.Id, package.Licence));

        Assert.NotEmpty(packages);
        Assert.Empty(refused);
    }

    [Fact]
    public void Every_npm_package_has_a_licence_that_we_accept()
    {
        var packages =
            (from file in House.Files.Where(file => file.Name == "package-lock.json")
             from entry in Read(file).GetProperty("packages").EnumerateObject()
             where entry.Name.Length > 0
             let id = entry.Name[(entry.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..]
             select (Id: id, Licence: entry.Value.TryGetProperty("license", out var licence) ? licence.GetString() : null)).ToList();
        var refused = packages.Where(package => !IsAccepted(package.Id, package.Licence));

        Assert.NotEmpty(packages);
        Assert.Empty(refused);
    }

    private static bool IsAccepted(string id, string? licence) =>
        Reasoned.ContainsKey(id) || (licence is not null && licence.Trim('(', ')').Split(" OR ").Any(Free.Contains));

    private static List<(string Id, string? Licence)> RestoredPackages(FileInfo assets)
    {
        var content = Read(assets);
        var folders = content.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        return [.. from library in content.GetProperty("libraries").EnumerateObject()
                   where library.Value.GetProperty("type").GetString() == "package"
                   let path = library.Value.GetProperty("path").GetString()!
                   let folder = folders.Select(parent => Path.Combine(parent, path)).First(Directory.Exists)
                   select (library.Name.Split('/')[0], LicenceOf(folder))];
    }

    /// <summary>The licence expression of a package; null when it has only a text or an address, which somebody has to read.</summary>
    private static string? LicenceOf(string packageFolder)
    {
        var description = XDocument.Load(Directory.EnumerateFiles(packageFolder, "*.nuspec").Single());
        var licence = description.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value : null;
    }

    private static JsonElement Read(FileInfo file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        return document.RootElement.Clone();
    }
}
