using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>The names of metrics stand in dashboards and alerts: each is written once in the code, and once in the page about them.</summary>
public sealed partial class MetricNameTests
{
    [Fact]
    public void Every_metric_stands_in_the_page_about_them_and_every_one_there_is_measured()
    {
        var names =
            from file in House.Files
            where file.Name.EndsWith("Telemetry.cs", StringComparison.Ordinal) && House.Name(file).StartsWith("src/", StringComparison.Ordinal)
            from Match match in Constant().Matches(File.ReadAllText(file.FullName))
            where !match.Groups["constant"].Value.EndsWith("Tag", StringComparison.Ordinal)
            select match.Groups["name"].Value;
        var page = House.Files.Single(file => House.Name(file) == "docs/telemetry.md");
        var listed = Row().Matches(File.ReadAllText(page.FullName)).Select(row => row.Groups["name"].Value);

        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_metric_is_named_in_one_place()
    {
        var elsewhere =
            from file in House.Files
            where file.Extension == ".cs" && House.Name(file).StartsWith("src/", StringComparison.Ordinal) && !file.Name.EndsWith("Telemetry.cs", StringComparison.Ordinal)
            where File.ReadAllText(file.FullName).Contains("\"employercrm.", StringComparison.Ordinal)
            select House.Name(file);

        Assert.Empty(elsewhere);
    }

    [GeneratedRegex("""const string (?<constant>\w+) = "(?<name>employercrm\.[a-z_.]+)";""", RegexOptions.None, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex("""^\| `(?<name>employercrm\.[a-z_.]+)` \|""", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
