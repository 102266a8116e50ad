using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>Which project may know which: the core knows nobody, the host knows all, and what does I/O is kept at the edge.</summary>
public sealed partial class DependencyArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["EmployerCrm.Core"] = [],
        ["EmployerCrm.BotFramework"] = [],
        ["EmployerCrm.Store"] = ["EmployerCrm.Core"],
        ["EmployerCrm.Outreach"] = ["EmployerCrm.Core"],
        ["EmployerCrm.Bot"] = ["EmployerCrm.BotFramework", "EmployerCrm.Core"],
        ["EmployerCrm.Web"] = ["EmployerCrm.BotFramework", "EmployerCrm.Bot", "EmployerCrm.Core", "EmployerCrm.Outreach", "EmployerCrm.Store"],
    };

    /// <summary>Libraries that only one project may touch, by the beginning of the assembly's name.</summary>
    private static readonly Dictionary<string, string> Owners = new()
    {
        ["Dapper"] = "EmployerCrm.Store",
        ["Microsoft.Data."] = "EmployerCrm.Store",
        ["System.Data."] = "EmployerCrm.Store",
        ["System.CommandLine"] = "EmployerCrm.Web",
        ["Quartz"] = "EmployerCrm.Web",
    };

    public static TheoryData<string> SourceProjects => [.. House.SourceProjects.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_file_points_only_where_the_arrows_go(string name)
    {
        Assert.True(Allowed.ContainsKey(name), $"{name} has no arrows: say in this test what it may know.");
        Assert.Empty(Find(name).References.Except(Allowed[name]));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void The_compiled_code_refers_only_where_the_arrows_go(string name)
    {
        var ours = CompiledReferences(name).Where(reference => reference.StartsWith("EmployerCrm.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(Allowed[name]));
    }

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_library_with_an_owner_is_used_by_its_owner_alone(string name)
    {
        var trespasses =
            from reference in CompiledReferences(name)
            from owner in Owners
            where reference.StartsWith(owner.Key, StringComparison.Ordinal) && owner.Value != name && !IsPartOfTheRuntime(reference)
            select $"{name} uses {reference}, which belongs to {owner.Value}";

        Assert.Empty(trespasses);
    }

    [Fact]
    public void The_core_asks_for_no_package_and_no_framework()
    {
        var core = Find("EmployerCrm.Core");

        Assert.Empty(core.Packages);
        Assert.Empty(core.Frameworks);
        Assert.All(CompiledReferences(core.Name), reference => Assert.StartsWith("System", reference, StringComparison.Ordinal));
    }

    [Fact]
    public void The_protocol_asks_for_tokens_retries_and_the_web_and_for_nothing_to_store_in()
    {
        var protocol = Find("EmployerCrm.BotFramework");

        Assert.Empty(protocol.Packages.Except(["Microsoft.Identity.Client", "Polly"]));
        Assert.Empty(protocol.References);
        Assert.DoesNotContain(
            CompiledReferences(protocol.Name),
            reference => reference.Contains("Data", StringComparison.Ordinal) || reference.Contains("Sql", StringComparison.OrdinalIgnoreCase) || reference.Contains("Dapper", StringComparison.Ordinal));
    }

    [Fact]
    public void The_protocol_knows_nothing_of_what_the_service_is_about()
    {
        var spoken =
            from file in House.Files
            where file.Extension == ".cs" && House.Name(file).StartsWith("src/EmployerCrm.BotFramework/", StringComparison.Ordinal)
            from Match word in Domain().Matches(File.ReadAllText(file.FullName))
            select $"{House.Name(file)}: {word.Value}";

        Assert.Empty(spoken);
    }

    [Fact]
    public void The_scheduler_is_seen_in_one_file()
    {
        var seen = House.Files
            .Where(file => file.Extension == ".cs" && House.Name(file).StartsWith("src/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file.FullName).Any(line => line.Contains("Quartz.", StringComparison.Ordinal) || line.Contains("using Quartz", StringComparison.Ordinal)))
            .Select(House.Name);

        Assert.Empty(seen.Except(["src/EmployerCrm.Web/Jobs/QuartzSchedule.cs"]));
    }

    /// <summary>System.Data.Common is a contract of the runtime itself; what it stands in front of is not.</summary>
    private static bool IsPartOfTheRuntime(string reference) => reference == "System.Data.Common";

    [GeneratedRegex(@"\b(?:employers?|visit(?:s|ed)?|placements?|specialists?|job ?seekers?|follow-?ups?|vacanc\w+)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Domain();

    private static HouseProject Find(string name) => House.SourceProjects.Single(project => project.Name == name);

    private static IReadOnlyList<string> CompiledReferences(string name)
    {
        var project = Find(name);
        Assert.SkipUnless(project.Assembly.Exists, $"{name} has not been built in this configuration; build the solution to check what it refers to.");
        return project.CompiledReferences();
    }
}
