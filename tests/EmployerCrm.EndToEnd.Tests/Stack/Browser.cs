using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>One Chromium for all tests, started when the first one needs it; each test has a context of its own.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>How long to wait for what should be there at once: machines that build something else meanwhile are slow.</summary>
    private const int PatienceInMilliseconds = 20_000;

    private static readonly string[] Arguments =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page as a person in the United Kingdom has it, which reaches nothing but this machine.</summary>
    /// <param name="change">What else the person's browser is like: its theme, whether it runs scripts.</param>
    internal async Task<IPage> NewPageAsync(int width = 1280, int height = 1400, Action<BrowserNewContextOptions>? change = null)
    {
        var browser = await StartedAsync();
        var options = new BrowserNewContextOptions { Locale = "en-GB", TimezoneId = "Europe/London", ViewportSize = new ViewportSize { Width = width, Height = height } };
        change?.Invoke(options);
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceInMilliseconds);
        await context.RouteAsync(
            address => !new Uri(address).IsLoopback && !address.StartsWith("data:", StringComparison.Ordinal),
            route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Machine.Chromium, Args = Arguments });
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
