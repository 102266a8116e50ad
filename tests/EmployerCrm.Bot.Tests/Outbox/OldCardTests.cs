using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.Jobs;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>A day later a card says in one line what it was, and nothing about whom.</summary>
public sealed class OldCardTests
{
    private const string Line = "visited Friday's Café yesterday with JS12, next send CV Tues";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_card_becomes_a_line_a_day_after_it_was_last_touched_and_once()
    {
        await using var scene = await Scene.StartAsync();
        var visit = (await scene.SayAsync(Line)).Id;
        var due = await scene.SayAsync("due");
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
        await scene.SayAsync(Line);
        await scene.SayAsync("due");
        scene.Clock.Advance(TimeSpan.FromDays(1.1));
        scene.Connector.AnswerNext(ConnectorAnswer.Status(404, "ActivityNotFoundInConversation"), ConnectorAnswer.Status(503));
        Assert.Equal(new JobResult(2, 1), await RunAsync(scene));
        Assert.Equal(new JobResult(0, 0), await RunAsync(scene));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new JobResult(1, 1), await RunAsync(scene));
        Assert.Equal(["404", "503", "ok"], scene.Connector.Calls.Where(call => call.Method == "PUT").Select(call => call.Answer));
    }

    [Fact(Timeout = 60_000)]
    public async Task Several_nodes_put_each_card_away_once_and_leave_a_Teams_that_takes_nothing_alone()
    {
        await using var scene = await Scene.StartAsync(("ConnectorRetries", "0"));
        for (var number = 0; number < 7; number++)
            await scene.SayAsync("due");
        scene.Clock.Advance(TimeSpan.FromDays(1.1));
        scene.Connector.Otherwise = () => ConnectorAnswer.Status(429);
        Assert.Equal(new JobResult(7, 0), await RunAsync(scene));
        Assert.Equal(5, scene.Connector.Calls.Count(call => call.Method == "PUT"));
        scene.Connector.Otherwise = () => ConnectorAnswer.Ok;
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(RunAsync(scene), RunAsync(scene));
        Assert.Equal(7, scene.Connector.Calls.Where(call => call is { Method: "PUT", Delivered: true }).DistinctBy(call => call.ActivityId).Count());
        Assert.Equal(7, scene.Connector.Calls.Count(call => call is { Method: "PUT", Delivered: true }));
    }

    /// <summary>Time passes for the job's pace alone.</summary>
    private static async Task<JobResult> RunAsync(Scene scene)
    {
        var run = scene.Services.GetServices<IJob>().OfType<ReceiptsForOldCards>().Single().RunAsync(new JobRunContext(scene.Clock.GetUtcNow()), Cancellation);
        while (!run.IsCompleted)
        {
            if (scene.Clock.Running(setFor => setFor > TimeSpan.Zero && setFor <= TimeSpan.FromMilliseconds(200 * 12)) > 0)
                scene.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }

        return await run;
    }
}
