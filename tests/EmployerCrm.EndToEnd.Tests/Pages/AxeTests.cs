using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Pages;

/// <summary>The rules must find faults, or their silence about our pages would mean nothing.</summary>
public sealed class AxeTests(Browser browser)
{
    [Theory]
    [InlineData("image-alt", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")]
    [InlineData("color-contrast", "<p style='color: #aaa; background: #fff'>hardly to be read</p>")]
    [InlineData("label", "<input type=text>")]
    [InlineData("heading-order", "<h4>four comes after one</h4>")]
    [InlineData("region", "</main><p>outside of every landmark</p>")]
    public async Task A_fault_is_found_at_the_first_look_and_at_the_second(string rule, string content)
    {
        Machine.NeedsChromium();
        var page = await browser.NewPageAsync();
        await page.SetContentAsync($"<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{content}</main></html>");

        for (var look = 0; look < 2; look++)
            Assert.StartsWith(rule + " ", Assert.Single(await Axe.FaultsAsync(page)), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }
}
