using EmployerCrm.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace EmployerCrm.Web.Tests.Settings;

public sealed class OutboxSettingsTests
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData("", 30)]
    [InlineData("0.5", 0.5)]
    [InlineData("50", 50)]
    public void The_pace_is_what_is_set_or_what_comes_with_the_service(string? text, double perSecond)
    {
        var settings = Of(text);
        Assert.Empty(settings.Problems());
        Assert.Equal(perSecond, settings.Options.TeamsPerSecond);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("51")]
    [InlineData("1,5")]
    [InlineData("fast")]
    public void A_pace_that_Teams_does_not_take_is_refused_at_the_start(string text) =>
        Assert.Equal(["Outbox:TeamsPerSecond is a number above 0 and at most 50."], Of(text).Problems());

    private static OutboxSettings Of(string? text) =>
        OutboxSettings.Of(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Outbox:TeamsPerSecond", text)]).Build());
}
