using EmployerCrm.Core.Outbox;
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

    [Fact]
    public void Leases_are_what_is_set_or_what_comes_with_the_service_and_others_are_refused_at_the_start()
    {
        var usual = new OutboxOptions();
        Assert.Equal((usual.ClaimLease, usual.SendLease), Of([]).Options is var options ? (options.ClaimLease, options.SendLease) : default);
        var set = Of(("Outbox:ClaimLease", "00:00:03"), ("Outbox:SendLease", "00:10:00"));
        Assert.Empty(set.Problems());
        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(10)), (set.Options.ClaimLease, set.Options.SendLease));
        Assert.Equal(
            [
                "Outbox:ClaimLease is \"soon\"; it is a time from 00:00:01 to 00:10:00, like 00:01:00.",
                "Outbox:SendLease is \"00:10:01\"; it is a time from 00:00:01 to 00:10:00, like 00:01:00.",
            ],
            Of(("Outbox:ClaimLease", "soon"), ("Outbox:SendLease", "00:10:01")).Problems());
    }

    private static OutboxSettings Of(string? text) => Of(("Outbox:TeamsPerSecond", text));

    private static OutboxSettings Of(params (string Name, string? Value)[] settings) => OutboxSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build());
}
