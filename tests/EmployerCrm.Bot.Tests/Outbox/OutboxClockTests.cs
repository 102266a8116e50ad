using EmployerCrm.Core.Outbox;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>A clock that is set back, by a step of its service or by a hand, under two nodes: nothing twice, nothing lost, nothing stuck.</summary>
public sealed class OutboxClockTests
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = LongestWait)]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_clock_that_is_set_back_repeats_nothing_and_delays_what_is_not_due_yet_until_it_is(int hours)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var (one, two) = (outbox.Node(), outbox.Node());
        var sent = await outbox.AddAsync(Row(outbox, 1));
        await outbox.SweepAsync(one);
        var due = await outbox.AddAsync(Row(outbox, 2));
        var putOff = await outbox.AddAsync(Row(outbox, 3));
        outbox.Connector.Otherwise = () => ConnectorAnswer.Status(503);
        await outbox.SweepAsync(two);
        outbox.Connector.Otherwise = () => ConnectorAnswer.Ok;
        outbox.Clock.Set(TimeSpan.FromHours(-hours));
        await outbox.SweepAsync(one);
        await outbox.SweepAsync(two);
        Assert.Equal(["#1"], outbox.Seen);

        for (var half = 0; half < (hours * 2) + 2; half++)
        {
            await outbox.PassAsync(half % 2 == 0 ? one : two, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(15));
            await outbox.SweepAsync(half % 2 == 0 ? two : one);
        }

        Assert.Equal(["#1", "#2", "#3"], outbox.Seen.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(new[] { sent, due, putOff }.Select(outbox.StateAsync)), state => Assert.Equal((OutboxState.Sent, null), state));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData(1)]
    [InlineData(24)]
    public async Task What_a_node_held_that_died_before_the_clock_was_set_back_is_not_held_until_the_clock_comes_there_again(int hours)
    {
        await using var outbox = await OutboxScene.StartAsync();
        var (claimed, begun) = (Row(outbox, 1), Row(outbox, 2));
        await outbox.AddAsync([claimed with { NotBefore = outbox.Clock.GetUtcNow().AddDays(-2) }, begun with { NotBefore = outbox.Clock.GetUtcNow().AddDays(-3) }]);
        var (now, lease) = (outbox.Clock.GetUtcNow(), outbox.Scene.Ids.New());
        await outbox.Scene.Store.WriteAsync(
            async session =>
            {
                Assert.Equal(2, (await session.Outbox.ClaimAsync(OutboxChannel.Teams, now, lease, now.AddMinutes(1), 2)).Count);
                return await session.Outbox.BeginAsync(begun.Id, lease, now, now.AddMinutes(2));
            },
            Cancellation);
        outbox.Clock.Set(TimeSpan.FromHours(-hours));
        await outbox.SweepAsync();
        await outbox.SweepAsync();

        Assert.Equal(["#1"], outbox.Seen);
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(claimed));
        Assert.Equal((OutboxState.InDoubt, OutboxReasons.NodeLost), await outbox.StateAsync(begun));
        Assert.False(await outbox.Scene.Store.WriteAsync(session => session.Outbox.BeginAsync(claimed.Id, lease, now, now.AddMinutes(2)), Cancellation));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_node_whose_clock_is_an_hour_behind_takes_nothing_out_of_the_hands_of_another_that_it_sends_as_well()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var before = outbox.Clock.GetUtcNow().AddHours(-2);
        List<OutboxRow> rows = [Row(outbox, 1) with { NotBefore = before.AddMinutes(-1) }, .. Enumerable.Range(2, 9).Select(number => outbox.Row(number, outbox.Sam) with { NotBefore = before })];
        await outbox.AddAsync(rows);
        var answered = new TaskCompletionSource();
        outbox.Connector.AnswerNext(ConnectorAnswer.After(answered.Task));
        // The first is on its way, the others are claimed.
        var ahead = outbox.SweepAsync(outbox.Node(options: new OutboxOptions { TeamsPerSecond = 0, AtOnce = 1 }));
        await outbox.Connector.WaitAsync(calls => calls.Any(call => call.Answer == "late"), Cancellation);
        outbox.Clock.Set(TimeSpan.FromHours(-1));
        Assert.Equal(9, await outbox.SweepAsync(outbox.Node()));
        Assert.Equal((OutboxState.InDoubt, OutboxReasons.NodeLost), await outbox.StateAsync(rows[0]));
        answered.SetResult();
        await ahead;

        Assert.Equal(rows.Select((_, index) => $"#{index + 1}").Order(StringComparer.Ordinal), outbox.Seen.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(rows.Select(outbox.StateAsync)), state => Assert.Equal((OutboxState.Sent, null), state));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_channel_that_is_left_alone_is_left_alone_for_its_time_whatever_the_clock_shows()
    {
        await using var outbox = await OutboxScene.StartAsync();
        await outbox.AddAsync([.. Enumerable.Range(1, 20).Select(number => Row(outbox, number))]);
        outbox.Connector.Otherwise = () => ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(10));
        var node = outbox.Node();
        await outbox.SweepAsync(node);
        var tried = outbox.Tries.Count;
        outbox.Connector.Otherwise = () => ConnectorAnswer.Ok;
        outbox.Clock.Set(TimeSpan.FromHours(-1));
        var late = await outbox.AddAsync(Row(outbox, 21));
        await outbox.PassAsync(node, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(1));
        Assert.Equal(tried, outbox.Tries.Count);
        await outbox.PassAsync(node, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(late));
    }

    private static OutboxRow Row(OutboxScene outbox, int number) => outbox.Row(number) with { ExpiresAt = outbox.Clock.GetUtcNow().AddDays(4) };
}
