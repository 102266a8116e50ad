using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Chat;

/// <summary>The chat as the person at the keyboard has it: type a line, read the answers, press buttons.</summary>
internal sealed class ChatPage(IPage page)
{
    private const int PhoneWidth = 390;
    private const int PhoneHeight = 844;

    private ILocator Composer => page.Locator("[data-lexical-editor=true]");

    /// <summary>What the bot has said so far, oldest first.</summary>
    private ILocator Answers => page.Locator(".fai-OutputCard");

    public static async Task<ChatPage> OpenAsync(Browser browser, Uri address)
    {
        var chat = new ChatPage(await browser.NewPageAsync());
        await chat.GoAsync(address);
        return chat;
    }

    /// <summary>Opens the chat on a screen as wide as a phone's, without the client's log and without the width it insists on.</summary>
    public static async Task<ChatPage> OpenOnPhoneAsync(Browser browser, Uri address)
    {
        var page = await browser.NewPageAsync(PhoneWidth, PhoneHeight);
        var chat = new ChatPage(page);
        await chat.GoAsync(address);
        await page.GetByTitle("Hide log panel").ClickAsync();
        await page.EvaluateAsync(
            """
            () => [...document.querySelectorAll('div')].filter(div => ['400px', '600px'].includes(getComputedStyle(div).minWidth)).forEach(div => div.style.minWidth = '0')
            """);
        return chat;
    }

    /// <summary>Opens the page anew, as after closing the tab: the client shows no old messages.</summary>
    public async Task GoAsync(Uri address)
    {
        await page.GotoAsync(address.ToString());
        await Assertions.Expect(Composer).ToBeVisibleAsync();
    }

    /// <summary>Waits until an answer has the text: the newest of them, whatever becomes of it.</summary>
    public async Task<ChatAnswer> AnswerWithAsync(string text)
    {
        await Assertions.Expect(Answers.Filter(new LocatorFilterOptions { HasText = text }).Last).ToBeVisibleAsync();
        var said = await Answers.AllTextContentsAsync();
        return Answer(said.Index().Last(answer => answer.Item.Contains(text, StringComparison.Ordinal)).Index + 1);
    }

    /// <summary>The answer with that number, counted from the opening of the page.</summary>
    public ChatAnswer Answer(int number) => new(page, Answers.Nth(number - 1));

    public Task<int> CountAnswersAsync() => Answers.CountAsync();

    /// <summary>Types a line, sends it and waits for what the bot says to it.</summary>
    public async Task<ChatAnswer> SayAsync(string line)
    {
        var before = await Answers.CountAsync();
        await TypeAsync(line);
        var answer = Answers.Nth(before);
        await Assertions.Expect(answer).ToBeVisibleAsync();
        return new ChatAnswer(page, answer);
    }

    /// <summary>Goes to the group chat, where others read along.</summary>
    public async Task EnterGroupAsync()
    {
        await page.GetByRole(AriaRole.Treeitem, new PageGetByRoleOptions { Name = "Group Chat" }).ClickAsync();
        await Assertions.Expect(Answers).ToHaveCountAsync(0);
    }

    /// <summary>Types a line that begins with the bot's name, as one has to in a group, and waits for what it says.</summary>
    public async Task<ChatAnswer> MentionAsync(string line)
    {
        var before = await Answers.CountAsync();
        await Composer.ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByText("Test Bot").Last.ClickAsync();
        await page.Keyboard.TypeAsync(" " + line);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Answers).ToHaveCountAsync(before + 1);
        return new ChatAnswer(page, Answers.Nth(before));
    }

    /// <summary>Types a line and sends it to a bot that may not hear it.</summary>
    public async Task TypeAsync(string line)
    {
        await Composer.ClickAsync();
        await page.Keyboard.InsertTextAsync(line);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Composer).ToHaveTextAsync("");
    }

    /// <summary>Keeps a picture of the page for whoever wants to look at it after the run, where there is time for pictures.</summary>
    public Task PhotographAsync(string name) => !TestTier.HasTime ? Task.CompletedTask :
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Artifacts("screenshots"), name + ".png") });

    public Task CloseAsync() => page.Context.CloseAsync();
}
