using System.Net;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Conversations;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>One turn, and a connector that is not well: what the person gets to see, and when.</summary>
public sealed class FaultTests
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;
    private const string Line = "visited Friday's Café yesterday, next send CV Tues";

    [Theory(Timeout = LongestWait)]
    [InlineData(412, null)]
    [InlineData(412, 7)]
    [InlineData(429, null)]
    [InlineData(429, 7)]
    [InlineData(429, 45)]
    [InlineData(502, null)]
    [InlineData(503, null)]
    [InlineData(503, 600)]
    [InlineData(504, null)]
    public async Task A_busy_connector_gets_the_answer_later_and_once(int status, int? retryAfter)
    {
        await using var scene = await Scene.StartAsync();
        var wait = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        scene.Connector.AnswerNext(ConnectorAnswer.Status(status, retryAfter: wait));

        var posting = scene.PostAsync(scene.Alex.Message(Line));
        await scene.PassTimeAsync(() => scene.Connector.Calls.Any(call => call.Delivered));
        var taken = scene.Clock.GetUtcNow() - Scene.Start;
        Assert.Equal(HttpStatusCode.OK, (await posting).StatusCode);
        await SettleAsync(scene);

        Assert.Equal(["" + status, "ok"], scene.Connector.Calls.Select(call => call.Answer));
        Assert.InRange(taken, wait ?? TimeSpan.Zero, (wait ?? TimeSpan.Zero) + TimeSpan.FromMinutes(2));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_is_made_again(bool unread)
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(unread ? ConnectorAnswer.DropUnread : ConnectorAnswer.Drop);
        var posting = scene.PostAsync(scene.Alex.Message(Line));
        await scene.PassTimeAsync(() => scene.Connector.Calls.Any(call => call.Delivered));
        await posting;
        await SettleAsync(scene);

        Assert.Single(scene.Connector.Calls, call => call.Delivered);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Half_an_answer_is_an_answer()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Half);
        await scene.PostAsync(scene.Alex.Message(Line));
        await SettleAsync(scene);

        Assert.Equal("half", Assert.Single(scene.Connector.Calls).Answer);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_slow_connector_is_waited_for_and_the_caller_is_not_kept_waiting()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Late(scene.Clock, TimeSpan.FromSeconds(20)));

        var posting = scene.PostAsync(scene.Alex.Message(Line));
        await scene.Connector.WaitAsync(calls => calls.Count == 1, TestContext.Current.CancellationToken);
        await scene.PassTimeAsync(() => posting.IsCompleted);
        Assert.InRange(scene.Clock.GetUtcNow() - Scene.Start, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(9));

        // The next answer of the conversation follows the slow one, another conversation's does not wait.
        var second = scene.PostAsync(scene.Alex.Message("my week"));
        var elsewhere = scene.PostAsync(scene.Sam.Message("help"));
        await scene.PassTimeAsync(() => elsewhere.IsCompleted);
        Assert.Equal(1, scene.Connector.Hanging);
        await scene.PassTimeAsync(() => second.IsCompleted);
        await SettleAsync(scene);

        Assert.Equal(["late", "ok", "ok"], scene.Connector.Calls.Select(call => call.Answer));
        Assert.Equal([scene.Alex.ConversationId, scene.Sam.ConversationId, scene.Alex.ConversationId], scene.Connector.Calls.Select(call => call.ConversationId));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("silence")]
    [InlineData("500")]
    public async Task An_answer_in_doubt_is_not_sent_again_unasked_and_is_offered_at_the_next_message(string fault)
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(fault == "500" ? ConnectorAnswer.Status(500) : ConnectorAnswer.Silence);
        var activity = scene.Alex.Message(Line);
        var posting = scene.PostAsync(activity);
        await scene.Connector.WaitAsync(calls => calls.Count == 1, TestContext.Current.CancellationToken);
        await scene.PassTimeAsync(() => posting.IsCompleted);
        await PassAsync(scene, TimeSpan.FromMinutes(10));
        await scene.PostAsync(activity);
        Assert.Equal(fault, Assert.Single(scene.Connector.Calls).Answer);

        await scene.SayAsync("my week");
        Assert.Equal(3, scene.Connector.Calls.Count);
        var offer = scene.Connector.Calls[1].CardOf();
        Assert.Equal(["My last answer may not have reached you."], offer.Lines());
        Assert.DoesNotContain("may not have reached", scene.Connector.Calls[2].CardOf().Whole(), StringComparison.Ordinal);

        var receipt = (await scene.PressAsync(offer, "Show it again")).CardOf();
        Assert.Equal(["Here it is again."], receipt.Lines());
        Assert.Contains("Visit logged", scene.Connector.Calls[3].CardOf().Lines());
        Assert.Equal(scene.Connector.Calls[0].CardOf().ToJsonString(), scene.Connector.Calls[3].CardOf().ToJsonString());

        // It was offered once, and is shown once.
        await scene.SayAsync("my week");
        Assert.Equal(5, scene.Connector.Calls.Count);
        Assert.Equal(["You have been shown it since."], (await scene.PressAsync(offer, "Show it again", cardId: "card-2")).CardOf().Lines());
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact(Timeout = LongestWait)]
    public async Task Of_an_answer_in_parts_those_that_arrived_are_not_sent_again()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Silence);
        var posting = scene.PostAsync(scene.Alex.Message(Line));
        await scene.Connector.WaitAsync(calls => calls.Count == 1, TestContext.Current.CancellationToken);
        await scene.PassTimeAsync(() => posting.IsCompleted);
        await PassAsync(scene, TimeSpan.FromMinutes(1));

        // The offer arrives, the week does not.
        scene.Connector.AnswerNext(ConnectorAnswer.Ok, ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(2)));
        await scene.PostAsync(scene.Alex.Message("my week"));
        await PassAsync(scene, TimeSpan.FromMinutes(5));

        Assert.Equal(["silence", "ok", "429", "ok"], scene.Connector.Calls.Select(call => call.Answer));
        Assert.Equal(scene.Connector.Calls[2].CardOf().ToJsonString(), scene.Connector.Calls[3].CardOf().ToJsonString());
    }

    [Fact(Timeout = LongestWait)]
    public async Task What_is_new_does_not_overtake_what_is_owed()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(2)));
        await scene.PostAsync(scene.Alex.Message(Line));
        await scene.PostAsync(scene.Alex.Message("my week"));
        await scene.PostAsync(scene.Alex.Message("help"));
        Assert.Single(scene.Connector.Calls);
        await PassAsync(scene, TimeSpan.FromMinutes(3));

        Assert.Equal(["429", "ok", "ok", "ok"], scene.Connector.Calls.Select(call => call.Answer));
        Assert.Contains("Visit logged", scene.Connector.Calls[1].CardOf().Lines());
        Assert.Contains("What you can type", scene.Connector.Calls[3].CardOf().Lines());
    }

    [Fact(Timeout = LongestWait)]
    public async Task An_answer_that_could_not_be_sent_for_an_hour_is_offered_and_not_sent()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(90)));
        await scene.PostAsync(scene.Alex.Message(Line));
        await PassAsync(scene, TimeSpan.FromMinutes(100));
        Assert.Single(scene.Connector.Calls);

        await scene.SayAsync("my week");
        await scene.PressAsync(scene.Connector.Calls[1].CardOf(), "Show it again");
        Assert.Contains("Visit logged", scene.Connector.Calls[^1].CardOf().Lines());
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(413, "I have dealt with your message, but my answer is too large to be shown here.")]
    [InlineData(400, "I have dealt with your message, but my answer could not be shown here.")]
    public async Task An_answer_that_is_refused_for_what_it_is_becomes_a_sentence(int status, string sentence)
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(status, "MessageSizeTooBig"));
        await scene.PostAsync(scene.Alex.Message(Line));
        await SettleAsync(scene);

        Assert.Equal([status + "", "ok"], scene.Connector.Calls.Select(call => call.Answer));
        Assert.Equal(sentence, scene.Connector.Calls[1].Activity.Text);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_connector_that_refuses_even_a_sentence_is_left_alone()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(413), ConnectorAnswer.Status(413));
        await scene.PostAsync(scene.Alex.Message(Line));
        await SettleAsync(scene);

        Assert.Equal(2, scene.Connector.Calls.Count);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, null)]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(404, null)]
    public async Task A_conversation_that_cannot_be_reached_is_dead_until_the_person_writes_again(int status, string? code)
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(status, code));
        await scene.PostAsync(scene.Alex.Message(Line));
        await PassAsync(scene, TimeSpan.FromMinutes(5));

        Assert.Single(scene.Connector.Calls);
        var stored = await StoredAsync(scene);
        Assert.Equal((ReferenceState.Dead, $"{status} {code}".Trim()), (stored.State, stored.DeadReason));
        Assert.Single(await scene.VisitsOfAlexAsync());

        await scene.SayAsync("my week");
        Assert.Equal((ReferenceState.Live, null, 2), ((await StoredAsync(scene)).State, (await StoredAsync(scene)).DeadReason, scene.Connector.Calls.Count));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_dead_conversation_lives_again_when_the_app_is_installed_again_and_is_not_greeted_twice()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(scene.Alex.Installation("add"));
        scene.Connector.AnswerNext(ConnectorAnswer.Status(403, "BotNotInConversationRoster"));
        await scene.PostAsync(scene.Alex.Message(Line));
        Assert.Equal(ReferenceState.Dead, (await StoredAsync(scene)).State);

        await scene.PostAsync(scene.Alex.Installation("add"));
        Assert.Equal((ReferenceState.Live, 2), ((await StoredAsync(scene)).State, scene.Connector.Calls.Count));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_turn_ends_when_its_answer_is_out_and_does_not_wait_until_that_is_written_down()
    {
        await using var scene = await Scene.StartAsync();
        var written = new TaskCompletionSource();

        var (status, slow) = await AnsweredAsync(scene, Line, written.Task);

        Assert.Equal((HttpStatusCode.OK, 1), (status, scene.Deliveries));
        written.SetResult();
        await slow;
        Assert.Empty(await scene.ClaimOwedAsync());
    }

    [Fact(Timeout = LongestWait)]
    public async Task The_next_line_finds_the_card_of_the_answer_before_though_that_is_still_being_written_down()
    {
        await using var scene = await Scene.StartAsync();
        var written = new TaskCompletionSource();
        var (_, slow) = await AnsweredAsync(scene, "visited costwell today", written.Task);
        var question = scene.Connector.Calls[^1];

        var next = scene.SayAsync("Leeds");
        // Long enough for a turn that does not wait to have read.
        await Task.Delay(100, TestContext.Current.CancellationToken);
        written.SetResult();
        await slow;

        var replaced = await next;
        Assert.Equal(("PUT", question.Id), (replaced.Method, replaced.ActivityId));
        Assert.Equal(["Answered below."], replaced.CardOf().Lines());
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(2)]
    [InlineData(60)]
    public async Task However_long_an_older_answer_is_with_another_process_the_next_one_waits_until_that_has_ended(int minutes)
    {
        await using var scene = await Scene.StartAsync();
        await PassAsync(scene, OwedAnswers.Pause);
        scene.Connector.AnswerNext(ConnectorAnswer.Status(503, retryAfter: TimeSpan.FromSeconds(45)));
        var first = scene.PostAsync(scene.Alex.Message(Line));
        await scene.PassTimeAsync(() => first.IsCompleted && scene.Deliveries == 0);
        var owed = Assert.Single(await scene.ClaimOwedAsync());

        await PassAsync(scene, TimeSpan.FromMinutes(minutes));
        var second = scene.PostAsync(scene.Alex.Message("my week"));
        await PassAsync(scene, TimeSpan.FromMinutes(1));
        Assert.True(second.IsCompleted);
        Assert.Single(scene.Connector.Calls, call => !call.IsTyping);

        await scene.Store.WriteAsync(
            async session =>
            {
                await session.Conversations.DeliveredAsync(owed.ActivityKey);
                return true;
            },
            TestContext.Current.CancellationToken);
        await SettleAsync(scene);
        Assert.Equal(["503", "ok"], scene.Connector.Calls.Where(call => !call.IsTyping).Select(call => call.Answer));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_stranger_who_cannot_be_reached_is_no_failed_request()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.Otherwise = () => ConnectorAnswer.Status(403);
        Assert.Equal(HttpStatusCode.OK, (await scene.PostAsync(scene.Stranger.Message("hello"))).StatusCode);
    }

    /// <summary>Answers a line while another holds the writer, so that what became of the answer waits until <paramref name="written"/> ends.</summary>
    private static async Task<(HttpStatusCode Status, Task Slow)> AnsweredAsync(Scene scene, string line, Task written)
    {
        var taken = new TaskCompletionSource();
        scene.Connector.AnswerNext(ConnectorAnswer.After(taken.Task));
        var post = scene.PostAsync(scene.Alex.Message(line));
        await scene.Connector.WaitAsync(calls => calls.Count == 1, TestContext.Current.CancellationToken);
        var slow = scene.Store.WriteAsync(
            async _ =>
            {
                await written;
                return true;
            },
            TestContext.Current.CancellationToken);
        taken.SetResult();
        using var answer = await post;
        return (answer.StatusCode, slow);
    }

    private static async Task<StoredConversation> StoredAsync(Scene scene) =>
        (await scene.ReadAsync(session => session.Conversations.ConversationAsync("msteams", scene.Alex.ConversationId)))!;

    /// <summary>Long enough for anything that would be sent again.</summary>
    private static Task SettleAsync(Scene scene) => PassAsync(scene, TimeSpan.FromMinutes(3));

    private static async Task PassAsync(Scene scene, TimeSpan time)
    {
        var until = scene.Clock.GetUtcNow() + time;
        await scene.PassTimeAsync(() => scene.Clock.GetUtcNow() >= until && scene.Deliveries == 0);
    }
}
