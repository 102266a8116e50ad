using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Without an app id: the local chat client gets in, and nobody else.</summary>
public sealed class DevelopmentModeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_on_this_machine_gets_in_without_a_token_and_is_answered_without_one()
    {
        await using var host = await BotHost.StartInDevelopmentModeAsync();
        host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync("hello", cancellation);

        using var answer = await PostAsync(host, host.Client.BaseAddress!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var call = await host.Connector.CallAsync(1, Cancellation);
        Assert.Null(call.BearerToken);
        Assert.Equal("hello", call.Activity.Text);
        Assert.Equal(0, host.Authority.TokenRequests);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("X-Forwarded-Host", "crm.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-For", "203.0.113.7:1")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 tunnel")]
    [InlineData("X-Forwarded-Port", "443")]
    [InlineData("x-forwarded-prefix", "/bot")]
    [InlineData("X-Original-Host", "crm.example")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    [InlineData("True-Client-IP", "203.0.113.7")]
    [InlineData("X-Azure-ClientIP", "203.0.113.7")]
    [InlineData("Host", "crm.example")]
    [InlineData("Host", "localhost.evil.example")]
    public async Task What_a_tunnel_or_another_web_page_brings_from_outside_is_refused(string header, string value)
    {
        await using var host = await BotHost.StartInDevelopmentModeAsync();

        using var answer = await PostAsync(host, host.Client.BaseAddress!, header, value);

        await AssertRefusedAsync(host, answer, "NotLoopback");
    }

    [Theory]
    [InlineData("localhost:3978")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:3978")]
    public async Task This_machine_may_be_called_by_any_of_its_loopback_names(string name)
    {
        await using var host = await BotHost.StartInDevelopmentModeAsync();

        using var answer = await PostAsync(host, host.Client.BaseAddress!, "Host", name);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Another_interface_of_this_machine_is_refused()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(candidate => candidate.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(candidate));
        Assert.SkipWhen(address is null, "This machine has no other network interface.");
        await using var host = await BotHost.StartInDevelopmentModeAsync(("Urls", $"http://127.0.0.1:0;http://{address}:0"));
        var outside = host.Urls.Single(url => !url.Contains("127.0.0.1", StringComparison.Ordinal));

        using var answer = await PostAsync(host, new Uri(outside), "Host", "localhost");

        await AssertRefusedAsync(host, answer, "NotLoopback");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task A_service_address_that_is_neither_loopback_nor_listed_is_refused(string serviceUrl)
    {
        await using var host = await BotHost.StartInDevelopmentModeAsync();

        using var answer = await new TestChannel(host.Client).PostAsync(new TeamsActivities(serviceUrl, host.Clock).Message("due"), Cancellation);

        await AssertRefusedAsync(host, answer, "ServiceUrlNotAllowed");
    }

    [Fact]
    public async Task With_an_app_id_the_Development_environment_asks_for_tokens_as_any_other()
    {
        await using var host = await BotHost.StartAsync("Development", [("AllowedServiceUrls", null)]);

        using var without = await PostAsync(host, host.Client.BaseAddress!);
        using var with = await host.PostAsync(host.Activities.Message("due"));

        await AssertRefusedAsync(host, without, "TokenMissing", heard: 1);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(BotHost host, Uri address, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/messages"))
        {
            Content = new StringContent(host.Activities.Message("due").ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return await host.Client.SendAsync(request, Cancellation);
    }

    private static async Task AssertRefusedAsync(BotHost host, HttpResponseMessage answer, string reason, int heard = 0)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(heard, host.Bot.Heard.Count);
        Assert.Contains("Caller refused: " + reason, host.Log.Lines);
    }
}
