using System.Net;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The national clouds: one setting, and each address of its own where somebody needs it.</summary>
public sealed class CloudTests
{
    [Theory]
    [InlineData("Public", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com", "https://api.botframework.com/.default", "https://login.microsoftonline.com")]
    [InlineData("", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com", "https://api.botframework.com/.default", "https://login.microsoftonline.com")]
    [InlineData("USGovernment", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us", "https://api.botframework.us/.default", "https://login.microsoftonline.us")]
    [InlineData("usgovernment", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us", "https://api.botframework.us/.default", "https://login.microsoftonline.us")]
    [InlineData("China", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://api.botframework.azure.cn", "https://api.botframework.azure.cn/.default", "https://login.partner.microsoftonline.cn")]
    public void A_cloud_brings_its_addresses(string cloud, string metadata, string issuer, string scope, string authority)
    {
        var options = new BotFrameworkOptions { Cloud = cloud };

        Assert.Equal((metadata, issuer, scope, authority), (options.OpenIdMetadata, options.Issuer, options.TokenScope, options.TokenAuthority));
    }

    [Fact]
    public void Each_address_can_be_set_and_an_empty_setting_is_none()
    {
        var options = new BotFrameworkOptions { Cloud = "China", Issuer = "https://issuer.example", OpenIdMetadata = " ", TokenScope = "scope", TokenAuthority = "" };

        Assert.Equal(("https://issuer.example", "scope"), (options.Issuer, options.TokenScope));
        Assert.Equal(("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://login.partner.microsoftonline.cn"), (options.OpenIdMetadata, options.TokenAuthority));
    }

    [Theory]
    [InlineData("Public", "https://smba.trafficmanager.net/uk/")]
    [InlineData("Public", "https://smba.infra.gcc.teams.microsoft.com/gcc/")]
    [InlineData("USGovernment", "https://smba.infra.gov.teams.microsoft.us/gcch/")]
    [InlineData("USGovernment", "https://smba.infra.dod.teams.microsoft.us/dod/")]
    [InlineData("USGovernment", "https://webchat.botframework.azure.us/")]
    [InlineData("China", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/cn/")]
    [InlineData("China", "https://webchat.botframework.azure.cn/")]
    public void A_cloud_has_its_service_addresses_and_not_those_of_the_others(string cloud, string serviceUrl)
    {
        foreach (var other in BotCloud.All)
        {
            var list = new ServiceUrls(Options.Create(new BotFrameworkOptions { Cloud = other.Name }));
            Assert.Equal(other.Name == cloud, list.Allows(serviceUrl));
        }
    }

    [Fact]
    public async Task In_a_national_cloud_its_issuer_opens_and_the_public_one_does_not()
    {
        await using var host = await BotHost.StartAsync(("Cloud", "USGovernment"));
        host.Authority.MetadataAnswer = context => TestAuthority.AnswerAsync(
            context, new System.Text.Json.Nodes.JsonObject { ["issuer"] = "https://api.botframework.us", ["jwks_uri"] = host.Authority.KeysUrl });
        var token = host.Authority.Token(BotHost.AppId, host.Connector.ServiceUrl);
        await host.AssertRefusedAsync(host.Activities.Message("due"), token, "Issuer");

        using var answer = await host.Channel.PostAsync(
            host.Activities.Message("due"), token.With("iss", "https://api.botframework.us").ToString(), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_own_token_is_asked_for_in_the_clouds_name()
    {
        await using var host = await BotHost.StartAsync(("Cloud", "China"));
        host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync("hello", cancellation);
        host.Authority.MetadataAnswer = context => TestAuthority.AnswerAsync(context, new System.Text.Json.Nodes.JsonObject { ["jwks_uri"] = host.Authority.KeysUrl });

        using var answer = await host.Channel.PostAsync(
            host.Activities.Message("due"),
            host.Authority.Token(BotHost.AppId, host.Connector.ServiceUrl).With("iss", "https://api.botframework.azure.cn").ToString(),
            TestContext.Current.CancellationToken);

        Assert.Equal("https://api.botframework.azure.cn/.default", host.Authority.LastTokenRequest["scope"]);
        Assert.Single(host.Connector.Calls);
    }

    [Theory]
    [InlineData("Germany")]
    [InlineData("Public,China")]
    public async Task A_cloud_that_there_is_not_is_named_at_the_start(string cloud)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(async () => await (await BotHost.StartAsync(("Cloud", cloud))).DisposeAsync());

        Assert.Contains(refusal.Failures, failure => failure == $"Bot:Cloud is \"{cloud}\", but there are only Public, USGovernment, China.");
    }
}
