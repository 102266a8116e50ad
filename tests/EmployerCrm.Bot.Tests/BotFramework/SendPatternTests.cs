using System.Collections.Concurrent;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The limiter under sends that nobody planned, as a service counts them: at some moment between their start and their end.</summary>
public sealed class SendPatternTests
{
    private static readonly Uri Teams = new("https://smba.trafficmanager.net/emea/");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Over_any_pattern_of_sends_no_window_is_exceeded_nothing_is_lost_and_order_is_kept(int seed)
    {
        var random = new Random(seed);
        var clock = new TestClock(new DateTimeOffset(2026, 11, 18, 10, 20, 0, TimeSpan.Zero));
        var limiter = Outgoing.Limiter(clock);
        var arrived = new ConcurrentQueue<(string ConversationId, int Number, TimeSpan At)>();
        var sends = new List<Task>();
        var numbers = new int[200];
        var crowd = random.Next(1, 4) switch { 1 => 2, 2 => 20, _ => 200 };
        for (var number = 0; number < 1500; number++)
        {
            var conversation = random.Next(crowd);
            sends.Add(SendAsync($"a:{conversation}", numbers[conversation]++, Some(), Some()));
            if (random.Next(20) == 0)
            {
                clock.Advance(TimeSpan.FromMilliseconds(random.Next(1500)));
            }
        }

        while (!sends.TrueForAll(send => send.IsCompleted))
        {
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 400)));
            await Task.Yield();
        }

        await Task.WhenAll(sends);
        Assert.Equal(1500, arrived.Count);
        Assert.All(arrived.GroupBy(call => call.ConversationId), conversation =>
        {
            Assert.Equal(Enumerable.Range(0, conversation.Count()), conversation.Select(call => call.Number));
            AssertWithin(conversation.Select(call => call.At), SendLimitOptions.Teams.PerConversation);
        });
        AssertWithin(arrived.Select(call => call.At).Order(), SendLimitOptions.Teams.Total);
        clock.Advance(TimeSpan.FromHours(1));
        (await limiter.EnterAsync(Teams, "a:last", TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(0, limiter.Conversations);

        TimeSpan Some() => TimeSpan.FromMilliseconds(random.Next(20) switch { 0 => random.Next(4000), <= 4 => random.Next(400), _ => 0 });

        async Task SendAsync(string conversationId, int number, TimeSpan thereIn, TimeSpan backIn)
        {
            using var place = await limiter.EnterAsync(Teams, conversationId, TestContext.Current.CancellationToken);
            await place.WaitAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);
            await Task.Delay(thereIn, clock, TestContext.Current.CancellationToken);
            arrived.Enqueue((conversationId, number, limiter.Now));
            await Task.Delay(backIn, clock, TestContext.Current.CancellationToken);
            place.Called();
        }
    }

    private static void AssertWithin(IEnumerable<TimeSpan> calls, string limits)
    {
        var times = calls.ToList();
        Assert.All(SendLimit.ParseList(limits)!, limit =>
        {
            for (var index = limit.Count; index < times.Count; index++)
            {
                Assert.InRange(times[index] - times[index - limit.Count], limit.Window, TimeSpan.MaxValue);
            }
        });
    }
}
