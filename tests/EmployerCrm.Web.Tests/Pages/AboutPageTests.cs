using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Web.Tests.Host;

namespace EmployerCrm.Web.Tests.Pages;

public sealed partial class AboutPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_has_language_title_one_heading_and_landmarks()
    {
        await using var host = await RunningHost.StartAsync(Token);

        var html = await host.Client.GetStringAsync("/about", Token);

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en-GB\">", html, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+ · EmployerCrm</title>", html);
        Assert.Contains("name=\"viewport\"", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1[ >]"));
        Assert.All(["header", "main", "footer"], landmark => Assert.Single(Regex.Matches(html, $"<{landmark}[ >]")));
        Assert.Contains("visited Friday&#x27;s", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_the_page_loads_comes_from_the_host_is_there_and_may_be_kept_for_good()
    {
        await using var host = await RunningHost.StartAsync(Token);
        var html = await host.Client.GetStringAsync("/about", Token);

        var addresses = Loaded().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(address => address.StartsWith("/assets/", StringComparison.Ordinal)).Distinct().ToList();

        Assert.DoesNotContain("src=\"http", html, StringComparison.Ordinal);
        Assert.Contains(addresses, address => address.StartsWith("/assets/site.css?v=", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var answer = await host.Client.GetAsync(address, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_without_the_mark_of_its_content_is_asked_for_again_and_not_sent_again()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var first = await host.Client.GetAsync("/assets/site.css", Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/site.css?v=of-another-version");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request, Token);

        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_can_unpack_gets_less_to_load()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/site.css") { Headers = { { "Accept-Encoding", "gzip" } } };

        var whole = await host.Client.GetByteArrayAsync("/assets/site.css", Token);
        using var answer = await host.Client.SendAsync(request, Token);

        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Token)).Length < whole.Length / 2);
    }

    [Fact]
    public async Task Only_on_a_developers_machine_does_the_page_name_the_local_chat_client()
    {
        await using var development = await RunningHost.StartAsync(Token);
        await using var production = await RunningHost.StartAsync("Production", StartTests.Credentials, Token);

        Assert.Contains("localhost:56150", await development.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
        await using var elsewhere = await RunningHost.StartAsync("Development", ["--Web:LocalChatUrl=http://localhost:4711"], Token);
        Assert.Contains("localhost:4711", await elsewhere.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", await production.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"#]+)\"")]
    private static partial Regex Loaded();
}
