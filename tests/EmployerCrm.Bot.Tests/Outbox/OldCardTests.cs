using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Tests.BotFramework;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.Jobs;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>A day later a card says in one line what it was, and nothing about whom.</summary>
public sealed class OldCardTests
{
    private const string Line = "visited Friday's Café yesterday with JS12, next send CV Tues";

    private const int Cards = 60;
    private const int Nodes = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_card_becomes_a_line_a_day_after_it_was_last_touched_and_once()
    {
        await using var scene = await Scene.StartAsync();
        var visit = (await CardAsync(scene, Line)).Id;
        var due = await CardAsync(scene, "due");
        scene.Clock.Advance(TimeSpan.FromHours(20));
        await scene.PressAsync(due.CardOf(), "Done", cardId: due.Id);
        Assert.Equal(new JobResult(0, 0), await RunAsync(scene));
        scene.Clock.Advance(TimeSpan.FromHours(4.1));
        Assert.Equal(new JobResult(1, 1), await RunAsync(scene));
        Assert.Equal(new JobResult(0, 0), await RunAsync(scene));

        var receipt = Assert.Single(scene.Connector.Calls, call => call.Method == "PUT");
        Assert.Equal(visit, receipt.ActivityId);
        Assert.Equal(["A visit, as it was on Sat 21 Nov. Type “my week” to see your visits."], receipt.CardOf().Lines());
        Assert.DoesNotContain("JS12", receipt.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Friday", receipt.Body, StringComparison.Ordinal);

        scene.Clock.Advance(TimeSpan.FromHours(20));
        Assert.Equal(new JobResult(1, 1), await RunAsync(scene));
        Assert.Equal(due.Id, scene.Connector.Calls[^1].ActivityId);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_card_whose_message_is_gone_is_given_up_and_one_that_Teams_has_no_time_for_comes_again()
    {
        await using var scene = await Scene.StartAsync(("ConnectorRetries", "0"));
        await CardAsync(scene, Line);
        await CardAsync(scene, "due");
        scene.Clock.Advance(TimeSpan.FromDays(1.1));
        scene.Connector.AnswerNext(ConnectorAnswer.Status(404, "ActivityNotFoundInConversation"), ConnectorAnswer.Status(503));
        Assert.Equal(new JobResult(2, 1), await RunAsync(scene));
        Assert.Equal(new JobResult(0, 0), await RunAsync(scene));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new JobResult(1, 1), await RunAsync(scene));
        Assert.Equal(["404", "503", "ok"], scene.Connector.Calls.Where(call => call.Method == "PUT").Select(call => call.Answer));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_card_that_may_have_become_a_line_is_made_one_again_an_hour_later_for_a_week()
    {
        await using var scene = await Scene.StartAsync(("ConnectorRetries", "0"));
        await CardAsync(scene, "due");
        scene.Clock.Advance(TimeSpan.FromDays(6.9));
        scene.Connector.AnswerNext(ConnectorAnswer.Status(500), ConnectorAnswer.Status(500));
        Assert.Equal(new JobResult(1, 0), await RunAsync(scene));
        scene.Clock.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(new JobResult(1, 1), await RunAsync(scene));
        Assert.Equal(new JobResult(0, 0), await RunAsync(scene));

        await CardAsync(scene, "due");
        scene.Clock.Advance(TimeSpan.FromDays(1.1));
        scene.Connector.AnswerNext(ConnectorAnswer.Status(500));
        Assert.Equal(new JobResult(1, 0), await RunAsync(scene));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new JobResult(1, 1), await RunAsync(scene));
        Assert.Equal(["500", "500", "500", "ok"], scene.Connector.Calls.Where(call => call.Method == "PUT").Select(call => call.Answer));
    }

    [Fact(Timeout = 60_000)]
    public async Task Several_nodes_put_each_card_away_once_and_leave_a_Teams_that_takes_nothing_alone()
    {
        await using var scene = await Scene.StartAsync(("ConnectorRetries", "0"));
        for (var number = 0; number < Cards; number++)
            await CardAsync(scene, "due");
        scene.Clock.Advance(TimeSpan.FromDays(1.1));
        scene.Connector.Otherwise = () => ConnectorAnswer.Status(429);
        Assert.Equal(0, (await RunAsync(scene)).Done);
        Assert.Equal(5, scene.Connector.Calls.Count(call => call.Method == "PUT"));
        scene.Connector.Otherwise = () => ConnectorAnswer.Ok;
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(scene, Nodes);
        Assert.Equal(Cards, scene.Connector.Calls.Where(call => call is { Method: "PUT", Delivered: true }).DistinctBy(call => call.ActivityId).Count());
        Assert.Equal(Cards, scene.Connector.Calls.Count(call => call is { Method: "PUT", Delivered: true }));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_card_becomes_a_line_in_the_language_of_who_has_it()
    {
        await using var scene = await Scene.StartAsync();
        await CardAsync(scene, Line);
        await CardAsync(scene, "due", scene.Sam);
        await CardAsync(scene, "Cymraeg");
        scene.Clock.Advance(TimeSpan.FromDays(1.1));
        await RunAsync(scene);

        var receipts = scene.Connector.Calls.Where(call => call.Method == "PUT").ToList();
        Assert.Contains("Ymweliad, fel yr oedd ar Sad 21 Tach. Teipiwch “my week” i weld eich ymweliadau.", receipts.SelectMany(call => call.CardOf().Lines()));
        Assert.Contains("What was due on Sat 21 Nov. Type “due” to see what is due now.", receipts.SelectMany(call => call.CardOf().Lines()));
        Assert.All(receipts, call => Assert.Equal(call.ConversationId == scene.Sam.ConversationId ? null : "cy", (string?)call.CardOf()["lang"]));
    }

    /// <summary>Has a card sent and waits until it is remembered: the answer is seen before that.</summary>
    private static async Task<ConnectorCall> CardAsync(Scene scene, string line, TeamsActivities? person = null)
    {
        var card = await scene.SayAsync(line, person);
        await Outgoing.UntilAsync(() => scene.Deliveries == 0);
        return card;
    }

    private static async Task<JobResult> RunAsync(Scene scene) => (await RunAsync(scene, 1))[0];

    /// <summary>Time passes for the job's pace alone.</summary>
    private static async Task<JobResult[]> RunAsync(Scene scene, int nodes)
    {
        var job = scene.Services.GetServices<IJob>().OfType<ReceiptsForOldCards>().Single();
        var runs = Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => Task.Run(() => job.RunAsync(new JobRunContext(scene.Clock.GetUtcNow()), Cancellation))));
        while (!runs.IsCompleted)
        {
            if (scene.Clock.Running(setFor => setFor > TimeSpan.Zero && setFor <= TimeSpan.FromSeconds(1)) > 0)
                scene.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }

        return await runs;
    }
}
