using Deque.AxeCore.Playwright;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Pages;

/// <summary>Every page, as each role and in each look: nothing that a screen reader trips over, nothing to scroll sideways, nothing that the browser complains about.</summary>
public sealed class WalkTests(Browser browser, PagesStack stack) : IClassFixture<PagesStack>
{
    [Theory]
    [InlineData("Specialist", "light", 1280)]
    [InlineData("Specialist", "dark", 375)]
    [InlineData("Specialist", "forced colours", 1280)]
    [InlineData("Specialist", "light", 320)]
    [InlineData("TeamLead", "dark", 1280)]
    [InlineData("TeamLead", "light", 375)]
    [InlineData("Admin", "light", 1280)]
    [InlineData("Admin", "dark", 320)]
    public async Task No_page_has_a_fault(string role, string look, int width)
    {
        Machine.NeedsChromium();
        var page = await browser.NewPageAsync(width, 900, options => (options.ColorScheme, options.ForcedColors, options.ReducedMotion) =
            (look == "dark" ? ColorScheme.Dark : ColorScheme.Light, look == "forced colours" ? ForcedColors.Active : ForcedColors.None, ReducedMotion.Reduce));
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                said.Add(message.Text);
        };
        page.PageError += (_, error) => said.Add(error);
        await stack.SignInAsync(page, role, "/about");

        var faults = new List<string>();
        foreach (var address in PageAddresses.All.Where(address => IsFor(address, role)))
        {
            await stack.GoAsync(page, address.Example);
            await DrawnAsync(page);
            var violations = (await page.RunAxe()).Violations;
            faults.AddRange(violations.Select(violation => $"{address.Pattern}: {violation.Id} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (tooWide > 0)
                faults.Add($"{address.Pattern}: {tooWide} pixels too wide");
            faults.AddRange(said.Select(line => $"{address.Pattern}: the browser says {line}"));
            said.Clear();
        }

        await page.Context.DisposeAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_page_in_Welsh_and_one_in_the_tab_have_no_fault_either()
    {
        Machine.NeedsChromium();
        var page = await browser.NewPageAsync(1280, 900, options => options.Locale = "cy-GB");
        await stack.SignInAsync(page, "Specialist", "/");
        Assert.Equal("cy", await page.GetAttributeAsync("html", "lang"));
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));

        await stack.GoAsync(page, "/employers?tab=1&theme=contrast");

        Assert.Equal(0, await page.Locator(".brand").CountAsync());
        Assert.Equal("contrast", await page.GetAttributeAsync("html", "data-theme"));
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
        await page.Context.DisposeAsync();
    }

    private static bool IsFor(PageAddress address, string role) => address.For switch
    {
        "all" => true,
        "admins" => role == "Admin",
        "leads" => role == "TeamLead",
        _ => role != "Admin" || address.Pattern is "/employers" or "/employers/{id:guid}" or "/search",
    };

    /// <summary>Waits for the charts of the page, if it has any.</summary>
    private static Task DrawnAsync(IPage page) => page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('figure[data-chart]')].every(figure => figure.querySelectorAll('tbody tr').length < 2 || figure.querySelector('svg'))");
}
