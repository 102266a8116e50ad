using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a bot hears and answers, over the whole pipeline.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = LongestWait)]
    public async Task A_message_is_answered_as_a_reply_in_its_conversation()
    {
        _host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync("You said " + turn.Activity.Text, cancellation);
        var message = _host.Activities.Message("due");

        using var answer = await _host.PostAsync(message);

        var call = Assert.Single(_host.Connector.Calls);
        Assert.Equal("POST", call.Method);
        Assert.Equal($"/teams/v3/conversations/a%3Apersonal-1/activities/{message["id"]}", call.Path);
        Assert.Equal(
            ("message", "You said due", "28:bot", "29:alex", "a:personal-1", (string?)message["id"], "msteams"),
            (call.Activity.Type, call.Activity.Text, call.Activity.From?.Id, call.Activity.Recipient?.Id, call.Activity.Conversation?.Id, call.Activity.ReplyToId, call.Activity.ChannelId));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Each_kind_of_activity_has_its_handler()
    {
        foreach (var activity in new[]
        {
            _host.Activities.Message("due"), _host.Activities.Submit(new JsonObject { ["verb"] = "undo" }), _host.Activities.Edit("1", "due"), _host.Activities.Delete("1"),
            _host.Activities.Create("messageReaction"), _host.Activities.Installation("add"), _host.Activities.MembersAdded(), _host.Activities.MembersAdded("28:bot"),
            _host.Activities.Create("endOfConversation"), _host.Activities.Create("handoff"),
        })
        {
            using var answer = await _host.PostAsync(activity);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(
            ["message", "message", "edit", "deletion", "reaction", "installation", "added 29:alex", "unrecognized"],
            _host.Bot.Heard.Select(heard => heard.Handler));
        Assert.Equal("undo", _host.Bot.Heard.ElementAt(1).Activity.Value?.GetProperty("verb").GetString());
        Assert.Empty(_host.Connector.Calls);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_pressed_button_is_answered_with_a_card_in_its_place()
    {
        _host.Bot.OnCardAction = value => AdaptiveCardInvokeResponse.Card(new JsonObject { ["type"] = "AdaptiveCard", ["verb"] = value.Action!.Verb, ["id"] = value.Action.Data?.GetProperty("id").GetInt32() });

        using var answer = await _host.PostAsync(_host.Activities.Execute("undo", new JsonObject { ["id"] = 7 }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","verb":"undo","id":7}}""",
            await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_pressed_button_may_be_answered_with_words()
    {
        _host.Bot.OnCardAction = _ => AdaptiveCardInvokeResponse.Message("Dana was first.");

        using var answer = await _host.PostAsync(_host.Activities.Execute("done"));

        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Dana was first."}""",
            await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact(Timeout = LongestWait)]
    public async Task What_the_bot_does_not_know_is_answered_501()
    {
        foreach (var activity in new[] { _host.Activities.Execute("made-up"), _host.Activities.Invoke("task/fetch", new JsonObject()), _host.Activities.Create("invoke") })
        {
            using var answer = await _host.PostAsync(activity);
            Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancellation));
        }
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":"undo"}""")]
    [InlineData("""{"action":{"data":{}}}""")]
    [InlineData("""{"action":{"verb":{}}}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"undo"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":{}}}""")]
    public async Task A_value_that_is_no_card_action_is_answered_400(string value)
    {
        using var answer = await _host.PostAsync(_host.Activities.Invoke("adaptiveCard/action", JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(_host.Bot.Heard);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Messages_are_replaced_and_deleted_by_the_id_they_were_sent_under()
    {
        _host.Bot.OnMessage = async (turn, cancellation) =>
        {
            var sent = await turn.SendActivitiesAsync([new Activity { Text = "one" }, new Activity { Text = "two" }], cancellation);
            await turn.UpdateActivityAsync(new Activity { Id = sent[0].Id, Text = "one, changed" }, cancellation);
            await turn.DeleteActivityAsync(sent[1].Id!, cancellation);
        };

        using var answer = await _host.PostAsync(_host.Activities.Message("due"));

        Assert.Equal(
            [("POST", "sent-1", "one"), ("POST", "sent-2", "two"), ("PUT", "sent-1", "one, changed"), ("DELETE", "sent-2", null)],
            _host.Connector.Calls.Select(call => (call.Method, call.Id, call.Body.Length == 0 ? null : call.Activity.Text)));
        Assert.Empty(_host.Connector.Strays);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_bot_that_fails_is_answered_500_and_the_log_names_the_failure_without_its_words()
    {
        _host.Bot.OnMessage = (turn, _) => throw new InvalidOperationException(turn.Activity.Text);

        using var answer = await _host.PostAsync(_host.Activities.Message("spoke to Dana about her hip"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(_host.Log.Lines, line => line.StartsWith("Turn failed: System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains("hip", StringComparison.Ordinal));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_bot_that_fails_can_still_say_something()
    {
        _host.Adapter.OnTurnError = (turn, exception, cancellation) => turn.SendActivityAsync("Sorry: " + exception.GetType().Name, cancellation);
        _host.Bot.OnMessage = (_, _) => throw new InvalidOperationException();

        using var answer = await _host.PostAsync(_host.Activities.Message("due"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Sorry: InvalidOperationException", Assert.Single(_host.Connector.Calls).Activity.Text);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Turns_of_one_conversation_follow_each_other_in_the_order_they_came()
    {
        var gate = new TaskCompletionSource();
        var order = new ConcurrentQueue<string>();
        var inside = 0;
        _host.Bot.OnMessage = async (turn, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await gate.Task;
            order.Enqueue(turn.Activity.Text!);
            Interlocked.Decrement(ref inside);
        };

        var answers = new List<Task<HttpResponseMessage>>();
        for (var number = 0; number < 5; number++)
        {
            answers.Add(_host.PostAsync(_host.Activities.Message($"{number}")));
            await _host.QueueAsync(number + 1);
        }

        Assert.Single(_host.Bot.Heard);
        gate.SetResult();
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["0", "1", "2", "3", "4"], order);
        Assert.Equal(0, _host.Adapter.QueueLength);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_slow_turn_delays_no_other_conversation()
    {
        var gate = new TaskCompletionSource();
        _host.Bot.OnMessage = (turn, _) => turn.Activity.Text == "slow" ? gate.Task : Task.CompletedTask;
        var slow = _host.PostAsync(_host.Activities.Message("slow"));
        await _host.QueueAsync(1);

        var other = new TeamsActivities(_host.Connector.ServiceUrl, _host.Clock) { ConversationId = "a:personal-2" };
        using var quick = await _host.PostAsync(other.Message("quick"));

        Assert.Equal(HttpStatusCode.OK, quick.StatusCode);
        Assert.False(slow.IsCompleted);
        gate.SetResult();
        (await slow).Dispose();
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_turn_goes_on_when_its_caller_hangs_up()
    {
        var gate = new TaskCompletionSource();
        _host.Bot.OnMessage = async (turn, cancellation) =>
        {
            await gate.Task;
            await turn.SendActivityAsync("owed", cancellation);
        };
        using var hangUp = new CancellationTokenSource();
        var running = _host.Channel.PostAsync(_host.Activities.Message("first"), hangUp.Token);
        await _host.QueueAsync(1);
        var waiting = _host.Channel.PostAsync(_host.Activities.Message("second"), hangUp.Token);
        await _host.QueueAsync(2);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();

        Assert.Equal("owed", (await _host.Connector.CallAsync(2, Cancellation)).Activity.Text);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_turn_that_never_ends_makes_room_for_the_next_one()
    {
        _host.Bot.OnMessage = (turn, cancellation) => turn.Activity.Text == "endless" ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask;
        var endless = _host.PostAsync(_host.Activities.Message("endless"));
        await _host.QueueAsync(1);
        var next = _host.PostAsync(_host.Activities.Message("due"));
        await _host.QueueAsync(2);

        _host.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.InternalServerError, (await endless).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await next).StatusCode);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_conversation_of_the_past_can_be_written_to()
    {
        using var answer = await _host.PostAsync(_host.Activities.Message("due"));
        var reference = Assert.Single(_host.Bot.Heard).Activity.GetConversationReference();

        await _host.Adapter.ContinueConversationAsync(reference, (turn, cancellation) => turn.SendActivityAsync("3 things due today", cancellation), Cancellation);

        var call = Assert.Single(_host.Connector.Calls);
        Assert.Equal("/teams/v3/conversations/a%3Apersonal-1/activities", call.Path);
        Assert.Equal(("3 things due today", "28:bot", "29:alex"), (call.Activity.Text, call.Activity.From?.Id, call.Activity.Recipient?.Id));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_reference_to_an_address_off_the_list_gets_no_call()
    {
        await using var stranger = await TestConnector.StartAsync();
        var reference = new ConversationReference { ServiceUrl = stranger.ServiceUrl, ChannelId = "msteams", Conversation = new ConversationAccount { Id = "a:1" } };

        await Assert.ThrowsAsync<ServiceUrlNotAllowedException>(
            () => _host.Adapter.ContinueConversationAsync(reference, (turn, cancellation) => turn.SendActivityAsync("hello", cancellation), Cancellation));

        Assert.Empty(stranger.Calls);
        Assert.Equal(0, _host.Authority.TokenRequests);
    }
}
