using EmployerCrm.BotFramework;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Entries of one's own on the list of service addresses, as national clouds need them.</summary>
public sealed class ServiceUrlListTests
{
    [Theory]
    [InlineData("smba.infra.gov.teams.microsoft.us", "https://smba.infra.gov.teams.microsoft.us/gcch/", true)]
    [InlineData("smba.infra.gov.teams.microsoft.us", "https://x.smba.infra.gov.teams.microsoft.us/", false)]
    [InlineData("*.botframework.azure.us", "https://tenant.botframework.azure.us/", true)]
    [InlineData("*.botframework.azure.us", "https://a.b.botframework.azure.us/", true)]
    [InlineData("*.botframework.azure.us", "https://botframework.azure.us/", false)]
    [InlineData("*.botframework.azure.us", "https://xbotframework.azure.us/", false)]
    [InlineData("https://proxy.example:8443/teams", "https://proxy.example:8443/teams/uk/", true)]
    [InlineData("https://proxy.example:8443/teams", "https://proxy.example:8443/teams", true)]
    [InlineData("https://proxy.example:8443/teams", "https://proxy.example:8443/teamsters/", false)]
    [InlineData("https://proxy.example:8443/teams", "https://proxy.example:8443/teams/../admin/", false)]
    [InlineData("https://proxy.example:8443/teams", "https://proxy.example:8443/teams/%2e%2e/admin/", false)]
    [InlineData("https://proxy.example:8443/teams", "https://proxy.example/teams/", false)]
    [InlineData("http://127.0.0.1:5000/", "http://127.0.0.1:5000/teams/", true)]
    [InlineData("http://127.0.0.1:5000/", "http://127.0.0.1:5001/teams/", false)]
    [InlineData("http://127.0.0.1:5000/", "http://localhost:5000/teams/", false)]
    public void An_entry_covers_what_it_says_and_no_more(string entry, string serviceUrl, bool covered)
    {
        var list = new ServiceUrls(Options.Create(new BotFrameworkOptions { AllowedServiceUrls = [entry] }));

        Assert.Equal(covered, list.Allows(serviceUrl));
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://[::1]:56150/", true)]
    [InlineData("http://127.9.9.9/", true)]
    [InlineData("http://2130706433/", true)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("gopher://localhost/", false)]
    [InlineData(null, false)]
    public void Loopback_is_allowed_in_Development_and_nowhere_else(string? serviceUrl, bool inDevelopment)
    {
        Assert.Equal(inDevelopment, new ServiceUrls(Options.Create(new BotFrameworkOptions { IsDevelopment = true })).Allows(serviceUrl));
        Assert.False(new ServiceUrls(Options.Create(new BotFrameworkOptions())).Allows(serviceUrl));
    }
}
