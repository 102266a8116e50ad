using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core.Conversations;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>A process that has just started: what the one before it owes, and what comes while that is being brought.</summary>
public sealed class DeliveryOrderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_while_older_answers_were_being_brought_follows_them_however_long_that_takes()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(503, retryAfter: TimeSpan.FromMinutes(30)));
        await scene.PostAsync(scene.Alex.Message("visited Friday's Café yesterday"));
        await scene.PostAsync(scene.Alex.Message("my week"));
        var refused = Assert.Single(scene.Connector.Calls).CardOf().ToJsonString();
        await using var delivery = ActivatorUtilities.CreateInstance<AnswerDelivery>(scene.Services);
        var owed = await scene.ClaimOwedAsync();
        Assert.Equal(2, owed.Count);

        var late = await PostAsync(scene, delivery, owed[1], isBrought: false);
        Assert.Single(scene.Connector.Calls);
        var early = await PostAsync(scene, delivery, owed[0], isBrought: true);
        await early;
        Assert.False(late.IsCompleted);
        delivery.Open();
        await late;

        Assert.Equal(["503", "ok", "ok"], scene.Connector.Calls.Select(call => call.Answer));
        Assert.Equal(refused, scene.Connector.Calls[1].CardOf().ToJsonString());
    }

    [Fact]
    public async Task All_that_a_process_left_is_brought_in_the_order_it_came_however_much_it_is()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(503, retryAfter: TimeSpan.FromMinutes(30)));
        await scene.PostAsync(scene.Alex.Message("my week"));
        var first = Assert.Single(await scene.ClaimOwedAsync());
        var many = (2 * OwedAnswers.PageOfLeft) + 100;
        await scene.Store.WriteAsync(
            async session =>
            {
                // Three of each millisecond, so that a page ends among them.
                for (var number = 1; number <= many; number++)
                {
                    await session.Conversations.AddAsync(first with
                    {
                        ActivityKey = $"left-{number}", ReceivedAt = first.ReceivedAt.AddMilliseconds((number / 3) - many),
                        Answer = (TurnAnswer.Of(first.Answer) with { Replies = [new Reply($"{number}", null)] }).ToJson(),
                    });
                }

                return true;
            },
            Cancellation);

        await scene.RestartAsync();
        await scene.PostAsync(scene.Alex.Message("help"));

        await scene.Connector.WaitAsync(calls => calls.Count(call => call.Delivered) == many + 2, Cancellation);
        Assert.Equal(Enumerable.Range(1, many).Select(number => $"{number}"), scene.Connector.Calls.Skip(1).SkipLast(2).Select(call => call.Activity.Text));
        Assert.Contains("What you can type", scene.Connector.Calls[^1].CardOf().Lines());
    }

    private static async Task<Task> PostAsync(Scene scene, AnswerDelivery delivery, ReceivedActivity activity, bool isBrought)
    {
        var (answer, settled) = (TurnAnswer.Of(activity.Answer), Task.CompletedTask);
        await scene.Services.GetRequiredService<CloudAdapter>().ContinueConversationAsync(
            answer.Reference!,
            (turnContext, _) =>
            {
                settled = delivery.Post(new Parcel(turnContext, activity.ActivityKey, activity.SpecialistId, answer, 1, isBrought) { LeaseUntil = activity.LeaseUntil });
                return Task.CompletedTask;
            },
            Cancellation);
        return settled;
    }
}
