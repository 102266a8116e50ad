using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Pages;

/// <summary>The pages without a mouse.</summary>
public sealed class KeyboardTests(Browser browser, PagesStack stack) : IClassFixture<PagesStack>
{
    private const string Focused = "document.activeElement.id || document.activeElement.tagName";

    private const string FocusIsSeen = """
        () => {
          const style = getComputedStyle(document.activeElement);
          const box = document.activeElement.getBoundingClientRect();
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
        }
        """;

    [Fact]
    public async Task The_first_key_leads_past_the_heading_and_every_stop_is_seen()
    {
        Machine.NeedsChromium();
        var page = await browser.NewPageAsync();
        await stack.SignInAsync(page, "Specialist", "/employers");
        await page.WaitForURLAsync("**/employers");
        await PagesStack.ReadyAsync(page);
        await page.Keyboard.PressAsync("Tab");
        Assert.Contains("skip", await page.EvaluateAsync<string>("document.activeElement.className"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>(Focused));

        for (var stop = 0; stop < 15; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(FocusIsSeen), await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
        }

        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task An_employer_is_found_and_opened_with_the_keyboard_alone()
    {
        Machine.NeedsChromium();
        Machine.NeedsNode();
        var page = await browser.NewPageAsync();
        await stack.SignInAsync(page, "Specialist", "/");
        await page.Locator("#search-text").WaitForAsync();
        await PagesStack.ReadyAsync(page);
        await page.Keyboard.PressAsync("/");
        Assert.Equal("search-text", await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.TypeAsync("two rivrs");
        await Assertions.Expect(page.Locator("[role=option]").First).ToContainTextAsync("Two Rivers");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("suggestion-0", await page.GetAttributeAsync("#search-text", "aria-activedescendant"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#suggestions")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Two Rivers");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_employer_of_a_job_start_is_chosen_with_the_keyboard_alone_and_stands_in_the_preview()
    {
        Machine.NeedsChromium();
        Machine.NeedsNode();
        var page = await browser.NewPageAsync();
        await stack.SignInAsync(page, "Specialist", "/clients/{inWork}/jobs/new");
        await page.Locator("#employer").WaitForAsync();
        await PagesStack.ReadyAsync(page);
        await page.Locator("#employer").FocusAsync();
        await page.Keyboard.TypeAsync("two rivrs");
        await Assertions.Expect(page.Locator("#employer-suggestions [role=option]").First).ToContainTextAsync("Two Rivers");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#employer")).ToHaveValueAsync("Two Rivers Care Home");
        await Assertions.Expect(page.Locator("#known")).Not.ToHaveValueAsync("");
        await page.FillAsync("#starts-on", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10).ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#starts-on").PressAsync("Enter");

        await Assertions.Expect(page.Locator("#preview-title")).ToContainTextAsync("Two Rivers Care Home");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_form_takes_the_focus_to_its_problems_and_they_lead_to_the_fields()
    {
        Machine.NeedsChromium();
        var page = await browser.NewPageAsync();
        Machine.NeedsNode();
        await stack.SignInAsync(page, "Specialist", "/employers/new");
        await page.FillAsync("#name", "Quill & Sons");
        await page.FillAsync("#postcode", "n/a");
        await page.Locator("#postcode").PressAsync("Enter");
        await page.Locator("[data-problems]").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.hasAttribute('data-problems')");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("postcode", await page.EvaluateAsync<string>(Focused));
        Assert.Equal("n/a", await page.InputValueAsync("#postcode"));
        await page.Context.DisposeAsync();
    }
}
