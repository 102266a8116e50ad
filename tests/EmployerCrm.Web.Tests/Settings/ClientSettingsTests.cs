using EmployerCrm.Core.Clients;
using EmployerCrm.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace EmployerCrm.Web.Tests.Settings;

public sealed class ClientSettingsTests
{
    [Fact]
    public void Lists_that_are_left_out_are_those_of_the_service()
    {
        var settings = Of();

        Assert.Equal(ClientLists.Default, settings.Lists);
        Assert.Empty(settings.Problems());
    }

    [Fact]
    public void A_service_names_its_own_programmes_with_older_names_behind_a_bar()
    {
        var settings = Of(("Clients:Programmes:0", "Work and Health | Pathways | Access"), ("Clients:JobTypes:0", "Forestry"));

        Assert.Empty(settings.Problems());
        Assert.Equal(["Work and Health"], settings.Lists.ProgrammeNames);
        Assert.Equal("Work and Health", settings.Lists.FindProgramme("pathways"));
        Assert.Equal("Forestry", settings.Lists.FindJobType("FORESTRY"));
        Assert.Null(settings.Lists.FindProgramme("WorkWell"));
    }

    [Fact]
    public void Names_that_do_not_fit_are_told() =>
        Assert.Contains("longer than 200", Assert.Single(Of(("Clients:JobTypes:0", new string('x', 201))).Problems()), StringComparison.Ordinal);

    private static ClientSettings Of(params (string Key, string Value)[] values) => ClientSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
