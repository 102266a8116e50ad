using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Pages;

/// <summary>What scripts add, and that nothing needs them.</summary>
public sealed class ScriptTests(Browser browser, PagesStack stack) : IClassFixture<PagesStack>
{
    [Fact]
    public async Task The_list_changes_while_one_types_without_loading_the_page_again_and_the_address_follows()
    {
        Machine.NeedsChromium();
        Machine.NeedsNode();
        var page = await browser.NewPageAsync();
        await stack.SignInAsync(page, "Specialist", "/employers");
        await page.Locator("#filter-text").WaitForAsync();
        await PagesStack.ReadyAsync(page);
        await page.EvaluateAsync("window.loadedOnce = true");
        await page.Locator("#filter-text").PressSequentiallyAsync("two rivers");
        await Assertions.Expect(page.Locator("#results tbody tr")).ToHaveCountAsync(1);
        await page.WaitForURLAsync("**/employers?q=two**");
        await page.Locator("#filter-text").FillAsync("");
        await page.Locator("#results tbody tr").Nth(5).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Level" }).ClickAsync();
        await page.WaitForURLAsync("**sort=level**");
        await Assertions.Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Level");
        Assert.True(await page.EvaluateAsync<bool>("window.loadedOnce"));

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Level");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_chart_is_drawn_from_the_table_that_stays_behind_it()
    {
        Machine.NeedsChromium();
        Machine.NeedsNode();
        var page = await browser.NewPageAsync();
        await stack.SignInAsync(page, "Specialist", "/");

        await Assertions.Expect(page.Locator("figure[data-chart] svg").First).ToBeVisibleAsync();
        await page.GetByText("The numbers").First.ClickAsync();

        await Assertions.Expect(page.Locator("figure[data-chart] tbody tr").First).ToBeVisibleAsync();
        Assert.Equal(7, await page.Locator("section[aria-labelledby=week] tbody tr").CountAsync());
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Without_scripts_a_contact_is_logged_an_employer_added_and_the_list_narrowed()
    {
        Machine.NeedsChromium();
        var page = await browser.NewPageAsync(change: options => options.JavaScriptEnabled = false);
        await stack.SignInAsync(page, "Specialist", "/");
        await page.FillAsync("#line", "visited Two Rivers Care Home today, spoke to the manager");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToContainTextAsync("Logged");

        await stack.GoAsync(page, "/employers/new");
        await page.FillAsync("#name", "Zither Repairs Without Script");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Zither Repairs Without Script");

        await stack.GoAsync(page, "/employers");
        await page.FillAsync("#filter-text", "zither");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#results tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("figure table, #results table").First).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }
}
