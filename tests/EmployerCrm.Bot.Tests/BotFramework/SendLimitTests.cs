using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The limits of Teams, set for the test connector, as the receiving end saw them kept.</summary>
public sealed class SendLimitTests : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private static readonly (string, string?)[] AsTeams =
        [("SendLimits:0:ServiceUrl", "*"), ("SendLimits:0:PerConversation", "7/1s 8/2s 60/30s 1800/1h"), ("SendLimits:0:Total", "50/1s")];

    private BotHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync(AsTeams);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", 7)]
    [InlineData("http://127.0.0.1:5000/", 100)]
    [InlineData("https://localhost/", 100)]
    public async Task Without_settings_Teams_is_limited_and_this_machine_is_not(string address, int allowed)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 18, 10, 20, 0, TimeSpan.Zero));
        var limiter = Outgoing.Limiter(clock);
        for (var number = 0; number < allowed; number++)
        {
            using var place = await limiter.EnterAsync(new Uri(address), "a:1", TestContext.Current.CancellationToken);
            await place.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
            place.Called();
        }

        using var next = await limiter.EnterAsync(new Uri(address), "a:1", TestContext.Current.CancellationToken);
        var waits = await Record.ExceptionAsync(async () => await next.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.Equal(allowed == 7, waits is ConnectorUnavailableException { RetryAfter: { Ticks: TimeSpan.TicksPerSecond } });
    }

    [Fact(Timeout = LongestWait)]
    public async Task The_eighth_message_within_a_second_waits_for_the_second_to_pass()
    {
        for (var number = 0; number < 7; number++)
        {
            await _host.SendAsync($"{number}");
        }

        var eighth = _host.SendAsync("7");
        var pause = await _host.Clock.TimerAsync(due => due <= TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(1), pause);
        Assert.Equal(7, _host.Connector.Calls.Count);
        _host.Clock.Advance(pause);
        await eighth;
        Assert.Equal(8, _host.Connector.Calls.Count);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Another_conversation_does_not_wait_until_all_together_are_fifty()
    {
        for (var number = 0; number < 50; number++)
        {
            await _host.SendAsync(conversationId: $"a:{number}");
        }

        var next = _host.SendAsync(conversationId: "a:50");
        var pause = await _host.Clock.TimerAsync(due => due <= TimeSpan.FromSeconds(2));
        Assert.Equal((TimeSpan.FromSeconds(1), 50), (pause, _host.Connector.Calls.Count));
        _host.Clock.Advance(pause);
        await next;
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_wait_that_is_longer_than_a_call_may_take_is_refused_with_its_length_and_nothing_is_sent()
    {
        await using var host = await BotHost.StartAsync(("SendLimits:0:PerConversation", "3/1m"));
        for (var number = 0; number < 3; number++)
        {
            await host.SendAsync();
        }

        var failure = await Assert.ThrowsAsync<ConnectorUnavailableException>(() => host.SendAsync());
        Assert.Equal((TimeSpan.FromMinutes(1), 3), (failure.RetryAfter, host.Connector.Calls.Count));
        await host.SendAsync(conversationId: "a:2");
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_conversation_that_was_told_too_many_holds_back_all_that_follows_in_it_and_nobody_else()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(5)));
        await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync());

        var failure = await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync());
        Assert.Equal(TimeSpan.FromMinutes(5), failure.RetryAfter);
        Assert.Single(_host.Connector.Calls);
        await _host.SendAsync(conversationId: "a:2");

        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        await _host.SendAsync();
        Assert.Equal(["a:1", "a:2", "a:1"], _host.Connector.Calls.Select(call => call.ConversationId));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Three_conversations_told_too_many_with_none_taken_in_between_mean_that_the_tenant_is_and_everybody_waits()
    {
        foreach (var (number, minutes) in new[] { (1, 1), (2, 3), (3, 2) })
        {
            _host.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(minutes)));
            await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync(conversationId: $"a:{number}"));
        }

        var failure = await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync(conversationId: "a:4"));
        Assert.Equal((TimeSpan.FromMinutes(3), 3), (failure.RetryAfter, _host.Connector.Calls.Count));
        _host.Clock.Advance(TimeSpan.FromMinutes(3));
        await _host.SendAsync(conversationId: "a:4");
    }

    [Fact(Timeout = LongestWait)]
    public async Task One_call_that_is_taken_in_between_holds_nobody_else_back()
    {
        var refused = ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(1));
        _host.Connector.AnswerNext(refused, refused);
        await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync(conversationId: "a:1"));
        await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync(conversationId: "a:2"));
        await _host.SendAsync(conversationId: "a:3");
        _host.Connector.AnswerNext(refused);
        await Assert.ThrowsAsync<ConnectorUnavailableException>(() => _host.SendAsync(conversationId: "a:4"));

        await _host.SendAsync(conversationId: "a:5");
        Assert.Equal(["a:1", "a:2", "a:3", "a:4", "a:5"], _host.Connector.Calls.Select(call => call.ConversationId));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_call_that_is_repeated_is_not_overtaken_by_the_next_one_of_its_conversation()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(503, retryAfter: TimeSpan.FromSeconds(7)));
        var first = _host.SendAsync("first");
        await _host.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(7));
        var second = _host.SendAsync("second");
        await _host.SendAsync("elsewhere", "a:2");
        _host.Clock.Advance(TimeSpan.FromSeconds(7));
        await Task.WhenAll(first, second);

        Assert.Equal(["first", "elsewhere", "first", "second"], _host.Connector.Calls.Select(call => call.Activity.Text));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Who_gives_up_waiting_makes_room()
    {
        var answer = new TaskCompletionSource();
        _host.Connector.AnswerNext(ConnectorAnswer.After(answer.Task));
        using var off = new CancellationTokenSource();
        var first = _host.SendAsync("first");
        await _host.Connector.CallAsync(1, TestContext.Current.CancellationToken);
        var second = _host.ConnectorClient.SendAsync(new Activity { Type = "message", Text = "second" }.ApplyConversationReference(_host.Reference()), off.Token);
        var third = _host.SendAsync("third");
        await off.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        answer.SetResult();
        await Task.WhenAll(first, third);

        Assert.Equal(["first", "third"], _host.Connector.Calls.Select(call => call.Activity.Text));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Conversations_that_went_quiet_are_forgotten()
    {
        for (var number = 0; number < 40; number++)
        {
            await _host.SendAsync(conversationId: $"a:{number}");
        }

        Assert.Equal(40, _host.Limiter.Conversations);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.SendAsync(conversationId: "a:new");
        Assert.Equal(1, _host.Limiter.Conversations);
    }

    [Fact]
    public async Task On_this_machine_nothing_is_remembered()
    {
        await using var host = await BotHost.StartAsync();
        await host.SendAsync();
        Assert.Equal(0, host.Limiter.Conversations);
    }
}
