using System.Net;
using EmployerCrm.Web.Tests.Host;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>What a session opens, and when it ends.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_specialist_gets_to_the_pages_of_people_and_not_to_those_of_admins()
    {
        await using var host = await SignInHost.StartAsync();
        using var specialist = await host.SignedInAsync(host.Specialist);
        using var admin = await host.SignedInAsync(host.Admin);

        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync("/test/name")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/test/admins/name")).Status);
        Assert.Equal("Cal Moss", (await admin.GetAsync("/test/admins/name")).Text);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_gave_a_rule_is_not_open()
    {
        await using var host = await SignInHost.StartAsync();
        using var stranger = host.Visitor();
        using var specialist = await host.SignedInAsync(host.Specialist);

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/test/forgotten")).Status);
        Assert.Equal("shown", (await specialist.GetAsync("/test/forgotten")).Text);
    }

    [Fact]
    public async Task A_leaver_is_out_at_the_next_request_and_a_new_role_counts_from_the_next_one()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);

        host.Execute($"update specialists set role = 'Admin' where object_id = '{SignInHost.BeasObjectId}'");
        Assert.Equal("Bea Hart", (await visitor.GetAsync("/test/admins/name")).Text);
        host.Execute($"update specialists set left_on = '{DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date):yyyy-MM-dd}' where object_id = '{SignInHost.BeasObjectId}'");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/admins/name")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_was_asked_for_an_hour()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);

        await host.MoveClockAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/test/name")).Status);
        await host.MoveClockAsync(TimeSpan.FromMinutes(100));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/test/name")).Status);
        await host.MoveClockAsync(TimeSpan.FromMinutes(161));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_its_longest_time_however_busy_it_is()
    {
        await using var host = await SignInHost.StartAsync("--Auth:AbsoluteTimeout=02:00:00");
        using var visitor = await host.SignedInAsync(host.Specialist);

        foreach (var minutes in new[] { 40, 80, 119 })
        {
            await host.MoveClockAsync(TimeSpan.FromMinutes(minutes));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/test/name")).Status);
        }

        await host.MoveClockAsync(TimeSpan.FromMinutes(121));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task Signing_out_is_a_form_and_ends_the_session()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await visitor.GetAsync("/sign-out")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-out")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/test/name")).Status);
        Assert.Equal("/sign-in", (await visitor.SubmitAsync("/sign-in", "/sign-out")).To);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_signing_out()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);
        using var thief = host.Visitor();
        thief.Cookies.Add(visitor.Cookies.GetAllCookies());
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/test/name")).Status);

        await visitor.SubmitAsync("/sign-in", "/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/test/name")).Status);
        using var again = await host.SignedInAsync(host.Specialist);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task Signing_in_begins_another_session_whatever_the_browser_brought()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);
        var planted = Session(visitor);

        await visitor.SubmitAsync("/sign-in", "/sign-in", ("person", host.Admin.Id.ToString()));

        Assert.NotEqual(planted, Session(visitor));
        Assert.Equal("Cal Moss", (await visitor.GetAsync("/test/name")).Text);

        static string Session(Visitor visitor) => visitor.Cookies.GetAllCookies().Single(cookie => cookie.Name.EndsWith("session", StringComparison.Ordinal)).Value;
    }

    [Fact]
    public async Task What_changes_something_needs_the_token_of_a_form_that_was_shown_to_this_person()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);
        using var other = await host.SignedInAsync(host.Admin);
        using var stranger = host.Visitor();

        Assert.Equal("changed", (await visitor.SubmitAsync("/sign-in", "/test/change")).Text);
        var theirs = (await other.GetAsync("/sign-in")).Text;
        var stolen = theirs[(theirs.IndexOf("Token\" value=\"", StringComparison.Ordinal) + 14)..].Split('"')[0];
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/test/change")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/test/change", ("__RequestVerificationToken", stolen))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/test/change", ("__RequestVerificationToken", "x"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SubmitAsync("/sign-in", "/test/change")).Status);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out_because_the_keys_lie_beside_the_database()
    {
        using var folder = new TemporaryFolder();
        await using (await RunningHost.StartAsync("Development", [$"--ConnectionStrings:Crm={folder.Database}"], TestContext.Current.CancellationToken))
        {
            Assert.NotEmpty(Directory.GetFiles(folder.File("keys"), "key-*.xml"));
        }

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.File("keys")));
    }

    [Fact]
    public async Task A_session_that_was_made_up_or_spoiled_is_nobodys()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Specialist);
        var cookie = visitor.Cookies.GetAllCookies().Single(cookie => cookie.Name.EndsWith("session", StringComparison.Ordinal));

        foreach (var value in new[] { "x", cookie.Value[..^4] + "AAAA", cookie.Value[..40] })
        {
            cookie.Value = value;
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/test/name")).Status);
        }
    }
}
