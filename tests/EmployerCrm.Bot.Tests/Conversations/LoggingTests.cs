using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class LoggingTests
{
    private const string Line = "visited Friday's Café yesterday 3pm, spoke to the owner, next send CV Tues";

    [Fact]
    public async Task One_line_logs_the_visit_and_the_card_says_what_was_understood()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();

        Assert.Equal(
            [
                "Visit logged", "Friday's Café", "Otley", "When: Fri 20 Nov, yesterday, 15:00", "How: In person", "Next: Send CV — Tue 24 Nov, in 3 days",
                "1 of 6 visits in person this week", "Contact with: Decision-maker", "What was it for? I took it as ticked.",
            ],
            card.Lines());
        Assert.Equal(["Undo", "Edit"], card.Buttons().TakeLast(2));
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((new DateOnly(2026, 11, 20), new TimeOnly(15, 0), Channel.InPerson), (visit.On, visit.At, visit.Channel));
        var owed = Assert.Single(await scene.OwedByAlexAsync());
        Assert.Equal(("send CV", new DateOnly(2026, 11, 24)), (owed.Title, owed.DueOn));
    }

    [Fact]
    public async Task It_is_all_there_after_a_restart()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        await scene.RestartAsync();

        Assert.Contains("1. Send CV · Friday's Café · Tue 24 Nov, in 3 days", (await scene.SayAsync("due")).CardOf().Lines());
    }

    [Fact]
    public async Task An_employer_that_several_fit_is_asked_and_the_choice_completes_the_same_line()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("popped in to costwell yesterday at 2pm, nobody about, next send leaflet Mon")).CardOf();
        Assert.Empty(await scene.VisitsOfAlexAsync());

        var card = (await scene.PressAsync(question, "Costwell Stores – Leeds")).CardOf();

        Assert.Contains("Visit logged", card.Lines());
        Assert.Contains("When: Fri 20 Nov, yesterday, 14:00", card.Lines());
        Assert.Contains("Next: Send leaflet — Mon 23 Nov, in 2 days", card.Lines());
        Assert.Equal("Costwell Stores – Leeds", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
    }

    [Fact]
    public async Task An_employer_nobody_knows_is_added_only_after_the_question()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("visited Big Ted's Burgers today, met Ted, wants a Saturday cook")).CardOf();
        Assert.Equal("Big Ted's Burgers", (string?)question.Field("name")!["value"]);

        var card = (await scene.PressAsync(question, "Add new employer and log", new JsonObject { ["name"] = "Big Ted's Burgers" })).CardOf();

        Assert.Contains("Big Ted's Burgers", card.Lines());
        Assert.Contains("New contact: Ted", card.Lines());
        Assert.Contains("Phone call logged", (await scene.SayAsync("rang big teds burgers today")).CardOf().Lines());
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count(visit => visit.EmployerName == "Big Ted's Burgers"));
    }

    [Fact]
    public async Task A_question_answered_twice_logs_one_visit()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("popped in to costwell today")).CardOf();
        await scene.PressAsync(question, "Costwell Stores – Leeds");
        var second = await scene.PressAsync(question, "Costwell Stores – Bradford");

        Assert.Contains("finished or too old", second.SentenceOf(), StringComparison.Ordinal);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_forgotten_line_is_gone()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("popped in to costwell today")).CardOf();
        Assert.Contains("forgotten", (await scene.PressAsync(question, "Forget this line")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Contains("finished or too old", (await scene.PressAsync(question, "Costwell Stores – Leeds")).SentenceOf(), StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Theory]
    [InlineData("met Marta at Friday's Café next Tuesday, really useful")]
    [InlineData("visited Friday's Café on 31/2")]
    [InlineData("going to visit Friday's Café")]
    public async Task A_day_that_cannot_be_told_is_asked(string line)
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync(line)).CardOf();
        Assert.Contains("Which day?", question.Lines());
        Assert.Empty(await scene.VisitsOfAlexAsync());

        var planned = line.StartsWith("going", StringComparison.Ordinal);
        var card = (await scene.PressAsync(question, "Use this day", new JsonObject { ["on"] = planned ? "2026-11-25" : "2026-11-18" })).CardOf();

        Assert.Contains(planned ? "Visit planned" : "Visit logged", card.Lines());
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_future_day_chosen_for_a_visit_that_happened_is_refused_and_the_question_stays_open()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("visited Friday's Café on 31/2")).CardOf();
        var refusal = await scene.PressAsync(question, "Use this day", new JsonObject { ["on"] = "2026-12-24" });

        Assert.Contains("has not come yet", refusal.SentenceOf(), StringComparison.Ordinal);
        Assert.Contains("Visit logged", (await scene.PressAsync(question, "Use this day", new JsonObject { ["on"] = "2026-11-20" })).CardOf().Lines());
    }

    [Fact]
    public async Task A_card_that_names_a_client_does_not_show_the_note()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Two Rivers today with JS12, tour of the kitchen went well")).CardOf();

        Assert.Contains("Client: JS12", card.Lines());
        Assert.DoesNotContain("kitchen", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_call_does_not_count_as_a_visit_in_person()
    {
        await using var scene = await Scene.StartAsync();
        var lines = (await scene.SayAsync("rang Two Rivers yesterday, no vacancies")).CardOf().Lines();
        Assert.Contains("Phone call logged", lines);
        Assert.Contains("0 of 6 visits in person this week", lines);
    }

    [Fact]
    public async Task A_visit_of_last_week_counts_for_last_week()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("1 of 6 visits in person in the week of Mon 9 Nov, 1 to confirm", (await scene.SayAsync("visited Two Rivers on 12/11")).CardOf().Lines());
    }

    [Fact]
    public async Task A_planned_visit_is_planned_and_counts_for_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var lines = (await scene.SayAsync("visiting Two Rivers on Tuesday at 2")).CardOf().Lines();
        Assert.Contains("Visit planned", lines);
        Assert.Contains("When: Tue 24 Nov, in 3 days, 14:00", lines);
        Assert.DoesNotContain(lines, line => line.Contains("of 6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Next_Friday_said_before_Friday_offers_the_other_Friday_in_one_tap()
    {
        await using var scene = await Scene.StartAsync();
        scene.Clock.Advance(TimeSpan.FromDays(3));
        var card = (await scene.SayAsync("visiting Two Rivers next Friday at 2, next step ring Sarah next Thursday")).CardOf();
        Assert.Contains("When: Fri 27 Nov, in 3 days, 14:00", card.Lines());

        var moved = (await scene.PressAsync(card, "I meant Fri 4 Dec")).CardOf();
        Assert.Contains("When: Fri 4 Dec, in 10 days, 14:00", moved.Lines());
        Assert.Contains("Next: Ring Sarah — Thu 26 Nov, in 2 days", moved.Lines());
        Assert.Equal(new DateOnly(2026, 12, 4), Assert.Single(await scene.VisitsOfAlexAsync()).On);
    }

    [Fact]
    public async Task Next_Thursday_as_the_day_of_a_next_step_offers_the_other_one()
    {
        await using var scene = await Scene.StartAsync();
        scene.Clock.Advance(TimeSpan.FromDays(3));
        var card = (await scene.SayAsync("visited Two Rivers today, next step ring Sarah next Thursday")).CardOf();
        var moved = (await scene.PressAsync(card, "Next step on Thu 3 Dec instead")).CardOf();
        Assert.Contains("Next: Ring Sarah — Thu 3 Dec, in 9 days", moved.Lines());
        Assert.Equal(new DateOnly(2026, 12, 3), Assert.Single(await scene.OwedByAlexAsync()).DueOn);
    }

    [Fact]
    public async Task A_day_that_can_mean_one_day_only_offers_no_other()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Equal(
            ["Happened", "Moved", "Didn't happen", "Undo", "Edit"], (await scene.SayAsync("visiting Two Rivers next Friday at 2")).CardOf().Buttons());
    }
}
