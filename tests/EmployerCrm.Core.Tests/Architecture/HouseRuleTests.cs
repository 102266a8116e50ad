using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>What holds for every file that somebody here wrote.</summary>
public sealed partial class HouseRuleTests
{
    private const int LongestFile = 400;

    private static readonly string[] Code = [".cs", ".razor", ".css", ".js", ".mjs", ".cjs", ".ts", ".sql"];

    private static readonly string[] Pictures = [".png", ".ico", ".jpg", ".woff2", ".zip"];

    [Fact]
    public void No_file_names_a_machine_path_or_a_package_registry()
    {
        var written = House.Files.Where(file => !Pictures.Contains(file.Extension)).ToList();

        var found =
            from file in written
            from line in File.ReadLines(file.FullName).Index()
            let match = TiedToOneMachine().Match(line.Item)
            where match.Success
            select $"{House.Name(file)}:{line.Index + 1} says {match.Value}";

        Assert.True(written.Count > 50, "The walk over the repository finds almost nothing.");
        Assert.Empty(found);
    }

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines()
    {
        var sources = House.Files
            .Where(file => Code.Contains(file.Extension) && House.Name(file).StartsWith("src/", StringComparison.Ordinal))
            .Select(file => (Name: House.Name(file), Lines: File.ReadLines(file.FullName).Count()))
            .ToList();
        var tooLong = sources.Where(source => source.Lines > LongestFile);

        Assert.NotEmpty(sources);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Npm_lock_files_name_packages_and_not_where_they_were_downloaded()
    {
        var locks = House.Files.Where(file => file.Name == "package-lock.json").ToList();

        Assert.NotEmpty(locks);
        Assert.All(locks, file => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(file.FullName), StringComparison.Ordinal));
    }

    // The character classes keep the pattern from finding itself.
    [GeneratedRegex(
        """(?<![\w.~/-])/(?:wor[k]|tm[p]|hom[e]|roo[t]|User[s])/[\w.]|[A-Z]:\\User[s]|api\.nuge[t]\.org|registry\.npmj[s]\.org|registry\.yarnpk[g]\.com|de[b]\.debian\.org|pkgs\.de[v]\.azure""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TiedToOneMachine();
}
