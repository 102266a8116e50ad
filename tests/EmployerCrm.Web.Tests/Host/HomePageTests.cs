using System.Net;
using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Tests.Host;

public sealed partial class HomePageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_has_language_title_one_heading_and_landmarks()
    {
        await using var host = await RunningHost.StartAsync(Token);

        var html = await host.Client.GetStringAsync("/", Token);

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en-GB\">", html, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+ · EmployerCrm</title>", html);
        Assert.Contains("name=\"viewport\"", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1[ >]"));
        Assert.All(["header", "main", "footer"], landmark => Assert.Single(Regex.Matches(html, $"<{landmark}[ >]")));
        Assert.Contains("visited Friday&#x27;s", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_the_page_loads_comes_from_the_host_and_is_there()
    {
        await using var host = await RunningHost.StartAsync(Token);
        var html = await host.Client.GetStringAsync("/", Token);

        var addresses = Loaded().Matches(html).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            Assert.StartsWith("/", address, StringComparison.Ordinal);
            using var answer = await host.Client.GetAsync(address, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("--ground", "--text", 7)]
    [InlineData("--ground", "--quiet", 4.5)]
    [InlineData("--field", "--quiet", 4.5)]
    [InlineData("--field", "--text", 7)]
    [InlineData("--ground", "--accent", 4.5)]
    public async Task Text_stands_out_from_its_ground_in_light_and_in_dark(string ground, string text, double least)
    {
        await using var host = await RunningHost.StartAsync(Token);
        var css = await host.Client.GetStringAsync("/assets/site.css", Token);

        var (grounds, texts) = (Colours(css, ground), Colours(css, text));

        Assert.Equal(2, grounds.Count);
        Assert.All(grounds.Zip(texts), pair => Assert.True(Contrast(pair.First, pair.Second) >= least, $"{ground} {text}: {Contrast(pair.First, pair.Second)}"));
    }

    [Fact]
    public async Task Only_on_a_developers_machine_does_the_page_name_the_local_chat_client()
    {
        await using var development = await RunningHost.StartAsync(Token);
        await using var production = await RunningHost.StartAsync("Production", StartTests.Credentials, Token);

        Assert.Contains("localhost:56150", await development.Client.GetStringAsync("/", Token), StringComparison.Ordinal);
        await using var elsewhere = await RunningHost.StartAsync("Development", ["--Web:LocalChatUrl=http://localhost:4711"], Token);
        Assert.Contains("localhost:4711", await elsewhere.Client.GetStringAsync("/", Token), StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", await production.Client.GetStringAsync("/", Token), StringComparison.Ordinal);
    }

    private static List<int> Colours(string css, string name) =>
        [.. Regex.Matches(css, name + ": #([0-9a-f]{6})").Select(match => Convert.ToInt32(match.Groups[1].Value, 16))];

    /// <summary>The contrast ratio of WCAG 2.</summary>
    private static double Contrast(int one, int other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(int colour) =>
        (0.2126 * Linear(colour >> 16)) + (0.7152 * Linear((colour >> 8) & 0xFF)) + (0.0722 * Linear(colour & 0xFF));

    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("<(?:link|img|script)[^>]* (?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Loaded();
}
