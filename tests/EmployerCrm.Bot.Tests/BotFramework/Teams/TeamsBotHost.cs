using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework.Teams;

/// <summary>The whole pipeline around a bot that writes down what it hears, or around one that overrides nothing.</summary>
public abstract class TeamsBotHost : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    protected const int LongestWait = 60_000;

    private BotHost _host = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected ListeningBot Bot { get; } = new();

    protected TeamsActivities Activities => _host.Activities;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartInDevelopmentModeAsync();
        _host.Bot.Instead = Bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected void OverrideNothing() => _host.Bot.Instead = new TeamsActivityHandler();

    /// <summary>Posts an activity of Teams, or of another channel, and returns status and body.</summary>
    protected async Task<(HttpStatusCode Status, string Body)> PostAsync(JsonObject activity, string? channel = null)
    {
        activity["channelId"] = channel ?? Channels.MsTeams;
        using var answer = await _host.PostAsync(activity);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    protected async Task<IReadOnlyList<string>> HearAsync(JsonObject activity, string? channel = null)
    {
        var (status, _) = await PostAsync(activity, channel);
        Assert.Equal(HttpStatusCode.OK, status);
        return Bot.Heard;
    }
}
