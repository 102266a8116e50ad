using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The arithmetic of the limits, against a list that is counted through.</summary>
public sealed class SlidingWindowsTests
{
    private static readonly IReadOnlyList<SendLimit> Teams = SendLimit.ParseList(SendLimitOptions.Teams.PerConversation)!;

    [Theory]
    [InlineData("7/1s 8/2s 60/30s 1800/1h", new[] { 7, 1, 8, 2, 60, 30, 1800, 3600 })]
    [InlineData("50/1s", new[] { 50, 1 })]
    [InlineData("3/2m, 9/9s", new[] { 3, 120, 9, 9 })]
    [InlineData("", new int[0])]
    public void Limits_are_read_from_settings(string text, int[] numbers) =>
        Assert.Equal(numbers.Chunk(2).Select(pair => new SendLimit(pair[0], TimeSpan.FromSeconds(pair[1]))), SendLimit.ParseList(text));

    [Theory]
    [InlineData("7")]
    [InlineData("7/s")]
    [InlineData("0/1s")]
    [InlineData("-1/1s")]
    [InlineData("7/1d")]
    [InlineData("7/1s oops")]
    public void What_is_no_limit_is_not_read_as_one(string text) => Assert.Null(SendLimit.ParseList(text));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_window_ever_holds_more_than_its_limit_and_no_call_waits_longer_than_it_must(int seed)
    {
        var random = new Random(seed);
        var windows = new SlidingWindows(Teams);
        var calls = new List<TimeSpan>();
        var now = TimeSpan.Zero;
        for (var number = 0; number < 4000; number++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(4) switch { 0 => 0, 1 => random.Next(50), 2 => random.Next(1000), _ => random.Next(3) == 0 ? random.Next(20_000) : 0 });
            var at = windows.NextAt(now) is var free && free > now ? free : now;
            if (at > now)
            {
                Assert.Contains(Teams, limit => calls.Count(call => call > at - TimeSpan.FromTicks(1) - limit.Window) >= limit.Count);
            }

            Assert.All(Teams, limit => Assert.InRange(calls.Count(call => call > at - limit.Window), 0, limit.Count - 1));
            windows.Add(at);
            calls.Add(at);
            now = at;
            Assert.False(windows.IsOver(now));
        }

        Assert.True(windows.IsOver(now + TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1000)]
    [InlineData(2, 1300)]
    [InlineData(3, 1700)]
    [InlineData(5, 1700)]
    public void Calls_that_are_under_way_leave_less_room_and_end_no_earlier_than_now(int underWay, int freeAt)
    {
        var windows = new SlidingWindows([new SendLimit(3, TimeSpan.FromSeconds(1))]);
        windows.Add(TimeSpan.Zero);
        windows.Add(TimeSpan.FromMilliseconds(300));

        Assert.Equal(TimeSpan.FromMilliseconds(freeAt), windows.NextAt(TimeSpan.FromMilliseconds(700), underWay));
    }
}
