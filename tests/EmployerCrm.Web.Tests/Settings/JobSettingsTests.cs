using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.Jobs;
using Microsoft.Extensions.Configuration;

namespace EmployerCrm.Web.Tests.Settings;

public sealed class JobSettingsTests
{
    [Theory]
    [InlineData(null, 120)]
    [InlineData("", 120)]
    [InlineData("00:00:03", 3)]
    [InlineData("00:10:00", 600)]
    public void The_lease_is_what_is_set_or_what_comes_with_the_service(string? text, int seconds)
    {
        var settings = Of(text);
        Assert.Empty(settings.Problems());
        Assert.Equal(new JobOptions { Lease = TimeSpan.FromSeconds(seconds) }, settings.Options);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("00:00:00.5")]
    [InlineData("00:10:01")]
    [InlineData("long")]
    public void Another_is_refused_at_the_start(string text) =>
        Assert.Equal([$"Jobs:Lease is \"{text}\"; it is a time from 00:00:01 to 00:10:00, like 00:02:00."], Of(text).Problems());

    private static JobSettings Of(string? lease) => JobSettings.Of(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Jobs:Lease", lease)]).Build());
}
