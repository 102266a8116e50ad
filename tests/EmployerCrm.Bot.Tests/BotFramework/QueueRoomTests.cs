using System.Net;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>How many turns may wait, and what becomes of those that find no room.</summary>
public sealed class QueueRoomTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_has_room_for_so_many_turns_and_the_next_is_asked_to_come_again()
    {
        await using var host = await BotHost.StartAsync(("MaxTurnsPerConversation", "3"), ("MaxTurns", "10"));
        var gate = new TaskCompletionSource();
        host.Bot.OnMessage = (_, _) => gate.Task;
        var taken = await FillAsync(host, host.Activities, 3);
        var late = host.Activities.Message("late");

        using (var refused = await host.PostAsync(late))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
            Assert.Equal("", await refused.Content.ReadAsStringAsync(Cancellation));
            Assert.Empty(refused.Headers.WwwAuthenticate);
        }

        Assert.Contains("Caller refused: TooManyTurns", host.Log.Lines);
        gate.SetResult();
        Assert.All(await Task.WhenAll(taken), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        using var again = await host.PostAsync(late);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("late", host.Bot.Heard.Last().Activity.Text);
        Assert.Equal(4, host.Bot.Heard.Count);
    }

    [Fact]
    public async Task A_full_conversation_leaves_the_others_their_room()
    {
        await using var host = await BotHost.StartAsync(("MaxTurnsPerConversation", "2"), ("MaxTurns", "10"));
        var gate = new TaskCompletionSource();
        host.Bot.OnMessage = (turn, _) => turn.Activity.Conversation!.Id == "a:personal-1" ? gate.Task : Task.CompletedTask;
        var taken = await FillAsync(host, host.Activities, 2);

        using var elsewhere = await host.PostAsync(In(host, 2).Message("due"));

        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        gate.SetResult();
        await Task.WhenAll(taken);
    }

    [Fact]
    public async Task There_is_an_end_to_the_turns_of_all_conversations_too()
    {
        await using var host = await BotHost.StartAsync(("MaxTurnsPerConversation", "2"), ("MaxTurns", "3"));
        var gate = new TaskCompletionSource();
        host.Bot.OnMessage = (_, _) => gate.Task;
        var taken = new List<Task<HttpResponseMessage>>();
        for (var conversation = 1; conversation <= 3; conversation++)
        {
            taken.Add(host.PostAsync(In(host, conversation).Message("due")));
            await host.QueueAsync(conversation);
        }

        using (var refused = await host.PostAsync(In(host, 4).Message("due")))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        gate.SetResult();
        await Task.WhenAll(taken);
        using var again = await host.PostAsync(In(host, 4).Message("due"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData("MaxTurnsPerConversation", "0")]
    [InlineData("MaxTurns", "49")]
    public async Task A_queue_without_room_is_refused_at_the_start(string setting, string value) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await (await BotHost.StartAsync((setting, value))).DisposeAsync());

    private static TeamsActivities In(BotHost host, int conversation) =>
        new(host.Connector.ServiceUrl, host.Clock) { ConversationId = $"a:personal-{conversation}" };

    private static async Task<List<Task<HttpResponseMessage>>> FillAsync(BotHost host, TeamsActivities activities, int turns)
    {
        var taken = new List<Task<HttpResponseMessage>>();
        for (var turn = 1; turn <= turns; turn++)
        {
            taken.Add(host.PostAsync(activities.Message($"{turn}")));
            await host.QueueAsync(turn);
        }

        return taken;
    }
}
