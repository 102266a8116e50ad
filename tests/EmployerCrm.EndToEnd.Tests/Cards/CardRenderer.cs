using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.Cards;

/// <summary>Microsoft's own Adaptive Cards renderer (npm adaptivecards) in Chromium: says what it finds wrong with a card.</summary>
internal sealed class CardRenderer(IPage page) : IAsyncDisposable
{
    /// <summary>Teams' design limit for a card, counted as it counts: in UTF-16.</summary>
    public const int MostBytes = 28 * 1024;

    private const string Examine = """
        text => {
          const events = [];
          const note = (where, event) => events.push(`${where}: ${event.message}`);
          const card = new AdaptiveCards.AdaptiveCard();
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          card.parse(JSON.parse(text), context);
          for (let i = 0; i < context.eventCount; i++) note('parse', context.getEventAt(i));
          for (const failure of card.validateProperties().validationEvents) note('validate', failure);
          const element = card.render();
          if (!element) events.push('render: nothing came out');
          document.body.replaceChildren(...(element ? [element] : []));
          if (!document.body.innerText.trim()) events.push('render: nothing can be read');
          for (const part of document.querySelectorAll('.ac-textBlock, .ac-richTextBlock')) {
            if (part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1) events.push(`too wide for a phone: ${part.innerText}`);
          }
          return events;
        }
        """;

    public static async Task<CardRenderer> StartAsync(Browser browser)
    {
        Machine.NeedsNode();
        Machine.NeedsChromium();
        await NodePackages.InstalledAsync(TestContext.Current.CancellationToken);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang=en><body style='width: 320px; font-family: sans-serif'></body></html>");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(Repository.ChatFolder, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js") });
        return new CardRenderer(page);
    }

    /// <summary>What is wrong with the cards, each complaint with the card's name; nothing when all is well.</summary>
    /// <param name="photographed">Whether a picture of each card is kept for whoever wants to look at them.</param>
    public async Task<IReadOnlyList<string>> ComplaintsAsync(IEnumerable<(string Name, string Json)> cards, bool photographed = false)
    {
        var complaints = new List<string>();
        foreach (var (name, json) in cards)
        {
            if (json.Length * sizeof(char) > MostBytes)
            {
                complaints.Add($"{name}: {json.Length * sizeof(char)} bytes, more than {MostBytes}");
            }

            complaints.AddRange((await page.EvaluateAsync<string[]>(Examine, json)).Select(complaint => $"{name}: {complaint}"));
            if (photographed)
            {
                await PhotographAsync($"card {name}");
            }
        }

        return complaints;
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();

    private Task PhotographAsync(string name) => page.Locator("body").ScreenshotAsync(
        new LocatorScreenshotOptions { Path = Path.Combine(Repository.Artifacts("screenshots"), name + ".png") });
}
