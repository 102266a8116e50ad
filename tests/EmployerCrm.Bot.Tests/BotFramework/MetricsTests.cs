using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What the protocol counts and times.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private const int LongestWait = 60_000;

    private BotHost _host = null!;
    private Measurements _seen = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartAsync();
        _seen = new Measurements(_host.Meters);
    }

    public async ValueTask DisposeAsync()
    {
        _seen.Dispose();
        await _host.DisposeAsync();
    }

    [Fact(Timeout = LongestWait)]
    public async Task Every_turn_is_counted_and_timed_by_its_kind()
    {
        _host.Bot.OnMessage = (_, _) =>
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        };

        await PostAsync(_host.Activities.Message("due"));
        await PostAsync(_host.Activities.Execute("done"));
        await PostAsync(_host.Activities.Invoke("made/up"));
        await PostAsync(_host.Activities.Create("made-up-by-the-caller"));

        Assert.Equal(
            ["1 bot.activity.type=message", "1 bot.activity.type=invoke bot.invoke.name=adaptiveCard/action", "1 bot.activity.type=invoke bot.invoke.name=other", "1 bot.activity.type=other"],
            _seen.Of(BotTelemetry.Turns));
        Assert.Equal("2 bot.activity.type=message", _seen.Of(BotTelemetry.TurnDuration)[0]);
        Assert.Equal(4, _seen.Of(BotTelemetry.TurnWait).Count);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_turn_that_fails_is_counted_with_the_type_of_its_failure()
    {
        _host.Bot.OnMessage = (turn, _) => throw new InvalidOperationException(turn.Activity.Text);

        await PostAsync(_host.Activities.Message("due"));

        Assert.Equal(["1 bot.activity.type=message error.type=System.InvalidOperationException"], _seen.Of(BotTelemetry.Turns));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Turns_that_run_or_wait_are_the_length_of_the_queue()
    {
        var gate = new TaskCompletionSource();
        _host.Bot.OnMessage = (_, _) => gate.Task;
        var first = _host.PostAsync(_host.Activities.Message("one"));
        var second = _host.PostAsync(_host.Activities.Message("two"));
        while (_host.Adapter.QueueLength != 2)
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }

        _seen.Observe();
        gate.SetResult();
        (await first).Dispose();
        (await second).Dispose();
        _seen.Observe();

        Assert.Equal(["2", "0"], _seen.Of(BotTelemetry.QueueLength));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_refused_caller_is_counted_by_the_reason_and_an_unreadable_body_by_its_status()
    {
        using var refused = await _host.Channel.PostAsync(_host.Activities.Message("due"), "not a token", Cancellation);
        var incomplete = _host.Activities.Message("due");
        incomplete.Remove("conversation");
        await PostAsync(incomplete);

        Assert.Equal(["1 bot.refusal.reason=TokenMalformed"], _seen.Of(BotTelemetry.Refusals));
        Assert.Equal(["1 http.response.status_code=400"], _seen.Of(BotTelemetry.Unreadable));
        Assert.Empty(_seen.Of(BotTelemetry.Turns));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_call_to_the_connector_is_counted_once_and_each_repetition_by_its_cause()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.Zero), ConnectorAnswer.Status(502, retryAfter: TimeSpan.Zero));
        _host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync("3 things due today", cancellation);

        await PostAsync(_host.Activities.Message("due"));

        Assert.Equal(["1 http.response.status_code=429", "1 http.response.status_code=502"], _seen.Of(BotTelemetry.ConnectorRetries));
        Assert.Equal(["1 http.request.method=POST http.response.status_code=201"], _seen.Of(BotTelemetry.ConnectorCalls));
        Assert.Equal(["http.request.method=POST http.response.status_code=201"], _seen.TagsOf(BotTelemetry.ConnectorDuration));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_send_that_is_held_back_shows_while_it_waits_and_then_for_how_long()
    {
        await using var host = await BotHost.StartAsync(("SendLimits:0:ServiceUrl", "*"), ("SendLimits:0:PerConversation", "1/1s"));
        using var seen = new Measurements(host.Meters);
        await host.SendAsync();
        var second = host.SendAsync();
        var pause = await host.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(1));

        seen.Observe();
        host.Clock.Advance(pause);
        await second;
        seen.Observe();

        Assert.Equal(["1", "0"], seen.Of(BotTelemetry.LimiterWaiting));
        Assert.Equal(["0", "1"], seen.Of(BotTelemetry.LimiterWait));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_call_of_which_nobody_knows_the_end_is_counted_as_in_doubt()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Silence);
        var sending = _host.SendAsync();
        await _host.Connector.CallAsync(1, Cancellation);

        _host.Clock.Advance(await _host.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<ConnectorTimeoutException>(() => sending);

        Assert.Equal(["1 http.request.method=POST"], _seen.Of(BotTelemetry.ConnectorInDoubt));
        Assert.Equal(["1 http.request.method=POST error.type=EmployerCrm.BotFramework.ConnectorTimeoutException"], _seen.Of(BotTelemetry.ConnectorCalls));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Fetches_of_keys_are_counted_and_failed_ones_with_the_type_of_the_failure()
    {
        await PostAsync(_host.Activities.Message("due"));
        await using var alone = await BotHost.StartAsync(("OpenIdMetadata", "http://127.0.0.1:1/"));
        using var seen = new Measurements(alone.Meters);
        using var answer = await alone.PostAsync(alone.Activities.Message("due"));

        Assert.Equal(["1"], _seen.Of(BotTelemetry.KeyFetches));
        Assert.Equal(["1 error.type=System.Net.Http.HttpRequestException"], seen.Of(BotTelemetry.KeyFetches));
    }

    private async Task PostAsync(System.Text.Json.Nodes.JsonObject activity)
    {
        using var answer = await _host.PostAsync(activity);
    }
}
