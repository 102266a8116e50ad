using EmployerCrm.Core.Clients;
using EmployerCrm.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace EmployerCrm.Web.Tests.Settings;

public sealed class ProgrammeSettingsTests
{
    private const string First = "Clients:Programmes:0";

    [Fact]
    public void A_programme_has_its_schedule_limit_target_and_milestones_from_configuration()
    {
        var settings = Of(
            ($"{First}:Name", "Coastal Pathways"), ($"{First}:AlsoCalled:0", "Pathways"), ($"{First}:Schedule", "lighter"), ($"{First}:LimitMonths", "9"), ($"{First}:CaseloadTarget", "30"),
            ($"{First}:StartsInWork", "true"), ($"{First}:Milestones:0:Name", "Half a year"), ($"{First}:Milestones:0:Weeks", "26"), ($"{First}:Milestones:0:WithinWeeks", "30"),
            ($"{First}:Milestones:0:LeastHoursAWeek", "7.5"));

        Assert.Empty(settings.Problems());
        var programme = Assert.Single(settings.Lists.Programmes);
        Assert.Equal(("Lighter", 9, 30, true), (programme.Schedule, programme.LimitMonths, programme.CaseloadTarget, programme.StartsInWork));
        Assert.Equal(new OutcomeMilestone("Half a year", 26, 30, 450), Assert.Single(programme.Milestones));
        Assert.Equal("Coastal Pathways", settings.Lists.FindProgramme("pathways"));
    }

    [Fact]
    public void What_is_left_out_is_as_in_the_programme_of_that_name_that_comes_with_the_service()
    {
        var settings = Of(("Clients:Programmes:0", "IPS in primary care"), ("Clients:Programmes:1:Name", "connect to work"), ("Clients:Programmes:1:LimitMonths", "0"), ("Clients:Programmes:2", "Our own | Old"));

        Assert.Empty(settings.Problems());
        var (primary, connect, own) = (settings.Lists.Programmes[0], settings.Lists.Programmes[1], settings.Lists.Programmes[2]);
        Assert.Equal(("Lighter", 12, 1), (primary.Schedule, primary.LimitMonths, primary.Milestones.Count));
        Assert.Equal(("connect to work", null, 1), (connect.Name, connect.LimitMonths, connect.Milestones.Count));
        Assert.Equal("connect to work", settings.Lists.FindProgramme("Universal Support"));
        Assert.Equal(("IPS", null, 20), (own.Schedule, own.LimitMonths, own.CaseloadTarget));
    }

    [Theory]
    [InlineData("Schedule", "Weekly", "there are \"IPS\", \"Lighter\", \"Job retention\"")]
    [InlineData("LimitMonths", "a year", "a whole number from 0 to 120 (0 for no limit)")]
    [InlineData("LimitMonths", "-1", "a whole number from 0 to 120")]
    [InlineData("CaseloadTarget", "0", "a whole number from 1 to 200")]
    [InlineData("StartsInWork", "yes", "must be true or false")]
    [InlineData("Template", "IPS", "\"Template\", which is not known")]
    [InlineData("Milestones:0:Weeks", "13", "needs a Name")]
    public void What_is_wrong_is_named_with_what_it_may_be(string key, string value, string says)
    {
        var problems = Of(($"{First}:Name", "Coastal"), ($"{First}:{key}", value)).Problems();

        Assert.Contains(problems, problem => problem.Contains(says, StringComparison.Ordinal) && problem.Contains(First, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("17", "16", "7", "17 weeks cannot be worked within 16")]
    [InlineData("0", "16", "7", "Weeks is \"0\"")]
    [InlineData("13", "16", "61", "LeastHoursAWeek is \"61\"; it must be a number from 0 to 60")]
    [InlineData("13", "16", "7.001", "must be whole minutes")]
    [InlineData("13", "", "7", "needs WithinWeeks")]
    [InlineData("6.5", "16", "7", "a whole number")]
    public void A_milestone_that_cannot_be_is_named(string weeks, string within, string hours, string says)
    {
        var milestone = $"{First}:Milestones:0";
        var problems = Of(($"{First}:Name", "Coastal"), ($"{milestone}:Name", "Thirteen"), ($"{milestone}:Weeks", weeks), ($"{milestone}:WithinWeeks", within), ($"{milestone}:LeastHoursAWeek", hours)).Problems();

        Assert.Contains(problems, problem => problem.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_without_a_name_and_a_milestone_twice_are_named()
    {
        Assert.Contains("has no Name", Assert.Single(Of(($"{First}:Schedule", "IPS")).Problems()), StringComparison.Ordinal);
        (string, string)[] milestones = [.. from number in Enumerable.Range(0, 2) from pair in new[] { ("Name", "Half a year"), ("Weeks", "26"), ("WithinWeeks", "30"), ("LeastHoursAWeek", "7") } select ($"{First}:Milestones:{number}:{pair.Item1}", pair.Item2)];
        Assert.Contains("\"Half a year\" twice", Assert.Single(Of([($"{First}:Name", "Coastal"), .. milestones]).Problems()), StringComparison.Ordinal);
    }

    private static ClientSettings Of(params (string Key, string Value)[] values) => ClientSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
