using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a person sees while a turn takes its time, and of an answer in two parts.</summary>
public sealed class TypingTests : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private readonly TaskCompletionSource _answer = new();
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartAsync();
        _host.Bot.OnMessage = async (turn, cancellation) =>
        {
            await _answer.Task;
            await turn.SendActivityAsync("here", cancellation);
        };
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = LongestWait)]
    public async Task A_turn_that_has_not_answered_after_a_second_shows_that_it_is_at_work_once()
    {
        var turn = await StartTurnAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await _host.Connector.CallAsync(1, Cancellation);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        _answer.SetResult();
        (await turn).Dispose();

        Assert.Equal(["typing", "message"], _host.Connector.Calls.Select(call => call.Activity.Type));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_quick_turn_shows_nothing_and_nothing_comes_after_its_answer()
    {
        var turn = await StartTurnAsync();
        _answer.SetResult();
        (await turn).Dispose();
        _host.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("message", Assert.Single(_host.Connector.Calls).Activity.Type);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_sign_of_work_that_fails_is_let_go(int status)
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(status));
        var turn = await StartTurnAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await _host.Connector.CallAsync(1, Cancellation);
        await Outgoing.UntilAsync(() => _host.Clock.Running(setFor => setFor == TimeSpan.FromSeconds(2)) == 0);
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        _answer.SetResult();
        (await turn).Dispose();

        Assert.Equal(["typing", "message"], _host.Connector.Calls.Select(call => call.Activity.Type));
        Assert.DoesNotContain(_host.Log.Lines, line => line.StartsWith("Connector POST", StringComparison.Ordinal));
    }

    [Fact(Timeout = LongestWait)]
    public async Task An_answer_waits_no_more_than_two_seconds_for_it()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Silence);
        var turn = await StartTurnAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await _host.Connector.CallAsync(1, Cancellation);
        _answer.SetResult();
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        (await turn).Dispose();

        Assert.True(_host.Connector.Calls[1].Delivered);
    }

    [Fact(Timeout = LongestWait)]
    public async Task It_can_be_switched_off()
    {
        await using var host = await BotHost.StartAsync(("TypingAfter", "00:00:00"));
        host.Bot.OnMessage = _host.Bot.OnMessage;
        var turn = host.PostAsync(host.Activities.Message("due"));
        await Outgoing.UntilAsync(() => !host.Bot.Heard.IsEmpty);
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        _answer.SetResult();
        (await turn).Dispose();

        Assert.Equal("message", Assert.Single(host.Connector.Calls).Activity.Type);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Text_and_attachments_go_out_apart_and_the_second_has_the_id()
    {
        var sent = new ResourceResponse();
        _host.Bot.OnMessage = async (turn, cancellation) => sent = await turn.SendActivityAsync(
            new Activity { Text = "Your week", Summary = "Your week", Attachments = [Attachment.AdaptiveCard(new JsonObject { ["type"] = "AdaptiveCard" })] }, cancellation);
        (await _host.PostAsync(_host.Activities.Message("my week"))).Dispose();

        Assert.Equal([("Your week", 0), (null, 1)], _host.Connector.Calls.Select(call => (call.Activity.Text, call.Activity.Attachments?.Count ?? 0)));
        Assert.Equal(_host.Connector.Calls[1].Id, sent.Id);
    }

    private async Task<HttpResponseMessage> StartAsync() => await _host.PostAsync(_host.Activities.Message("due"));

    private async Task<Task<HttpResponseMessage>> StartTurnAsync()
    {
        var turn = StartAsync();
        await Outgoing.UntilAsync(() => !_host.Bot.Heard.IsEmpty);
        return turn;
    }
}
