using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Chat;

/// <summary>One answer of the bot: a sentence or a card. Everything waits until it is so, or fails.</summary>
internal sealed class ChatAnswer(IPage page, ILocator answer)
{
    private const int MostTabs = 40;

    public Task SaysAsync(string text) => Assertions.Expect(answer).ToContainTextAsync(text);

    public Task SaysAsync(Regex pattern) => Assertions.Expect(answer).ToContainTextAsync(pattern);

    public Task DoesNotSayAsync(string text) => Assertions.Expect(answer).Not.ToContainTextAsync(text);

    public Task<string> TextAsync() => answer.InnerTextAsync();

    /// <summary>Waits until something else stands there.</summary>
    public Task SaysNoLongerAsync(string text) => Assertions.Expect(answer).Not.ToHaveTextAsync(text, new LocatorAssertionsToHaveTextOptions { UseInnerText = true });

    /// <summary>The whole name of the first button whose name begins so; null when there is none.</summary>
    public async Task<string?> NameOfAsync(string beginning)
    {
        var named = Beginning(beginning);
        return await named.CountAsync() > 0 ? await named.First.InnerTextAsync() : null;
    }

    public async Task<bool> HasAsync(string button) => await Button(button).CountAsync() > 0;

    /// <summary>Presses the first button of that name.</summary>
    public Task PressAsync(string button) => Button(button).First.ClickAsync();

    /// <summary>Presses a button whose name begins so: an employer's, whose town follows.</summary>
    public Task PressWhatBeginsAsync(string beginning) => Beginning(beginning).First.ClickAsync();

    /// <summary>Fills the field with that label.</summary>
    public Task FillAsync(string label, string value) => Field(label).FillAsync(value);

    /// <summary>Goes into the field with that label and types, as with a keyboard.</summary>
    public async Task TypeAsync(string label, string text)
    {
        await Field(label).FocusAsync();
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes on with the tab key until the button of that name has the focus, and presses Enter.</summary>
    public async Task TabToAndPressAsync(string button)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await Button(button).First.EvaluateAsync<bool>("button => button === document.activeElement"))
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }
        }

        Assert.Fail($"The tab key does not reach '{button}'.");
    }

    public Task<string> ValueAsync(string label) => Field(label).InputValueAsync();

    /// <summary>Chooses from the list with that label.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        await answer.GetByRole(AriaRole.Combobox, new LocatorGetByRoleOptions { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = option, Exact = true }).ClickAsync();
    }

    private ILocator Beginning(string name) =>
        answer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("^" + Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)) });

    private ILocator Button(string name) => answer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });

    private ILocator Field(string label) => answer.GetByRole(AriaRole.Textbox, new LocatorGetByRoleOptions { Name = label });
}
