using System.Net;
using System.Text;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a person sent first is handled first, whatever its request had to wait for; and who waits in vain does not stop the others.</summary>
public sealed class ArrivalOrderTests : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;
    private static readonly string[] Numbers = [.. Enumerable.Range(1, 12).Select(number => $"{number}")];

    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = LongestWait)]
    public async Task What_came_before_there_were_any_keys_is_handled_in_the_order_it_came()
    {
        await AssertOrderIsKeptAsync(GateKeys());
    }

    [Fact(Timeout = LongestWait)]
    public async Task So_is_what_came_while_keys_of_yesterday_were_fetched_anew()
    {
        (await _host.PostAsync(_host.Activities.Message("yesterday"))).Dispose();
        _host.Bot.Heard.Clear();
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await AssertOrderIsKeptAsync(GateKeys());
        Assert.Equal(2, _host.Authority.KeyRequests);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_message_does_not_overtake_one_whose_body_is_still_coming()
    {
        await using var first = await StartPostAsync("first");
        var second = _host.PostAsync(_host.Activities.Message("second"));
        await _host.Clock.TimerAsync(due => due == ArrivalLine.Patience);
        Assert.Empty(_host.Bot.Heard);

        await first.FinishAsync(Cancellation);

        (await second).Dispose();
        await first.AnswerAsync(Cancellation);
        Assert.Equal(["first", "second"], _host.Bot.Heard.Select(heard => heard.Activity.Text));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_body_that_does_not_come_holds_the_others_up_for_a_second_and_no_longer()
    {
        await using var first = await StartPostAsync("first");
        var second = _host.PostAsync(_host.Activities.Message("second"));
        await _host.Clock.TimerAsync(due => due == ArrivalLine.Patience);
        _host.Clock.Advance(ArrivalLine.Patience);

        (await second).Dispose();
        Assert.Equal("second", Assert.Single(_host.Bot.Heard).Activity.Text);
        await first.FinishAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await first.AnswerAsync(Cancellation)).StatusCode);
        Assert.Equal(["second", "first"], _host.Bot.Heard.Select(heard => heard.Activity.Text));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_caller_who_hangs_up_in_the_middle_of_its_body_lets_the_others_pass()
    {
        var first = await StartPostAsync("first");
        var second = _host.PostAsync(_host.Activities.Message("second"));
        await _host.Clock.TimerAsync(due => due == ArrivalLine.Patience);

        await first.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
        Assert.Equal("second", Assert.Single(_host.Bot.Heard).Activity.Text);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_stranger_who_makes_us_ask_for_keys_holds_nobody_up()
    {
        (await _host.PostAsync(_host.Activities.Message("first"))).Dispose();
        var gate = GateKeys();
        var strangers = Enumerable.Range(0, 5).Select(_ => _host.Channel.PostAsync(
            _host.Activities.Message("let me in"),
            _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl, _host.Authority.StrangersKey()).ToString(),
            Cancellation)).ToList();
        while (_host.Authority.KeyRequests < 2)
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }

        (await _host.PostAsync(_host.Activities.Message("second"))).Dispose();

        Assert.DoesNotContain(strangers, stranger => stranger.IsCompleted);
        Assert.Equal(["first", "second"], _host.Bot.Heard.Select(heard => heard.Activity.Text));
        gate.SetResult();
        Assert.All(await Task.WhenAll(strangers), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
    }

    private TaskCompletionSource GateKeys()
    {
        var gate = new TaskCompletionSource();
        _host.Authority.KeysAnswer = async context =>
        {
            await gate.Task.WaitAsync(context.RequestAborted);
            await TestAuthority.AnswerAsync(context, _host.Authority.KeySet());
        };
        return gate;
    }

    /// <summary>
    /// All wait for the keys. Once they are there the first is not ready yet, so that any of the others would be handled before it if nothing but the
    /// keys had kept it.
    /// </summary>
    private async Task AssertOrderIsKeptAsync(TaskCompletionSource gate)
    {
        await using var first = await OpenAsync(Numbers[0]);
        var others = new List<Task<HttpResponseMessage>>();
        foreach (var number in Numbers[1..])
        {
            // Every other one is long, and so takes longer to read than the one behind it.
            others.Add(_host.PostAsync(_host.Activities.Message(number + (others.Count % 2 == 0 ? new string(' ', 200_000) : ""))));
            await HeldUpAsync(others.Count + 1);
        }

        gate.SetResult();
        await _host.Clock.TimerAsync(due => due == ArrivalLine.Patience);
        Assert.Empty(_host.Bot.Heard);
        await first.FinishAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await first.AnswerAsync(Cancellation)).StatusCode);
        Assert.All(await Task.WhenAll(others), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(Numbers, _host.Bot.Heard.Select(heard => heard.Activity.Text?.TrimEnd()));
        Assert.Equal(0, _host.Adapter.HeldUp);
        Assert.Equal(0, _host.Adapter.QueueLength);
    }

    private async Task HeldUpAsync(int count)
    {
        while (_host.Adapter.HeldUp < count)
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>As below, when the keys are there, so that it waits for nothing but the rest of its body.</summary>
    private async Task<HalfSent> StartPostAsync(string text)
    {
        (await _host.PostAsync(_host.Activities.MembersAdded())).Dispose();
        _host.Bot.Heard.Clear();
        return await OpenAsync(text);
    }

    /// <summary>Sends all but the last letter of a message, and waits until the host waits for it.</summary>
    private async Task<HalfSent> OpenAsync(string text)
    {
        var body = Encoding.UTF8.GetBytes(_host.Activities.Message(text).ToJsonString());
        var head = Encoding.ASCII.GetBytes(
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + $"Authorization: Bearer {_host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl)}\r\nContent-Length: {body.Length}\r\n\r\n");
        var stream = await RawRequest.OpenAsync(_host.Client.BaseAddress!, Cancellation);
        await stream.WriteAsync((byte[])[.. head, .. body[..^1]], Cancellation);
        await HeldUpAsync(1);
        return new HalfSent(stream, body[^1..]);
    }

    private sealed class HalfSent(Stream stream, byte[] rest) : IAsyncDisposable
    {
        public Task FinishAsync(CancellationToken cancellationToken) => stream.WriteAsync(rest, cancellationToken).AsTask();

        public async Task<HttpResponseMessage> AnswerAsync(CancellationToken cancellationToken) =>
            RawRequest.Read(await RawRequest.ReadToEndAsync(stream, cancellationToken));

        public ValueTask DisposeAsync() => stream.DisposeAsync();
    }
}
