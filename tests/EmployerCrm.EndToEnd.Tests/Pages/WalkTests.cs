using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Pages;

/// <summary>Every page, as each role, in each look: nothing that a screen reader trips over, nothing to scroll sideways, nothing that the browser complains about.</summary>
public sealed class WalkTests(Browser browser, PagesStack stack) : IClassFixture<PagesStack>
{
    private const int Narrowest = 320;

    private static readonly Look[] Looks =
    [
        new("Specialist", "light", 1280, Always: true), new("Specialist", "dark", 375), new("Specialist", "forced colours", 1280), new("Specialist", "dark", 320),
        new("TeamLead", "dark", 1280, Always: true), new("TeamLead", "light", 375),
        new("Admin", "light", 320, Always: true), new("Admin", "dark", 1280),
    ];

    [Theory]
    [InlineData("Specialist")]
    [InlineData("TeamLead")]
    [InlineData("Admin")]
    public async Task No_page_has_a_fault(string role)
    {
        Machine.NeedsChromium();
        var looks = Looks.Where(look => look.Role == role && (look.Always || TestTier.HasTime)).ToList();
        var page = await browser.NewPageAsync(looks[0].Width, 900, options => options.ReducedMotion = ReducedMotion.Reduce);
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                said.Add(message.Text);
        };
        page.PageError += (_, error) => said.Add(error);
        await stack.SignInAsync(page, role, "/about");

        var faults = new List<string>();
        foreach (var address in PageAddresses.All.Where(address => TestTier.HasTime ? IsFor(address, role) : FirstToSee(address) == role))
        {
            await stack.GoAsync(page, address.Example);
            foreach (var look in looks)
            {
                await look.PutOnAsync(page);
                await DrawnAsync(page);
                faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"{address.Pattern}, {look}: {fault}"));
                await AddTooWideAsync(page, $"{address.Pattern}, {look}", faults);
            }

            // Every page fits a phone's screen, in every run.
            await page.SetViewportSizeAsync(Narrowest, 900);
            await DrawnAsync(page);
            await AddTooWideAsync(page, $"{address.Pattern} at {Narrowest}", faults);
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
        Assert.Empty(await Axe.FaultsAsync(page));

        await stack.GoAsync(page, "/employers?tab=1&theme=contrast");

        Assert.Equal(0, await page.Locator(".brand").CountAsync());
        Assert.Equal("contrast", await page.GetAttributeAsync("html", "data-theme"));
        Assert.Empty(await Axe.FaultsAsync(page));
        await page.Context.DisposeAsync();
    }

    private static async Task AddTooWideAsync(IPage page, string where, List<string> faults)
    {
        // What is drawn by script, such as a chart, follows the new width some frames later.
        var tooWide = await page.EvaluateAsync<int>(
            """
            async () => {
              const page = document.documentElement;
              for (let frame = 0; frame < 60 && page.scrollWidth > page.clientWidth; frame++) await new Promise(requestAnimationFrame);
              return page.scrollWidth - page.clientWidth;
            }
            """);
        if (tooWide > 0)
            faults.Add($"{where}: {tooWide} pixels too wide");
    }

    private static bool IsFor(PageAddress address, string role) => address.For switch
    {
        "all" => true,
        "admins" => role == "Admin",
        "leads" => role == "TeamLead",
        _ => role != "Admin" || address.Pattern is "/employers" or "/employers/{id:guid}" or "/search",
    };

    /// <summary>In a plain run each page is looked at once, by whom it is for.</summary>
    private static string FirstToSee(PageAddress address) => address.For switch { "admins" => "Admin", "leads" => "TeamLead", _ => "Specialist" };

    /// <summary>Waits for the charts of the page, if it has any.</summary>
    private static Task DrawnAsync(IPage page) => page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('figure[data-chart]')].every(figure => figure.querySelectorAll('tbody tr').length < 2 || figure.querySelector('svg'))");

    /// <summary>How a page is looked at.</summary>
    /// <param name="Always">Looked at in every run; the others, and every page as every role, where there is more time: on a build server.</param>
    private sealed record Look(string Role, string Colours, int Width, bool Always = false)
    {
        public async Task PutOnAsync(IPage page)
        {
            await page.SetViewportSizeAsync(Width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions
            {
                ColorScheme = Colours == "dark" ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = Colours == "forced colours" ? ForcedColors.Active : ForcedColors.None,
            });
        }

        public override string ToString() => $"{Colours} at {Width}";
    }
}
