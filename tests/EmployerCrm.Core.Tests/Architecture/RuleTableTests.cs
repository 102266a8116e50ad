using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>The page about the protocol names the tests that hold each rule: they are there under these names, and no rule has none.</summary>
public sealed partial class RuleTableTests
{
    private static readonly FileInfo Page = House.Files.Single(file => House.Name(file) == "docs/bot-framework.md");

    [Fact]
    public void Every_rule_of_the_platform_names_a_test()
    {
        var rows = File.ReadLines(Page.FullName)
            .SkipWhile(line => !line.StartsWith("## Rules of the platform", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| rule |", StringComparison.Ordinal))
            .ToList();

        Assert.True(rows.Count > 30, "The table of rules is not found.");
        Assert.All(rows, row => Assert.Matches(TestName(), row));
    }

    [Fact]
    public void Every_test_that_a_rule_names_is_there()
    {
        var named = TestName().Matches(File.ReadAllText(Page.FullName)).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var there =
            from file in House.Files
            where file.Name.EndsWith("Tests.cs", StringComparison.Ordinal) && House.Name(file).StartsWith("tests/", StringComparison.Ordinal)
            from Match test in Test().Matches(File.ReadAllText(file.FullName))
            select $"{Path.GetFileNameWithoutExtension(file.Name)}.{test.Groups["name"].Value}";

        Assert.Empty(named.Except(there));
    }

    [GeneratedRegex(@"`(?<name>\w+Tests\.\w+)`", RegexOptions.None, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*\r?\n(?:\s*\[[^\n]*\r?\n)*\s*public (?:static )?(?:async )?\w+ (?<name>\w+)\(", RegexOptions.None, 1000)]
    private static partial Regex Test();
}
