namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What a person wants to be reminded of, without a visit.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task A_reminder_is_owed_from_then_on_and_once()
    {
        await using var scene = await Scene.StartAsync();
        var activity = scene.Alex.Message("remind me to ring Two Rivers Mon");
        await scene.PostAsync(activity);
        await scene.PostAsync(activity);

        var card = scene.Connector.Calls[^1].CardOf();
        Assert.Equal(["Reminder set", "Ring Two Rivers", "Employer: Two Rivers Care Home", "Due: Mon 23 Nov, in 2 days"], card.Lines());
        var owed = Assert.Single(await scene.OwedByAlexAsync());
        Assert.Equal(("Two Rivers Care Home", new DateOnly(2026, 11, 23)), (owed.EmployerName, owed.DueOn));
        Assert.Contains("the reminder", (await scene.PressAsync(card, "Undo")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Empty(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task Several_employers_that_fit_are_asked_about_and_the_first_is_meant_by_one()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("remind me to email costwell on Friday")).CardOf();
        Assert.Empty(await scene.OwedByAlexAsync());
        await scene.SayAsync("leeds");
        Assert.Equal("Costwell Stores – Leeds", Assert.Single(await scene.OwedByAlexAsync()).EmployerName);
        Assert.Contains("Which employer?", question.Lines());
    }

    [Fact]
    public async Task Done_on_a_ring_offers_to_log_it_and_logs_it_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to ring Sarah Okafor at Two Rivers today");
        await scene.SayAsync("due");
        var done = (await scene.SayAsync("done 1")).CardOf();
        var logged = (await scene.PressAsync(done, "And log it as a phone call")).CardOf();
        Assert.Contains("Phone call logged", logged.Lines());
        Assert.Equal("Two Rivers Care Home", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
        Assert.Equal("That is logged already.", (await scene.PressAsync(done, "And log it as a phone call", cardId: "card-2")).SentenceOf());
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task Done_on_anything_else_offers_no_contact()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to order leaflets on Monday");
        await scene.SayAsync("due");
        Assert.DoesNotContain((await scene.SayAsync("done 1")).CardOf().Buttons(), button => button.StartsWith("And log", StringComparison.Ordinal));
    }
}
