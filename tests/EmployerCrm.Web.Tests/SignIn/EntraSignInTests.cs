using System.Net;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>The whole flow with a directory of our own: what signs somebody in, and everything that must not.</summary>
public sealed class EntraSignInTests : IAsyncLifetime
{
    private static readonly TestAccount Bea = new(SignInHost.BeasObjectId, "Bea Hart");

    private TestEntra _entra = null!;

    public async ValueTask InitializeAsync() => _entra = await TestEntra.StartAsync(Bea);

    public ValueTask DisposeAsync() => _entra.DisposeAsync();

    [Fact]
    public async Task A_person_of_the_service_signs_in_and_gets_where_they_wanted_to_go()
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        var sent = await visitor.GetAsync("/test/name?x=1");
        var page = await visitor.GetAsync(sent.To!);
        Assert.Contains("href=\"/sign-in/entra?returnUrl=%2Ftest%2Fname%3Fx%3D1\"", page.Text, StringComparison.Ordinal);
        var back = await RoundAsync(visitor, "/sign-in/entra?returnUrl=%2Ftest%2Fname%3Fx%3D1");

        Assert.Equal("/test/name?x=1", back.To);
        Assert.Equal("Bea Hart", (await visitor.GetAsync("/test/name")).Text);
        Assert.Equal("S256", _entra.LastRequest["code_challenge_method"]);
        Assert.Equal("openid profile", _entra.LastRequest["scope"]);
        Assert.Equal(43, _entra.LastRequest["nonce"].Length);
        Assert.DoesNotContain("name=\"person\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_service_does_not_know_learns_what_to_tell_an_admin_and_gets_in_nowhere()
    {
        _entra.Accounts = [new TestAccount("44444444-0000-4000-8000-0000000000FF", "Uma <b>New</b>", "Admin")];
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        await RoundAsync(visitor, "/sign-in/entra");

        var page = (await visitor.GetAsync("/sign-in")).Text;
        Assert.Contains("44444444-0000-4000-8000-0000000000ff", page, StringComparison.Ordinal);
        Assert.Contains("Uma &lt;b&gt;New", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/admins/name")).Status);
    }

    [Fact]
    public async Task A_leaver_whom_the_directory_still_knows_is_not_let_in()
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();
        host.Execute("update specialists set left_on = '2020-01-01'");

        await RoundAsync(visitor, "/sign-in/entra");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    public static TheoryData<string, Action<TestToken>, string> SpoiledTokens => new()
    {
        { "issued by another directory", token => token.With("iss", "https://login.evil.example/v2.0"), "SecurityTokenInvalidIssuerException" },
        { "of another tenant of the same directory", token => token.With("iss", ((string)token.Claims["iss"]!).Replace('2', '5')), "SecurityTokenInvalidIssuerException" },
        { "with the tenant of somebody else", token => token.With("tid", "55555555-5555-5555-5555-555555555555"), "person" },
        { "without a tenant", token => token.Without("tid"), "person" },
        { "for another app", token => token.With("aud", "66666666-6666-6666-6666-666666666666"), "SecurityTokenInvalidAudienceException" },
        { "for nobody", token => token.Without("aud"), "SecurityTokenInvalidAudienceException" },
        { "with another nonce", token => token.With("nonce", "another"), "nonce" },
        { "without a nonce", token => token.Without("nonce"), "nonce" },
        { "expired", token => token.With("exp", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 301).With("nbf", 0), "SecurityTokenInvalidLifetimeException" },
        { "that never expires", token => token.Without("exp"), "SecurityTokenInvalidLifetimeException" },
        // Not to the second, since the host's clock goes on while the token is on its way.
        { "not valid yet", token => token.With("nbf", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 360), "SecurityTokenInvalidLifetimeException" },
        { "about nobody", token => token.Without("oid"), "person" },
        { "about something that is no person", token => token.With("oid", "root"), "person" },
        { "unsigned", token => (token.Header["alg"], token.Signature) = ("none", _ => []), "" },
        { "signed by a stranger", token => token.Signature = bytes => bytes[..32], "" },
        { "signed with the public key as a secret", token => token.Header["alg"] = "HS256", "" },
        { "of an unknown key", token => token.Header["kid"] = "key-9", "" },
    };

    [Theory]
    [MemberData(nameof(SpoiledTokens), DisableDiscoveryEnumeration = true)]
    public async Task A_token_is_refused_that_is(string what, Action<TestToken> spoil, string reason)
    {
        _entra.Spoil = spoil;
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        var back = await RoundAsync(visitor, "/sign-in/entra");

        Assert.True(back.To == "/sign-in?problem=Failed", $"A token {what} led to {back.To}.");
        Assert.Equal(1, _entra.Exchanges);
        Assert.Contains("Somebody was not signed in: " + reason, host.Host.Log.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task The_same_token_unspoiled_signs_in()
    {
        _entra.Spoil = token => token.With("nbf", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 200);
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        Assert.Equal("/", (await RoundAsync(visitor, "/sign-in/entra")).To);
    }

    [Fact]
    public async Task What_comes_back_counts_once_and_only_in_the_browser_that_began_it()
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();
        using var victim = host.Visitor();
        var callback = await CallbackAsync(visitor, "/sign-in/entra");

        Assert.Equal("/sign-in?problem=Failed", (await victim.GetAsync(callback)).To);
        Assert.Equal(0, _entra.Exchanges);
        Assert.Equal("/", (await visitor.GetAsync(callback)).To);
        Assert.Equal("/sign-in?problem=Failed", (await visitor.GetAsync(callback)).To);
        Assert.Equal(1, _entra.Exchanges);
    }

    [Fact]
    public async Task A_code_that_was_stolen_does_not_fit_another_sign_in()
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();
        using var thief = host.Visitor();
        var stolen = Parameter(await CallbackAsync(visitor, "/sign-in/entra"), "code");
        var own = await CallbackAsync(thief, "/sign-in/entra");

        var answer = await thief.GetAsync(own.Replace(Parameter(own, "code"), stolen, StringComparison.Ordinal));

        Assert.Equal("/sign-in?problem=Failed", answer.To);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/test/name")).Status);
    }

    [Theory]
    [InlineData("/sign-in/entra/callback")]
    [InlineData("/sign-in/entra/callback?code=x")]
    [InlineData("/sign-in/entra/callback?code=x&state=y")]
    [InlineData("/sign-in/entra/callback?error=server_error&error_description=%3Cscript%3E&state=y")]
    public async Task Coming_back_without_having_left_leads_to_the_sign_in_page(string address)
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        Assert.Equal("/sign-in?problem=Failed", (await visitor.GetAsync(address)).To);
        Assert.DoesNotContain("script", host.Host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_and_whom_the_directory_denies_is_told_so()
    {
        _entra.Denies = true;
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        var back = await RoundAsync(visitor, "/sign-in/entra");

        Assert.Equal("/sign-in?problem=Cancelled", back.To);
        Assert.Contains("cancelled at Microsoft", (await visitor.GetAsync(back.To!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", (await visitor.GetAsync("/sign-in?problem=%3Cb%3E")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_away_is_told_from_a_sign_in_that_failed()
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();
        var callback = await CallbackAsync(visitor, "/sign-in/entra");
        _entra.IsDown = true;

        Assert.Equal("/sign-in?problem=Unavailable", (await visitor.GetAsync(callback)).To);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_leads_to_no_other_site(string address)
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        Assert.Equal("/", (await RoundAsync(visitor, "/sign-in/entra?returnUrl=" + Uri.EscapeDataString(address))).To);
    }

    [Fact]
    public async Task The_directory_decides_on_roles_where_the_settings_say_so()
    {
        const string leads = "77777777-0000-4000-8000-000000000001";
        await using var host = await SignInHost.StartAsync(_entra, "--Auth:RolesFrom=Entra", $"--Auth:Groups:{leads}=TeamLead");
        using var visitor = host.Visitor();

        Assert.Equal("/sign-in?problem=NoRole", (await RoundAsync(visitor, "/sign-in/entra")).To);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
        foreach (var (account, role) in new[] { (new TestAccount(Bea.ObjectId, Bea.Name, "Boss", "Specialist") { Groups = [leads] }, "TeamLead"), (new TestAccount(Bea.ObjectId, Bea.Name, "admin"), "Admin") })
        {
            _entra.Accounts = [account];
            Assert.Equal("/", (await RoundAsync(visitor, "/sign-in/entra")).To);
            Assert.Equal(role, host.Query($"select role from specialists where object_id = '{Bea.ObjectId}'"));
        }

        Assert.Equal("2", host.Query("select count(*) from audit_entries where action = 'person-changed' and via = 'Web' and specialist_id is null"));
    }

    [Fact]
    public async Task Where_the_records_decide_a_role_of_the_directory_changes_nothing()
    {
        _entra.Accounts = [new TestAccount(Bea.ObjectId, Bea.Name, "Admin")];
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        await RoundAsync(visitor, "/sign-in/entra");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/test/admins/name")).Status);
    }

    /// <summary>To the directory and back again.</summary>
    private async Task<Visitor.Answer> RoundAsync(Visitor visitor, string begin) => await visitor.GetAsync(await CallbackAsync(visitor, begin));

    /// <summary>To the directory; the address with which it sends the browser back.</summary>
    private async Task<string> CallbackAsync(Visitor visitor, string begin)
    {
        var away = await visitor.GetAsync(begin);
        Assert.StartsWith(_entra.Url, away.To, StringComparison.Ordinal);
        return (await visitor.GetAsync(away.To!)).To!;
    }

    private static string Parameter(string address, string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(address).Query)[name].ToString();
}
