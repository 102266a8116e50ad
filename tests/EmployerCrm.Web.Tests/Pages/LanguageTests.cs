using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmployerCrm.Web.Tests.Host;
using EmployerCrm.Web.Tests.SignIn;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class LanguageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_text_is_there_in_Welsh_with_the_same_places_for_values()
    {
        var (english, welsh) = (Texts("PageTexts.resx"), Texts("PageTexts.cy.resx"));

        Assert.True(english.Count > 100, "Almost no text is found.");
        Assert.Empty(english.Keys.Except(welsh.Keys));
        Assert.Empty(welsh.Keys.Except(english.Keys));
        Assert.Empty(english.Where(text => !Places(text.Value).SetEquals(Places(welsh[text.Key]))).Select(text => text.Key));
    }

    [Theory]
    [InlineData("cy", "cy")]
    [InlineData("fr, cy;q=0.5, en;q=0.4", "cy")]
    [InlineData("en, cy;q=0.9", "en-GB")]
    [InlineData("de", "en-GB")]
    [InlineData("*;q=0.1, x", "en-GB")]
    public async Task A_page_is_in_the_first_of_the_browsers_languages_that_we_have(string accepted, string language)
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        using var answer = await host.Client.SendAsync(request, Token);

        Assert.Contains($"<html lang=\"{language}\">", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browsers_wish_the_services_language_is_used()
    {
        await using var host = await RunningHost.StartAsync("Development", ["--Teams:DefaultLanguage=cy"], Token);

        Assert.Contains("<html lang=\"cy\">", await host.Client.GetStringAsync("/about", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_in_the_footer_changes_the_language_for_good_and_leads_back()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = host.Visitor();

        var chosen = await visitor.GetAsync("/language/cy?returnUrl=%2Fabout");

        Assert.Equal((HttpStatusCode.Redirect, "/about"), (chosen.Status, chosen.To));
        Assert.Contains("<html lang=\"cy\">", (await visitor.GetAsync("/about")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await visitor.GetAsync("/language/en?returnUrl=https%3A%2F%2Fevil.example")).To);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/language/fr")).Status);
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "EmployerCrm.Web", "Resources", file)).Descendants("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Places(string text) => [.. Regex.Matches(text, @"\{\d+\}").Select(match => match.Value)];
}
