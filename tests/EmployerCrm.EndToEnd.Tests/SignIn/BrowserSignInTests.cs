using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.SignIn;

/// <summary>Signing in as people do, in a real browser over https, on a site of our own and inside another site's frame.</summary>
public sealed class BrowserSignInTests(SampleDatabase sample)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_chooses_their_account_is_signed_in_stays_so_over_a_restart_and_signs_out()
    {
        await using var stack = await SignInStack.StartAsync(sample, Cancellation, SignInStack.Meera, new TestAccount("10000000-0000-4000-8000-0000000000aa", "Somebody Else"));
        var page = await stack.Sites.NewPageAsync();

        await page.GotoAsync(Sites.Crm + "/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Meera Chauhan" }).ClickAsync();
        await page.WaitForURLAsync(address => address.StartsWith(Sites.Crm, StringComparison.Ordinal));
        await page.GotoAsync(Sites.Crm + "/sign-in");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You are signed in: Meera Chauhan");
        var cookies = await page.Context.CookiesAsync([Sites.Crm]);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
            Assert.True(cookie is { Secure: true, HttpOnly: true, SameSite: SameSiteAttribute.None }, cookie.Name);
        });
        Assert.Contains(cookies, cookie => cookie.Name == "__Host-employercrm-session");

        await stack.RestartAsync(Cancellation);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You are signed in: Meera Chauhan");

        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whom_nobody_has_added_is_told_the_object_id_to_pass_on()
    {
        await using var stack = await SignInStack.StartAsync(sample, Cancellation, new TestAccount("10000000-0000-4000-8000-0000000000aa", "Somebody Else"));
        var page = await stack.Sites.NewPageAsync();

        await page.GotoAsync(Sites.Crm + "/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" }).ClickAsync();
        await page.WaitForURLAsync(address => address.StartsWith(Sites.Crm, StringComparison.Ordinal));
        await page.GotoAsync(Sites.Crm + "/sign-in");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("10000000-0000-4000-8000-0000000000aa");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Inside_Teams_frame_the_token_signs_in_and_forms_work_apart_from_the_browsers_own_session()
    {
        await using var stack = await SignInStack.StartAsync(sample, Cancellation, SignInStack.Meera);
        var page = await stack.Sites.NewPageAsync();
        await page.GotoAsync(Sites.Teams + "/?show=/sign-in");
        var app = page.FrameLocator("iframe");
        await Assertions.Expect(app.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" })).ToBeVisibleAsync();

        var status = await Frame(page).EvaluateAsync<int>(
            "async token => (await fetch('/sign-in/teams', { method: 'POST', headers: { Authorization: 'Bearer ' + token } })).status", stack.Entra.TeamsToken(SignInStack.Meera).ToString());
        Assert.Equal(204, status);
        await Frame(page).GotoAsync(Sites.Crm + "/sign-in");
        await Assertions.Expect(app.Locator("main")).ToContainTextAsync("You are signed in: Meera Chauhan");

        var own = await page.Context.NewPageAsync();
        await own.GotoAsync(Sites.Crm + "/sign-in");
        await Assertions.Expect(own.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" })).ToBeVisibleAsync();

        await app.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(app.GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_other_site_gets_a_page_into_its_frame()
    {
        await using var stack = await SignInStack.StartAsync(sample, Cancellation, SignInStack.Meera);
        var page = await stack.Sites.NewPageAsync();
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
                refused.TrySetResult(message.Text);
        };

        await page.GotoAsync(Sites.Evil + "/?show=/sign-in");

        Assert.Contains("https://teams.microsoft.com", await refused.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await page.FrameLocator("iframe").GetByRole(AriaRole.Link, new() { Name = "Sign in with Microsoft" }).CountAsync());
    }

    private static IFrame Frame(IPage page) => page.Frames.Single(frame => frame.ParentFrame is not null);
}
