using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework.Teams;

/// <summary>A bot that takes too long over an invoke is stopped while Teams still listens.</summary>
public sealed class AnswerTimeTests : IAsyncLifetime
{
    private const int LongestWait = 60_000;

    private BotHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartInDevelopmentModeAsync();
        _host.Bot.Instead = new EndlessBot();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory(Timeout = LongestWait)]
    [InlineData("composeExtension/query", "4.5")]
    [InlineData("composeExtension/fetchTask", "4.5")]
    [InlineData("adaptiveCard/action", "9.5")]
    [InlineData("task/fetch", "9.5")]
    [InlineData("made/up", "9.5")]
    public async Task An_invoke_is_answered_before_Teams_gives_up(string name, string seconds)
    {
        var longest = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        var answer = _host.PostAsync(_host.Activities.Invoke(name, new JsonObject()));

        _host.Clock.Advance(await _host.Clock.TimerAsync(due => due == longest));

        Assert.Equal(HttpStatusCode.InternalServerError, (await answer).StatusCode);
    }

    [Fact(Timeout = LongestWait)]
    public async Task What_the_bot_says_of_its_failure_is_the_answer()
    {
        _host.Adapter.OnTurnError = (turn, _, _) =>
        {
            turn.InvokeResponse = TeamsInvoke.Message(turn.Activity, "That took too long.");
            return Task.CompletedTask;
        };
        var answer = _host.PostAsync(_host.Activities.Invoke("composeExtension/query", new JsonObject()));

        _host.Clock.Advance(await _host.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(4.5)));

        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"composeExtension":{"type":"message","text":"That took too long."}}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class EndlessBot : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
