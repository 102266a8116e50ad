using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class DeliveryTests
{
    private const string Line = "visited Friday's Café yesterday, next send CV Tues";

    [Fact]
    public async Task A_redelivered_activity_logs_one_visit_and_is_answered_once()
    {
        await using var scene = await Scene.StartAsync();
        var activity = scene.Alex.Message(Line);
        await scene.PostAsync(activity);
        await scene.PostAsync(activity);

        Assert.Single(scene.Connector.Calls);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_redelivery_while_the_first_still_runs_waits_and_is_not_answered_again()
    {
        await using var scene = await Scene.StartAsync();
        var release = new TaskCompletionSource();
        scene.Connector.AnswerNext(ConnectorAnswer.After(release.Task));
        var activity = scene.Alex.Message(Line);
        var first = scene.PostAsync(activity);
        await scene.Connector.WaitAsync(calls => calls.Count == 1, TestContext.Current.CancellationToken);
        var second = scene.PostAsync(activity);
        release.SetResult();
        await Task.WhenAll(first, second);

        Assert.Single(scene.Connector.Calls);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_redelivered_button_gets_the_same_card_again_and_acts_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        var list = (await scene.SayAsync("due")).CardOf();
        var press = scene.Press(list, "Done");
        var first = await scene.InvokeAsync(press);
        var second = await scene.InvokeAsync((JsonObject)press.DeepClone());

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Contains("Done: send CV (Friday's Café)", second.CardOf().Lines());
    }

    [Fact]
    public async Task An_answer_that_could_not_be_sent_is_sent_when_the_activity_comes_again()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromSeconds(30)));
        var activity = scene.Alex.Message(Line);
        await scene.PostAsync(activity);
        Assert.DoesNotContain(scene.Connector.Calls, call => call.Delivered);

        scene.Clock.Advance(TimeSpan.FromSeconds(31));
        await scene.Connector.WaitAsync(calls => calls.Any(call => call.Delivered), TestContext.Current.CancellationToken);
        await scene.PostAsync(activity);

        Assert.Single(scene.Connector.Calls, call => call.Delivered);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task An_answer_that_was_stored_and_not_sent_is_sent_by_the_next_process()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromMinutes(30)));
        await scene.PostAsync(scene.Alex.Message(Line));
        Assert.DoesNotContain(scene.Connector.Calls, call => call.Delivered);

        await scene.RestartAsync();

        await scene.Connector.WaitAsync(calls => calls.Any(call => call.Delivered), TestContext.Current.CancellationToken);
        Assert.Contains("Visit logged", scene.Connector.Calls[^1].CardOf().Lines());
    }

    [Fact]
    public async Task A_person_who_removed_the_bot_is_not_written_to_again_and_nothing_is_lost()
    {
        await using var scene = await Scene.StartAsync();
        scene.Connector.AnswerNext(ConnectorAnswer.Status(403, "BotNotInConversationRoster"));
        await scene.PostAsync(scene.Alex.Message(Line));
        scene.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Single(await scene.VisitsOfAlexAsync());
        var stored = await scene.ReadAsync(s => s.Conversations.ConversationAsync("msteams", scene.Alex.ConversationId));
        Assert.Equal(Core.Conversations.ReferenceState.Dead, stored!.State);

        await scene.SayAsync("my week");
        stored = await scene.ReadAsync(s => s.Conversations.ConversationAsync("msteams", scene.Alex.ConversationId));
        Assert.Equal(Core.Conversations.ReferenceState.Live, stored!.State);
    }

    [Fact]
    public async Task A_button_that_comes_as_a_message_replaces_its_card_through_the_connector()
    {
        await using var scene = await Scene.StartAsync();
        var logged = await scene.SayAsync(Line);
        var step = (string)CardText.Button(logged.CardOf(), "Undo")["data"]!["step"]!;
        await scene.PostAsync(scene.Alex.Submit(new JsonObject { ["verb"] = "undo", ["step"] = step }, logged.Id));

        var call = scene.Connector.Calls[^1];
        Assert.Equal(("PUT", logged.Id), (call.Method, call.ActivityId));
        Assert.StartsWith("Undone:", call.CardOf().Whole(), StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task What_goes_over_a_lock_screen_names_nobody()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today with JS12, met Sarah, next ring Sarah about JS12 Mon");
        await scene.SayAsync("due");
        await scene.SayAsync("popped in to costwell today with JS12");

        Assert.All(scene.Connector.Calls, call =>
        {
            Assert.NotNull(call.Activity.Summary);
            var shown = call.Activity.Summary + call.Activity.Text + (string?)call.CardOf()["fallbackText"];
            Assert.DoesNotContain("JS12", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Sarah", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Rivers", shown, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_in_the_log()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today with JS12, met Sarah Okafor, wonderful kitchen, next ring Sarah Mon");
        await scene.SayAsync("visited Zebra Crossing Ltd today, met Winifred");

        var log = string.Join('\n', scene.Log.Lines);
        Assert.All(["JS12", "Sarah", "kitchen", "Winifred", "Zebra", "Rivers", "Alex"], word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
    }
}
