using EmployerCrm.Core.Engagement;
using EmployerCrm.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace EmployerCrm.Web.Tests.Settings;

/// <summary>What makes a level is taken from the settings, and what cannot be meant is named.</summary>
public sealed class EngagementSettingsTests
{
    [Fact]
    public void Without_settings_it_is_what_comes_with_the_service()
    {
        var settings = Of([]);
        Assert.Empty(settings.Problems);
        Assert.Equal(new EngagementOptions().WindowMonths, settings.Options.WindowMonths);
        Assert.Equal(7, settings.Options.Rules.Count);
        Assert.Equal((90, 6, 12), (settings.Options.SustainedDays, settings.Options.SilenceMonths, settings.Options.LongestOverrideMonths));
    }

    [Fact]
    public void Numbers_windows_and_rules_are_taken()
    {
        var settings = Of(
        [
            ("SilenceMonths", "3"), ("WindowMonths:Visit", "18"), ("Rules:0:Level", "2"), ("Rules:0:OtherContact", "2"), ("Rules:1:Level", "3"), ("Rules:1:Visit", "2"),
            ("Rules:2:Level", "4"), ("Rules:2:Visit", "3"), ("Rules:3:Level", "5"), ("Rules:3:Visit", "9"), ("Rules:3:Placement", "3"),
        ]);
        Assert.Empty(settings.Problems);
        Assert.Equal((3, 18, 12), (settings.Options.SilenceMonths, settings.Options.WindowMonths[EvidenceKind.Visit], settings.Options.WindowMonths[EvidenceKind.Opening]));
        Assert.Equal([2, 3, 4, 5], settings.Options.Rules.Select(rule => rule.Level));
        Assert.Equal((9, 3), (settings.Options.Rules[3].AtLeast[EvidenceKind.Visit], settings.Options.Rules[3].AtLeast[EvidenceKind.Placement]));
    }

    [Theory]
    [InlineData("SilenceMonths", "0", "Engagement:SilenceMonths is \"0\"")]
    [InlineData("SustainedDays", "ninety", "Engagement:SustainedDays is \"ninety\"")]
    [InlineData("WindowMonths:Visits", "12", "Engagement:WindowMonths:Visits is unknown")]
    [InlineData("WindowMonths:Visit", "-1", "Engagement:WindowMonths:Visit is \"-1\"")]
    [InlineData("Rules:0:Level", "1", "Engagement:Rules:0:Level is \"1\"")]
    [InlineData("Rules:0:Vist", "3", "Engagement:Rules:0:Vist is unknown")]
    [InlineData("Rules:0:Visit", "none", "Engagement:Rules:0:Visit is \"none\"")]
    public void What_cannot_be_meant_is_named(string setting, string value, string problem) =>
        Assert.Contains(Of([(setting, value)]).Problems, line => line.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void A_rule_without_evidence_and_a_level_without_a_rule_are_named()
    {
        var problems = Of([("Rules:0:Level", "2")]).Problems;
        Assert.Contains(problems, line => line.StartsWith("Engagement:Rules:0 asks for no evidence", StringComparison.Ordinal));
        Assert.Contains("Engagement:Rules has no way to reach level 3.", problems);
    }

    private static EngagementSettings Of(IEnumerable<(string Name, string Value)> settings) => EngagementSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>("Engagement:" + setting.Name, setting.Value))).Build());
}
