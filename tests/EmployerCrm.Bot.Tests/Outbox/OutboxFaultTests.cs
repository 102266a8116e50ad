using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Outbox;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>Whatever the connector does: nothing is lost, nothing is seen twice, and what did not arrive says why.</summary>
public sealed class OutboxFaultTests
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = LongestWait)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_busy_connector_gets_the_message_later_and_once(int status)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        outbox.Connector.AnswerNext(ConnectorAnswer.Status(status));
        var node = outbox.Node();
        await outbox.SweepAsync(node);
        Assert.Equal((OutboxState.Waiting, $"{status}"), await outbox.StateAsync(row));
        await outbox.PassAsync(node, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));

        Assert.Equal([$"{status}", "ok"], outbox.Tries.Select(call => call.Answer));
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(row));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_is_made_again(bool unread)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        outbox.Connector.AnswerNext(unread ? ConnectorAnswer.DropUnread : ConnectorAnswer.Drop);
        var node = outbox.Node();
        await outbox.SweepAsync(node);
        Assert.Equal((OutboxState.Waiting, "no-connection"), await outbox.StateAsync(row));
        await outbox.PassAsync(node, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));
        Assert.Equal(["#1"], outbox.Seen);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Half_an_answer_is_an_answer()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        outbox.Connector.AnswerNext(ConnectorAnswer.Half);
        await outbox.SweepAsync();
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(row));
        Assert.Equal(["#1"], outbox.Seen);
    }

    [Fact(Timeout = LongestWait)]
    public async Task When_Teams_wants_an_hour_of_quiet_it_is_left_alone_for_an_hour_and_then_gets_everything_once()
    {
        await using var outbox = await OutboxScene.StartAsync();
        List<OutboxRow> rows = [.. Enumerable.Range(1, 100).Select(number => outbox.Row(number, number % 2 == 0 ? outbox.Alex : outbox.Sam))];
        await outbox.AddAsync(rows);
        outbox.Connector.Otherwise = () => ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromHours(1));
        var options = new OutboxOptions { TeamsPerSecond = 0 };
        var node = outbox.Node(options: options);
        await outbox.SweepAsync(node);
        await outbox.PassAsync(node, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(1));
        Assert.InRange(outbox.Tries.Count, 1, options.AtOnce + options.FailuresInARow);
        Assert.Contains(outbox.Faults, fault => fault.StartsWith("held back for 00:5", StringComparison.Ordinal) || fault.StartsWith("held back for 01:", StringComparison.Ordinal));
        var facts = await outbox.Scene.ReadAsync(session => OutboxFacts.OfAsync(session, outbox.Clock.GetUtcNow()));
        Assert.True(facts.IsBehind);

        outbox.Connector.Otherwise = () => ConnectorAnswer.Ok;
        await outbox.PassAsync(node, TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(1));
        Assert.Equal(Enumerable.Range(1, 100).Select(number => $"#{number}").Order(StringComparer.Ordinal), outbox.Seen.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(rows.Select(outbox.StateAsync)), state => Assert.Equal((OutboxState.Sent, null), state));
    }

    [Fact(Timeout = LongestWait)]
    public async Task What_could_not_be_sent_in_its_time_is_never_sent()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1) with { ExpiresAt = outbox.Clock.GetUtcNow().AddMinutes(30) });
        outbox.Connector.Otherwise = () => ConnectorAnswer.Status(503);
        var node = outbox.Node();
        await outbox.SweepAsync(node);
        await outbox.PassAsync(node, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1));
        outbox.Connector.Otherwise = () => ConnectorAnswer.Ok;
        await outbox.PassAsync(node, TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));

        Assert.Empty(outbox.Seen);
        Assert.Equal((OutboxState.Expired, "503"), await outbox.StateAsync(row));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("silence")]
    [InlineData("500")]
    public async Task What_may_have_arrived_is_not_sent_again_and_is_offered_at_the_next_message(string fault)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        outbox.Connector.AnswerNext(fault == "500" ? ConnectorAnswer.Status(500) : ConnectorAnswer.Silence);
        var node = outbox.Node();
        var sweep = outbox.SweepAsync(node);
        await PassUntilAsync(outbox, () => sweep.IsCompleted);
        await outbox.PassAsync(node, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        Assert.Equal((OutboxState.InDoubt, fault == "500" ? "500" : OutboxReasons.NoAnswer), await outbox.StateAsync(row));
        Assert.Equal([fault], outbox.Tries.Select(call => call.Answer));

        await outbox.Scene.SayAsync("my week");
        var offer = outbox.Connector.Calls[^2].CardOf();
        Assert.Equal(["Here it is again."], (await outbox.Scene.PressAsync(offer, "Show it again")).CardOf().Lines());
        await outbox.SweepAsync(node);
        Assert.Equal(["#1"], outbox.Seen);
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(row));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Who_cannot_be_reached_is_not_tried_again_and_is_named_until_they_write(int status, string code)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var first = await outbox.AddAsync(outbox.Row(1));
        outbox.Connector.AnswerNext(ConnectorAnswer.Status(status, code));
        var node = outbox.Node();
        await outbox.SweepAsync(node);
        var second = await outbox.AddAsync(outbox.Row(2));
        await outbox.PassAsync(node, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        Assert.Single(outbox.Tries);
        Assert.Equal((OutboxState.Dead, $"{status} {code}"), await outbox.StateAsync(first));
        Assert.Equal((OutboxState.Dead, OutboxReasons.NotReachable), await outbox.StateAsync(second));
        Assert.Contains((await outbox.Scene.ReadAsync(session => session.Conversations.UnreachableAsync(null, new DateOnly(2026, 11, 21)))), person => person.SpecialistId == outbox.Alex.Id && person.DeadReason == $"{status} {code}");
        Assert.Equal(["Alex Wilber", "Alex Wilber"], (await outbox.Scene.ReadAsync(session => session.Outbox.TroubleAsync(0, 10))).Select(row => row.RecipientName));

        await outbox.Scene.SayAsync("my week");
        Assert.True(await outbox.Scene.Store.WriteAsync(session => session.Outbox.RetryAsync(second.Id, 2, outbox.Clock.GetUtcNow()), Cancellation));
        await outbox.SweepAsync(node);
        Assert.Equal(["#2"], outbox.Seen);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(413)]
    [InlineData(400)]
    public async Task What_is_refused_for_what_it_is_is_dead_and_its_person_is_reached_as_before(int status)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        outbox.Connector.AnswerNext(ConnectorAnswer.Status(status, "BadSyntax"));
        await outbox.SweepAsync();
        Assert.Equal((OutboxState.Dead, $"{status} BadSyntax"), await outbox.StateAsync(row));
        Assert.Equal(ReferenceState.Live, (await outbox.Scene.ReadAsync(session => session.Conversations.PersonalOfAsync(outbox.Alex.Id)))?.State);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_word_of_the_person_since_counts_more_than_a_refusal_before()
    {
        await using var outbox = await OutboxScene.StartAsync();
        await outbox.AddAsync(outbox.Row(1));
        outbox.Clock.Advance(TimeSpan.FromDays(1.5));
        var row = await outbox.AddAsync(outbox.Row(2));
        outbox.Message.WhileRendering = async _ => await outbox.Scene.SayAsync("help");
        outbox.Connector.AnswerNext(ConnectorAnswer.Ok, ConnectorAnswer.Status(403, "BotNotInConversationRoster"));
        await outbox.SweepAsync();
        Assert.Equal((OutboxState.Dead, "403 BotNotInConversationRoster"), await outbox.StateAsync(row));
        Assert.NotNull(await outbox.Scene.ReadAsync(session => session.Conversations.PersonalOfAsync(outbox.Alex.Id)));
    }

    /// <summary>Lets time pass while a call hangs.</summary>
    private static async Task PassUntilAsync(OutboxScene outbox, Func<bool> condition)
    {
        while (!condition())
        {
            if (outbox.Connector.Hanging > 0)
                outbox.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
