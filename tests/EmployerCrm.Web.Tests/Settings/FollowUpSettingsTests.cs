using EmployerCrm.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace EmployerCrm.Web.Tests.Settings;

public sealed class FollowUpSettingsTests
{
    [Fact]
    public void Without_settings_it_is_what_comes_with_the_service()
    {
        var settings = Of();
        Assert.Empty(settings.Problems);
        Assert.Equal((3, 5), (settings.Options.MostSnoozes, settings.Options.EscalateAfterWorkingDays));
    }

    [Fact]
    public void Numbers_are_taken() =>
        Assert.Equal((0, 10), Of(("MostSnoozes", "0"), ("EscalateAfterWorkingDays", "10")) is { Problems.Count: 0, Options: var options } ? (options.MostSnoozes, options.EscalateAfterWorkingDays) : default);

    [Theory]
    [InlineData("MostSnoozes", "-1", "FollowUps:MostSnoozes is \"-1\"; it is a whole number from 0 to 100.")]
    [InlineData("MostSnoozes", "often", "FollowUps:MostSnoozes is \"often\"; it is a whole number from 0 to 100.")]
    [InlineData("EscalateAfterWorkingDays", "0", "FollowUps:EscalateAfterWorkingDays is \"0\"; it is a whole number from 1 to 100.")]
    [InlineData("EscalateAfterWorkingDays", "1000", "FollowUps:EscalateAfterWorkingDays is \"1000\"; it is a whole number from 1 to 100.")]
    public void What_cannot_be_meant_is_named(string setting, string value, string problem) => Assert.Equal([problem], Of((setting, value)).Problems);

    private static FollowUpSettings Of(params (string Name, string Value)[] settings) => FollowUpSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("FollowUps:" + setting.Name, (string?)setting.Value))).Build());
}
