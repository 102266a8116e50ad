using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The protocol alone on a real server, with a bot that the test scripts, Microsoft's authorities and the connector played by servers of their own.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string TenantId = "11111111-2222-3333-4444-555555555555";

    private readonly WebApplication _app;

    private BotHost(WebApplication app, ScriptedBot bot, TestAuthority authority, TestConnector connector, TestClock clock, LogLines log)
    {
        (_app, Bot, Authority, Connector, Clock, Log) = (app, bot, authority, connector, clock, log);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Activities = new TeamsActivities(connector.ServiceUrl, clock);
    }

    public ScriptedBot Bot { get; }

    public TestAuthority Authority { get; }

    public TestConnector Connector { get; }

    public TestClock Clock { get; }

    public LogLines Log { get; }

    public HttpClient Client { get; }

    public TeamsActivities Activities { get; }

    public IReadOnlyCollection<string> Urls => [.. _app.Urls];

    public IMeterFactory Meters => _app.Services.GetRequiredService<IMeterFactory>();

    public CloudAdapter Adapter => _app.Services.GetRequiredService<CloudAdapter>();

    public IConnectorClient ConnectorClient => _app.Services.GetRequiredService<IConnectorClient>();

    public SendLimiter Limiter => _app.Services.GetRequiredService<SendLimiter>();

    /// <summary>Brings activities with a fresh token.</summary>
    public TestChannel Channel => new(Client, Authority, AppId);

    /// <summary>With an app id, a tenant and a secret, in Production; the test connector is on the list.</summary>
    public static Task<BotHost> StartAsync(params IReadOnlyList<(string Key, string? Value)> settings) => StartAsync("Production", settings);

    public static Task<BotHost> StartInDevelopmentModeAsync(params IReadOnlyList<(string Key, string? Value)> settings) =>
        StartAsync("Development", [("AppId", null), ("AllowedServiceUrls", null), .. settings]);

    public static async Task<BotHost> StartAsync(string environment, IReadOnlyList<(string Key, string? Value)> settings)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 18, 10, 20, 0, TimeSpan.Zero));
        var authority = await TestAuthority.StartAsync(clock);
        var connector = await TestConnector.StartAsync();
        var configuration = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AppId"] = AppId,
            ["TenantId"] = TenantId,
            ["Secret"] = "the-secret",
            ["OpenIdMetadata"] = authority.MetadataUrl,
            ["TokenAuthority"] = authority.Url,
            ["AllowedServiceUrls"] = connector.ServiceUrl,
            ["Urls"] = "http://127.0.0.1:0",
        };
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(configuration.Where(setting => setting.Value is not null)
            .Select(setting => KeyValuePair.Create("Bot:" + setting.Key, setting.Value)));
        builder.WebHost.UseKestrelCore().UseUrls(configuration["Urls"]!.Split(';'));
        var log = new LogLines();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        var bot = new ScriptedBot();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IBot>(bot);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddBotFramework(builder.Configuration, builder.Environment);
        var app = builder.Build();
        app.UseRouting();
        app.MapBotMessages();
        await app.StartAsync();
        return new BotHost(app, bot, authority, connector, clock, log);
    }

    /// <summary>Changes a setting while the host runs.</summary>
    public void Set(string key, string value)
    {
        _app.Configuration["Bot:" + key] = value;
        ((IConfigurationRoot)_app.Configuration).Reload();
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => Channel.PostAsync(activity, TestContext.Current.CancellationToken);

    /// <summary>Waits until so many turns run or wait.</summary>
    public async Task QueueAsync(int length)
    {
        while (Adapter.QueueLength != length)
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public Task AssertRefusedAsync(JsonObject activity, TestToken token, string reason) => AssertRefusedAsync(activity, token.ToString(), reason);

    /// <summary>The caller is turned away without a word; the log has the reason, and not the token.</summary>
    public async Task AssertRefusedAsync(JsonObject activity, string token, string reason)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var answer = await Channel.PostAsync(activity, token, cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(cancellation));
        Assert.Empty(Bot.Heard);
        Assert.Empty(Connector.Calls);
        Assert.Equal("Caller refused: " + reason, Log.Lines.Last(line => line.StartsWith("Caller refused", StringComparison.Ordinal)));
        Assert.DoesNotContain(Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
        await Authority.DisposeAsync();
    }
}
