using System.Net;
using EmployerCrm.Web.SignIn;
using EmployerCrm.Web.Tests.Host;

namespace EmployerCrm.Web.Tests.SignIn;

public sealed class DevelopmentSignInTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in_page_and_from_there_back()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = host.Visitor();

        var sent = await visitor.GetAsync("/test/name?of=me&x=%26");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Ftest%2Fname%3Fof%3Dme%26x%3D%2526"), (sent.Status, sent.To));
        var signedIn = await visitor.SubmitAsync(sent.To!, "/sign-in", ("person", host.Specialist.Id.ToString()));

        Assert.Equal((HttpStatusCode.Redirect, "/test/name?of=me&x=%26"), (signedIn.Status, signedIn.To));
        Assert.Equal((HttpStatusCode.OK, "Bea Hart"), await StatusAndTextAsync(visitor, "/test/name"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Host", "[::ffff:203.0.113.7]")]
    public async Task What_comes_through_a_proxy_or_by_another_name_finds_no_sign_in(string header, string value)
    {
        await using var host = await SignInHost.StartAsync("--AllowedHosts=*;[::ffff:203.0.113.7]");
        using var visitor = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.True((await visitor.SendAsync(request)).Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task In_production_the_page_to_choose_a_person_is_not_there()
    {
        await using var host = await RunningHost.StartAsync("Production", StartTests.Credentials, Token);
        using var visitor = new Visitor(host.Client.BaseAddress!);

        Assert.DoesNotContain("name=\"person\"", (await visitor.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, (await visitor.PostAsync("/sign-in", ("person", "1"))).Status);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/..//evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/x/..//evil.example")]
    [InlineData("evil.example")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in?returnUrl=/")]
    [InlineData("")]
    public async Task A_way_back_that_leads_elsewhere_leads_home(string address)
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = host.Visitor();

        var signedIn = await visitor.SubmitAsync("/sign-in", "/sign-in", ("person", host.Specialist.Id.ToString()), ("returnUrl", address));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (signedIn.Status, signedIn.To));
        Assert.Contains("name=\"returnUrl\" value=\"/\"", (await visitor.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(address))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_be_chosen_who_is_not_there_or_has_left()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = host.Visitor();
        host.Execute($"update specialists set left_on = '2020-01-01' where object_id = '{SignInHost.CalsObjectId}'");

        Assert.DoesNotContain("Cal Moss", (await visitor.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        foreach (var person in new[] { host.Admin.Id.ToString(), "00000000-0000-0000-0000-000000000001", "x" })
            Assert.Equal(SignInAddresses.SignIn, (await visitor.SubmitAsync("/sign-in", "/sign-in", ("person", person))).To);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    private static async Task<(HttpStatusCode, string)> StatusAndTextAsync(Visitor visitor, string address) => await visitor.GetAsync(address) is var answer ? (answer.Status, answer.Text) : default;
}
