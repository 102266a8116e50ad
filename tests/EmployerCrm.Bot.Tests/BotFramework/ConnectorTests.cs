using System.Net;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Calls to the connector when it is not well, as the receiving end saw them.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = LongestWait)]
    public async Task Calls_bring_our_token_which_is_asked_for_once()
    {
        await SendAsync();
        await SendAsync();

        Assert.Equal(["bot-token-1", "bot-token-1"], _host.Connector.Calls.Select(call => call.BearerToken));
        Assert.Equal(1, _host.Authority.TokenRequests);
        var form = _host.Authority.LastTokenRequest;
        Assert.Equal(
            ("client_credentials", BotHost.AppId, "the-secret", "https://api.botframework.com/.default"),
            (form["grant_type"], form["client_id"], form["client_secret"], form["scope"]));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_busy_connector_is_called_again_when_it_says(int status)
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(status, retryAfter: TimeSpan.FromSeconds(7)));

        var sending = SendAsync();
        var pause = await _host.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(7));
        Assert.Single(_host.Connector.Calls);
        _host.Clock.Advance(pause);

        Assert.Equal("sent-2", (await sending).Id);
        Assert.Equal([false, true], _host.Connector.Calls.Select(call => call.Delivered));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Without_a_word_about_when_pauses_grow_and_end()
    {
        _host.Connector.AnswerNext([.. Enumerable.Repeat(ConnectorAnswer.Status(503), 4)]);

        var sending = SendAsync();
        var pauses = new List<TimeSpan>();
        for (var repeat = 0; repeat < 3; repeat++)
        {
            await _host.Connector.CallAsync(repeat + 1, Cancellation);
            pauses.Add(await PassPauseAsync());
        }

        var failure = await Assert.ThrowsAsync<ConnectorUnavailableException>(() => sending);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
        Assert.Equal(4, _host.Connector.Calls.Count);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
        Assert.Equal(3, pauses.Distinct().Count());
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_pause_that_is_too_long_to_wait_for_is_handed_on()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(10)));

        var failure = await Assert.ThrowsAsync<ConnectorUnavailableException>(SendAsync);

        Assert.Equal(TimeSpan.FromMinutes(10), failure.RetryAfter);
        Assert.Single(_host.Connector.Calls);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_connection_cut_before_any_answer_is_made_again()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Drop);

        var sending = SendAsync();
        await PassPauseAsync();

        Assert.Equal("sent-2", (await sending).Id);
        Assert.Single(_host.Connector.Calls, call => call.Delivered);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(500, typeof(ConnectorException))]
    [InlineData(400, typeof(ConnectorException))]
    [InlineData(413, typeof(ActivityTooLargeException))]
    [InlineData(403, typeof(ConversationUnreachableException))]
    [InlineData(404, typeof(ConversationNotFoundException))]
    [InlineData(302, typeof(ConnectorException))]
    public async Task Other_refusals_are_final_and_have_their_own_name(int status, Type expected)
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(status, "TheirWord"));

        var failure = await Assert.ThrowsAsync(expected, SendAsync);

        Assert.Equal("TheirWord", ((ConnectorException)failure).ErrorCode);
        Assert.Equal(status, (int)((ConnectorException)failure).StatusCode!.Value);
        Assert.Single(_host.Connector.Calls);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_redirect_is_not_followed()
    {
        await using var stranger = await TestConnector.StartAsync();
        _host.Connector.AnswerNext(ConnectorAnswer.Redirect(stranger.ServiceUrl + "v3/conversations/a/activities"));

        await Assert.ThrowsAsync<ConnectorException>(SendAsync);

        Assert.Empty(stranger.Calls);
    }

    [Fact(Timeout = LongestWait)]
    public async Task The_connector_itself_calls_no_address_off_the_list()
    {
        await using var stranger = await TestConnector.StartAsync();
        var reference = new ConversationReference { ServiceUrl = stranger.ServiceUrl, Conversation = new ConversationAccount { Id = "a:1" } };
        var activity = new Activity { Id = "1", Text = "hello" }.ApplyConversationReference(reference);

        await Assert.ThrowsAsync<ServiceUrlNotAllowedException>(() => _host.ConnectorClient.SendAsync(activity, Cancellation));
        await Assert.ThrowsAsync<ServiceUrlNotAllowedException>(() => _host.ConnectorClient.UpdateAsync(activity, Cancellation));
        await Assert.ThrowsAsync<ServiceUrlNotAllowedException>(() => _host.ConnectorClient.DeleteAsync(reference, "1", Cancellation));

        Assert.Empty(stranger.Calls);
        Assert.Equal(0, _host.Authority.TokenRequests);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_refusal_without_a_reason_is_understood_too()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(403));

        var failure = await Assert.ThrowsAsync<ConversationUnreachableException>(SendAsync);

        Assert.Null(failure.ErrorCode);
    }

    [Fact(Timeout = LongestWait)]
    public async Task An_answer_to_a_message_that_is_gone_goes_to_its_conversation()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(404, "ActivityNotFoundInConversation"));
        var activity = new Activity { Type = "message", Text = "hello", ReplyToId = "deleted" }.ApplyConversationReference(Reference("a:1"));

        Assert.Equal("sent-2", (await _host.ConnectorClient.SendAsync(activity, Cancellation)).Id);
        Assert.Equal(["/teams/v3/conversations/a%3A1/activities/deleted", "/teams/v3/conversations/a%3A1/activities"], _host.Connector.Calls.Select(call => call.Path));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_conversation_that_is_gone_is_not_tried_another_way()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Status(404, "ConversationNotFound"));
        var activity = new Activity { Type = "message", Text = "hello", ReplyToId = "1" }.ApplyConversationReference(Reference("a:1"));

        await Assert.ThrowsAsync<ConversationNotFoundException>(() => _host.ConnectorClient.SendAsync(activity, Cancellation));
        Assert.Single(_host.Connector.Calls);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_call_that_is_called_off_after_it_went_out_is_in_doubt()
    {
        using var off = new CancellationTokenSource();
        _host.Connector.AnswerNext(ConnectorAnswer.After(new TaskCompletionSource().Task));

        var sending = SendUntilAsync(off.Token);
        await _host.Connector.CallAsync(1, Cancellation);
        await off.CancelAsync();

        await Assert.ThrowsAsync<ConnectorTimeoutException>(() => sending);
    }

    [Fact(Timeout = LongestWait)]
    public async Task No_answer_in_time_is_not_repeated_since_it_may_have_been_delivered()
    {
        var never = new TaskCompletionSource();
        _host.Connector.AnswerNext(ConnectorAnswer.After(never.Task));

        var sending = SendAsync();
        await _host.Connector.CallAsync(1, Cancellation);
        _host.Clock.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<ConnectorTimeoutException>(() => sending);
        Assert.Single(_host.Connector.Calls);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Half_an_answer_counts_as_sent_and_is_not_repeated()
    {
        _host.Connector.AnswerNext(ConnectorAnswer.Half, ConnectorAnswer.NoId);

        Assert.Null((await SendAsync()).Id);
        Assert.Null((await SendAsync()).Id);
        Assert.Equal(2, _host.Connector.Calls.Count);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_refused_token_is_renewed_once()
    {
        await SendAsync();
        _host.Connector.RequiredToken = "bot-token-2";

        Assert.Equal("sent-3", (await SendAsync()).Id);

        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        _host.Connector.RequiredToken = "another";
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.Equal(5, _host.Connector.Calls.Count);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_bot_that_gets_no_token_calls_nobody()
    {
        _host.Authority.RefusesTheBot = true;

        var failure = await Assert.ThrowsAsync<TokenUnavailableException>(SendAsync);

        Assert.Contains("invalid_client", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Connector.Calls);
        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains("the-secret", StringComparison.Ordinal));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_wait_between_calls_can_be_called_off()
    {
        using var off = new CancellationTokenSource();
        _host.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromSeconds(7)));

        var sending = SendUntilAsync(off.Token);
        await _host.Clock.TimerAsync(due => due == TimeSpan.FromSeconds(7));
        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public Task An_id_that_would_change_the_address_is_refused(string id) => Assert.ThrowsAsync<ArgumentException>(() => _host.Adapter.ContinueConversationAsync(
        Reference(id), (turn, cancellation) => turn.SendActivityAsync("hello", cancellation), Cancellation));

    [Theory(Timeout = LongestWait)]
    [InlineData("19:abc@thread.tacv2;messageid=1", "19%3Aabc%40thread.tacv2%3Bmessageid%3D1")]
    [InlineData("a/../../b?c#d", "a%2F..%2F..%2Fb%3Fc%23d")]
    public async Task An_id_stays_one_segment_of_the_address(string id, string segment)
    {
        await _host.Adapter.ContinueConversationAsync(Reference(id), (turn, cancellation) => turn.SendActivityAsync("hello", cancellation), Cancellation);

        Assert.Equal($"/teams/v3/conversations/{segment}/activities", Assert.Single(_host.Connector.Calls).Path);
    }

    private Task<ResourceResponse> SendAsync() => SendUntilAsync(Cancellation);

    private async Task<ResourceResponse> SendUntilAsync(CancellationToken cancellationToken)
    {
        var response = new ResourceResponse();
        await _host.Adapter.ContinueConversationAsync(
            Reference("a:1"), async (turn, cancellation) => response = await turn.SendActivityAsync("hello", cancellation), cancellationToken);
        return response;
    }

    // The other timers are the time limit of a call and the renewal of the token, and longer.
    private async Task<TimeSpan> PassPauseAsync()
    {
        var pause = await _host.Clock.TimerAsync(due => due <= TimeSpan.FromSeconds(20));
        _host.Clock.Advance(pause);
        return pause;
    }

    private ConversationReference Reference(string conversationId) =>
        new() { ServiceUrl = _host.Connector.ServiceUrl, ChannelId = "msteams", Conversation = new ConversationAccount { Id = conversationId } };
}
