using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>
/// Many turns of several conversations, brought twice now and then, over a connector that fails in every way in any order: what it took it took once
/// and in order, and what it did not take is accounted for.
/// </summary>
public sealed class FaultPlanTests(ITestOutputHelper output)
{
    // In seconds; none that something else waits for, by which the scene knows it.
    private static readonly int[] Waits = [1, 3, 7, 11, 19, 23, 45];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, TestTier.IsLong ? 40 : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_the_connector_does_every_answer_is_taken_once_in_order_or_accounted_for(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var scene = await Scene.StartAsync();
        scene.Connector.Otherwise = () => Fault(random, scene.Clock);
        var people = Enumerable.Range(0, 6).Select(number => Conversation(scene, number)).ToList();
        var posts = people.ConvertAll(_ => Task.CompletedTask);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonObject? last = null;
        var turns = TestTier.IsLong ? 600 : 150;
        for (var turn = 0; turn < turns; turn++)
        {
            var who = random.Next(people.Count);
            await scene.PassTimeAsync(() => posts[who].IsCompleted);
            var marker = string.Create(CultureInfo.InvariantCulture, $"table {turn} wobbles");
            last = people[who].Message("visited Friday's Café yesterday, " + marker);
            said.Add(marker, people[who].ConversationId);
            posts[who] = scene.PostAsync(last);
            if (random.Next(8) == 0)
            {
                var again = (JsonObject)last.DeepClone();
                await scene.PassTimeAsync(() => posts[who].IsCompleted);
                posts[who] = scene.PostAsync(again);
            }

            if (random.Next(3) == 0)
            {
                var until = scene.Clock.GetUtcNow() + TimeSpan.FromSeconds(random.Next(40));
                await scene.PassTimeAsync(() => scene.Clock.GetUtcNow() >= until);
            }
        }

        scene.Connector.Otherwise = () => ConnectorAnswer.Ok;
        var end = scene.Clock.GetUtcNow() + TimeSpan.FromMinutes(10);
        await scene.PassTimeAsync(() => posts.TrueForAll(post => post.IsCompleted) && scene.Deliveries == 0 && scene.Clock.GetUtcNow() >= end);
        await Task.WhenAll(posts);

        Assert.Equal(turns, (await scene.VisitsOfAlexAsync()).Count);
        var calls = scene.Connector.Calls.Where(call => call.Method == "POST" && call.Answer != "drop unread").ToList();
        // An offer to show an earlier answer comes before the answer; where it found the conversation gone, the answer is not brought.
        var gone = calls.Count(call => call.Answer is "403" or "404" && !Holds(call, "wobbles"));
        foreach (var (marker, conversationId) in said)
            gone -= AssertAccountedFor(marker, calls.FindAll(call => call.ConversationId == conversationId && Holds(call, marker)), gone > 0);
        foreach (var conversation in calls.GroupBy(call => call.ConversationId))
            AssertInOrder(conversation, said.Keys);
        output.WriteLine(string.Join(", ", scene.Connector.Calls.CountBy(call => call.Answer).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}")));
    }

    // Taken or not, nothing follows an end; and there is an end.
    private static int AssertAccountedFor(string marker, List<ConnectorCall> calls, bool mayBeGone)
    {
        if (calls.Count == 0 && mayBeGone)
            return 1;
        Assert.True(calls.Count > 0, $"{marker}: never brought");
        Assert.All(calls.SkipLast(1), call => Assert.True(MayBeRepeated(call.Answer), $"{marker}: sent again after {call.Answer}"));
        Assert.False(MayBeRepeated(calls[^1].Answer), $"{marker}: lost after {calls[^1].Answer}");
        Assert.InRange(calls.Count(call => call.Delivered), 0, 1);
        return 0;
    }

    private static void AssertInOrder(IEnumerable<ConnectorCall> calls, IReadOnlyCollection<string> markers)
    {
        var last = -1;
        var sequence = new List<string>();
        foreach (var call in calls)
        {
            if (markers.FirstOrDefault(marker => Holds(call, marker)) is not { } found)
                continue;
            var number = int.Parse(found.Split(' ')[1], CultureInfo.InvariantCulture);
            sequence.Add($"{number} {call.Answer}");
            Assert.True(number >= last, "out of order: " + string.Join(", ", sequence));
            last = number;
        }
    }

    private static bool Holds(ConnectorCall call, string marker) => call.Body.Contains(marker, StringComparison.Ordinal);

    private static bool MayBeRepeated(string answer) => answer is "412" or "429" or "502" or "503" or "504" or "401" or "drop";

    private static ConnectorAnswer Fault(Random random, TimeProvider clock)
    {
        if (random.Next(100) < 55)
            return ConnectorAnswer.Ok;
        var wait = random.Next(3) == 0 ? TimeSpan.FromSeconds(Waits[random.Next(Waits.Length)]) : (TimeSpan?)null;
        return random.Next(15) switch
        {
            0 => ConnectorAnswer.Status(412, retryAfter: wait),
            1 or 2 => ConnectorAnswer.Status(429, "Throttled", wait),
            3 => ConnectorAnswer.Status(502, retryAfter: wait),
            4 => ConnectorAnswer.Status(503, retryAfter: wait),
            5 => ConnectorAnswer.Status(504, retryAfter: wait),
            6 => ConnectorAnswer.Drop,
            7 => ConnectorAnswer.DropUnread,
            8 => ConnectorAnswer.Half,
            9 => ConnectorAnswer.NoId,
            10 => ConnectorAnswer.Late(clock, TimeSpan.FromSeconds(random.Next(10, 21))),
            11 => ConnectorAnswer.Silence,
            12 => ConnectorAnswer.Status(500),
            13 => ConnectorAnswer.Status(random.Next(2) == 0 ? 403 : 404, random.Next(2) == 0 ? "BotNotInConversationRoster" : "ConversationNotFound"),
            _ => ConnectorAnswer.Status(random.Next(3) switch { 0 => 413, 1 => 400, _ => 401 }),
        };
    }

    private static TeamsActivities Conversation(Scene scene, int number) =>
        new(scene.Connector.ServiceUrl, scene.Clock) { ConversationId = string.Create(CultureInfo.InvariantCulture, $"a:soak-{number}") };
}
