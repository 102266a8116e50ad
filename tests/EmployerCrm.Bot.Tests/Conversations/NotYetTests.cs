using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Lines that do not tell whether it has happened, and lines that come twice.</summary>
public sealed class NotYetTests
{
    [Fact]
    public async Task A_line_without_tense_can_be_planned_instead_and_back()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visit Two Rivers")).CardOf();
        var form = (await scene.PressAsync(card, "Not yet, plan it")).CardOf();
        Assert.Contains("That day is over", (await scene.PressAsync(form, "Save", new JsonObject { ["on"] = "2026-11-20" })).CardOf().Whole(), StringComparison.Ordinal);

        var planned = (await scene.PressAsync(form, "Save", new JsonObject { ["on"] = "2026-11-24", ["at"] = "14:00" })).CardOf();
        Assert.Contains("Visit planned", planned.Lines());
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((VisitState.Planned, new DateOnly(2026, 11, 24)), (visit.State, visit.On));
        Assert.Contains("0 of 6 visits in person this week", (await scene.SayAsync("my week")).CardOf().Lines());
        Assert.Contains("Visit logged", (await scene.PressAsync(planned, "Undo")).CardOf().Lines());
    }

    [Fact]
    public async Task A_line_that_says_it_happened_offers_no_plan()
    {
        await using var scene = await Scene.StartAsync();
        Assert.DoesNotContain("Not yet, plan it", (await scene.SayAsync("visited Two Rivers today")).CardOf().Buttons());
    }

    [Fact]
    public async Task The_same_line_twice_within_a_minute_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, two porters wanted");
        var question = (await scene.SayAsync("visited Two Rivers today, two porters wanted")).CardOf();
        Assert.Equal(["Log it again", "It slipped out twice"], question.Buttons());
        Assert.Single(await scene.VisitsOfAlexAsync());

        await scene.SayAsync("yes");
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);
    }

    [Fact]
    public async Task A_no_leaves_the_one_that_is_there()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, two porters wanted");
        await scene.SayAsync("visited Two Rivers today, two porters wanted");
        await scene.SayAsync("no");
        Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Contains("No line of yours waits", (await scene.SayAsync("drafts")).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_minute_the_same_line_is_another_visit()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, two porters wanted");
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.SayAsync("visited Two Rivers today, two porters wanted");
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);
    }
}
