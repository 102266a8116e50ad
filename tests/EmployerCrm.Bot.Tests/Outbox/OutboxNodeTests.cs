using EmployerCrm.Core.Outbox;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>Several nodes on one store, nodes that stand still, a store that goes away.</summary>
public sealed class OutboxNodeTests
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private static readonly OutboxOptions OneByOne = new() { TeamsPerSecond = 0, AtOnce = 1 };

    [Fact(Timeout = LongestWait)]
    public async Task Two_nodes_send_everything_once_between_them()
    {
        await using var outbox = await OutboxScene.StartAsync();
        await outbox.AddAsync([.. Enumerable.Range(1, 300).Select(number => outbox.Row(number, number % 2 == 0 ? outbox.Alex : outbox.Sam))]);
        var options = new OutboxOptions { TeamsPerSecond = 0, Claimed = 7 };
        var taken = await Task.WhenAll(outbox.SweepAsync(outbox.Node(options: options)), outbox.SweepAsync(outbox.Node(options: options)));
        await outbox.SweepAsync();

        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"#{number}").Order(StringComparer.Ordinal), outbox.Seen.Order(StringComparer.Ordinal));
        Assert.True(taken.Sum() >= 300 - 7, $"{taken[0]} and {taken[1]}");
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_node_that_stood_still_for_two_minutes_sends_nothing_that_another_took_over()
    {
        await using var outbox = await OutboxScene.StartAsync();
        List<OutboxRow> rows = [.. Enumerable.Range(1, 5).Select(number => outbox.Row(number))];
        await outbox.AddAsync(rows);
        var (standing, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        outbox.Message.WhileRendering = _ =>
        {
            standing.TrySetResult();
            return goesOn.Task;
        };
        var frozen = outbox.SweepAsync(outbox.Node(options: OneByOne));
        await standing.Task;
        outbox.Clock.Advance(TimeSpan.FromMinutes(2));
        outbox.Message.WhileRendering = _ => Task.CompletedTask;
        Assert.Equal(5, await outbox.SweepAsync(outbox.Node(options: OneByOne)));
        goesOn.SetResult();
        await frozen;

        Assert.Equal(["#1", "#2", "#3", "#4", "#5"], outbox.Seen.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(rows.Select(outbox.NowAsync)), row => Assert.Equal((OutboxState.Sent, 2), (row.State, row.Attempts)));
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_node_that_stood_still_while_it_was_sending_leaves_a_doubt_and_ends_it_when_it_goes_on()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        var goesOn = new TaskCompletionSource();
        outbox.Connector.AnswerNext(ConnectorAnswer.After(goesOn.Task));
        // Longer than its lease: this node's time stands still while the others' goes on.
        var frozen = outbox.SweepAsync(outbox.Node(options: OneByOne with { SendLease = TimeSpan.FromMinutes(1) }));
        await outbox.Connector.WaitAsync(calls => calls.Any(call => call.Answer == "late"), TestContext.Current.CancellationToken);
        var later = outbox.Clock.GetUtcNow().AddMinutes(2);
        Assert.Single(await outbox.Scene.Store.WriteAsync(session => session.Outbox.LoseAsync(later), TestContext.Current.CancellationToken));
        Assert.Equal((OutboxState.InDoubt, OutboxReasons.NodeLost), await outbox.StateAsync(row));
        goesOn.SetResult();
        await frozen;

        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(row));
        Assert.Equal(["#1"], outbox.Seen);
    }

    [Fact(Timeout = LongestWait)]
    public async Task What_a_node_had_on_its_way_when_it_died_is_in_doubt_and_offered()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1));
        var lease = outbox.Scene.Ids.New();
        var now = outbox.Clock.GetUtcNow();
        await outbox.Scene.Store.WriteAsync(
            async session =>
            {
                await session.Outbox.ClaimAsync(OutboxChannel.Teams, now, lease, now.AddMinutes(1), 1);
                return await session.Outbox.BeginAsync(row.Id, lease, now, now.AddMinutes(2));
            },
            TestContext.Current.CancellationToken);
        var node = outbox.Node();
        await outbox.PassAsync(node, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Empty(outbox.Tries);
        Assert.Equal((OutboxState.InDoubt, OutboxReasons.NodeLost), await outbox.StateAsync(row));
        Assert.Contains("1 lost", outbox.Faults);
        Assert.NotNull((await outbox.Scene.ReadAsync(session => session.Conversations.PersonalOfAsync(outbox.Alex.Id)))!.InDoubtAt);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_store_that_is_gone_for_a_minute_costs_a_minute_and_nothing_else()
    {
        await using var outbox = await OutboxScene.StartAsync();
        List<OutboxRow> rows = [.. Enumerable.Range(1, 6).Select(number => outbox.Row(number))];
        await outbox.AddAsync(rows);
        var store = new InterruptedStore(outbox.Scene.Store);
        var node = outbox.Node(store, OneByOne);
        // It goes when the third is out and before that is written down.
        outbox.Connector.Otherwise = () =>
        {
            store.IsAway = outbox.Seen.Count == 2;
            return ConnectorAnswer.Ok;
        };
        var sweep = outbox.SweepAsync(node);
        var back = outbox.Clock.GetUtcNow().AddMinutes(1);
        while (!sweep.IsCompleted)
        {
            if (outbox.Clock.Running(IsPauseOfMarks) > 0)
                outbox.Clock.Advance(TimeSpan.FromSeconds(1));
            if (store.IsAway && outbox.Clock.GetUtcNow() >= back)
            {
                Assert.Equal(3, outbox.Seen.Count);
                outbox.Connector.Otherwise = () => ConnectorAnswer.Ok;
                store.IsAway = false;
            }

            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await sweep;
        await outbox.PassAsync(node, TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(10));
        Assert.Equal(["#1", "#2", "#3", "#4", "#5", "#6"], outbox.Seen.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(rows.Select(outbox.StateAsync)), state => Assert.Equal((OutboxState.Sent, null), state));
        Assert.Contains(nameof(TimeoutException), outbox.Faults);
    }

    private static bool IsPauseOfMarks(TimeSpan setFor) => setFor.TotalSeconds is 1 or 2 or 4 or 8 or 10;

    [Fact(Timeout = LongestWait)]
    public async Task A_store_that_breaks_off_after_any_commit_makes_nothing_be_seen_twice()
    {
        for (var write = 1; write <= 9; write++)
        {
            await using var outbox = await OutboxScene.StartAsync();
            List<OutboxRow> rows = [.. Enumerable.Range(1, 3).Select(number => outbox.Row(number))];
            await outbox.AddAsync(rows);
            var node = outbox.Node(new InterruptedStore(outbox.Scene.Store) { LosesAnswerOf = write }, OneByOne);
            var sweep = outbox.SweepAsync(node);
            while (!sweep.IsCompleted)
            {
                if (outbox.Clock.Running(setFor => setFor == TimeSpan.FromSeconds(1)) > 0)
                    outbox.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }

            await outbox.PassAsync(node, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(20));
            Assert.Equal(outbox.Seen.Distinct(), outbox.Seen);
            foreach (var row in rows)
            {
                var (state, _) = await outbox.StateAsync(row);
                var seen = outbox.Seen.Contains("#" + row.IdempotencyKey.Split(':')[1]);
                Assert.True(state == OutboxState.InDoubt || (state == OutboxState.Sent && seen), $"Write {write}: {state}, {(seen ? "seen" : "not seen")}");
            }
        }
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_node_that_is_told_to_stop_ends_what_it_began_and_gives_the_rest_back()
    {
        await using var outbox = await OutboxScene.StartAsync();
        List<OutboxRow> rows = [.. Enumerable.Range(1, 10).Select(number => outbox.Row(number))];
        await outbox.AddAsync(rows);
        using var stopping = new CancellationTokenSource();
        var answered = new TaskCompletionSource();
        outbox.Connector.AnswerNext(ConnectorAnswer.After(answered.Task));
        var running = outbox.Node(options: OneByOne).KeepRunningAsync(stopping.Token);
        await outbox.Connector.WaitAsync(calls => calls.Any(call => call.Answer == "late"), TestContext.Current.CancellationToken);
        await stopping.CancelAsync();
        answered.SetResult();
        await running;

        Assert.Single(outbox.Seen);
        Assert.Equal(9, await outbox.SweepAsync());
        Assert.Equal(10, outbox.Seen.Distinct().Count());
        Assert.All(await Task.WhenAll(rows.Select(outbox.NowAsync)), row => Assert.Equal((OutboxState.Sent, 1), (row.State, row.Attempts)));
    }
}
