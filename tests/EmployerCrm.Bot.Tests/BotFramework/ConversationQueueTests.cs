using System.Collections.Concurrent;
using System.Net;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>One turn of a conversation at a time, in order, however many come.</summary>
public sealed class ConversationQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Any mixture of coming and going: turns start in the order they came, one in each conversation, and as many are in the line as the model says.</summary>
    [Fact]
    public void The_queue_does_as_a_list_of_lists_would() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>(),
            steps =>
            {
                const int room = 12;
                const int roomPerConversation = 4;
                var queue = new ConversationQueue(roomPerConversation, room);
                var model = Enumerable.Range(0, 5).Select(_ => new Queue<ConversationQueue.Place>()).ToArray();
                foreach (var step in steps)
                {
                    var conversation = Math.Abs(step % 5);
                    var line = model[conversation];
                    if (step >= 0)
                    {
                        var mayEnter = line.Count < roomPerConversation && model.Sum(other => other.Count) < room;
                        Assert.Equal(mayEnter, queue.TryEnter("msteams", $"a:{conversation}", out var place));
                        if (place is not null)
                        {
                            line.Enqueue(place);
                        }
                    }
                    else if (line.TryDequeue(out var running))
                    {
                        running.Dispose();
                    }

                    Assert.Equal(model.Sum(other => other.Count), queue.Length);
                    Assert.All(model, other => Assert.Equal(other.Count == 0 ? 0 : 1, other.Count(place => place.Turn.IsCompleted)));
                    Assert.All(model.Where(other => other.Count > 0), other => Assert.True(other.Peek().Turn.IsCompleted));
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_thousand_turns_of_fifty_conversations_run_in_order_and_side_by_side()
    {
        var queue = new ConversationQueue(50, 2000);
        var random = new Random(20261122);
        var order = Enumerable.Range(0, 50).Select(_ => new ConcurrentQueue<int>()).ToArray();
        var inside = new int[50];
        var all = 0;
        var most = 0;
        var turns = new List<Task>();
        var expected = Enumerable.Range(0, 50).Select(_ => new List<int>()).ToArray();
        for (var number = 0; number < 1000; number++)
        {
            var conversation = random.Next(50);
            Assert.True(queue.TryEnter("msteams", $"a:{conversation}", out var place));
            expected[conversation].Add(number);
            turns.Add(RunAsync(place, conversation, number, random.Next(5)));
        }

        await Task.WhenAll(turns).WaitAsync(Cancellation);
        Assert.Equal(expected, order.Select(line => line.ToList()));
        Assert.Equal(0, queue.Length);
        Assert.InRange(most, 2, 50);

        async Task RunAsync(ConversationQueue.Place place, int conversation, int number, int pauses)
        {
            using (place)
            {
                await place.Turn;
                Assert.Equal(1, Interlocked.Increment(ref inside[conversation]));
                var now = Interlocked.Increment(ref all);
                InterlockedMax(now);
                for (var pause = 0; pause < pauses; pause++)
                {
                    await Task.Yield();
                }

                order[conversation].Enqueue(number);
                Interlocked.Decrement(ref all);
                Interlocked.Decrement(ref inside[conversation]);
            }
        }

        void InterlockedMax(int now)
        {
            for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            {
                Interlocked.CompareExchange(ref most, now, seen);
            }
        }
    }

    [Fact]
    public async Task A_thousand_requests_for_fifty_conversations_are_all_answered_and_none_runs_beside_another_of_its_own()
    {
        await using var host = await BotHost.StartAsync();
        var inside = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var overlaps = 0;
        host.Bot.OnMessage = async (turn, _) =>
        {
            var id = turn.Activity.Conversation!.Id!;
            if (inside.AddOrUpdate(id, 1, (_, count) => count + 1) > 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            await Task.Yield();
            inside.AddOrUpdate(id, 0, (_, count) => count - 1);
        };
        var people = Enumerable.Range(0, 50).Select(number => new TeamsActivities(host.Connector.ServiceUrl, host.Clock) { ConversationId = $"a:{number}" }).ToArray();

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Cancellation }, async (number, _) =>
        {
            using var answer = await host.PostAsync(people[number % 50].Message($"{number}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

        Assert.Equal(0, overlaps);
        Assert.Equal(1000, host.Bot.Heard.Select(heard => heard.Activity.Text).Distinct().Count());
        Assert.Equal(1000, host.Bot.Heard.Count);
        Assert.Equal(0, host.Adapter.QueueLength);
        Assert.Equal(0, host.Adapter.HeldUp);
    }
}
