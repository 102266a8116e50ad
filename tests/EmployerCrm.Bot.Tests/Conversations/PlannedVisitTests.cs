using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What becomes of a planned visit, by its card.</summary>
public sealed class PlannedVisitTests
{
    [Fact]
    public async Task Happened_logs_it_as_planned_with_the_line_that_was_typed()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visiting Two Rivers on Tuesday at 2, ask about nights")).CardOf();
        scene.Clock.Advance(TimeSpan.FromDays(3));

        var held = (await scene.PressAsync(card, "Happened", new JsonObject { ["note"] = "two porters wanted" })).CardOf();
        Assert.Contains("Visit logged", held.Lines());
        Assert.Contains("When: Tue 24 Nov, today, 14:00", held.Lines());
        Assert.Contains("1 of 6 visits in person this week, 1 to confirm", held.Lines());
        Assert.Contains("two porters wanted", held.Whole(), StringComparison.Ordinal);
        Assert.Equal(VisitState.Held, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }

    [Fact]
    public async Task My_week_asks_what_became_of_a_planned_visit_whose_day_has_passed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        scene.Clock.Advance(TimeSpan.FromDays(3));
        Assert.DoesNotContain("These were planned. What became of them?", (await scene.SayAsync("my week")).CardOf().Lines());
        scene.Clock.Advance(TimeSpan.FromDays(7));

        var week = (await scene.SayAsync("my week")).CardOf();
        Assert.Contains("These were planned. What became of them?", week.Lines());
        var planned = (await scene.PressAsync(week, "Two Rivers Care Home, Tue 24 Nov")).CardOf();
        Assert.Contains("When: Tue 24 Nov, 7 days ago, 14:00", (await scene.PressAsync(planned, "Happened")).CardOf().Lines());
        Assert.DoesNotContain("These were planned. What became of them?", (await scene.SayAsync("my week")).CardOf().Lines());
    }

    [Fact]
    public async Task Happened_before_its_day_was_today()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visiting Two Rivers on Tuesday at 2")).CardOf();
        Assert.Contains("When: Sat 21 Nov, today", (await scene.PressAsync(card, "Happened")).CardOf().Lines());
    }

    [Fact]
    public async Task Moved_asks_for_the_day_and_keeps_the_plan()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visiting Two Rivers on Tuesday at 2")).CardOf();
        var form = (await scene.PressAsync(card, "Moved")).CardOf();
        Assert.Equal("2026-11-24", (string?)form.Field("on")!["value"]);

        var past = (await scene.PressAsync(form, "Save", new JsonObject { ["on"] = "2026-11-20" })).CardOf();
        Assert.Contains(past.Lines(), line => line.StartsWith("That day is over", StringComparison.Ordinal));
        var moved = (await scene.PressAsync(form, "Save", new JsonObject { ["on"] = "2026-11-26", ["at"] = "10:30" })).CardOf();
        Assert.Contains("When: Thu 26 Nov, in 5 days, 10:30", moved.Lines());
    }

    [Fact]
    public async Task Did_not_happen_stays_as_evidence_of_planning_and_counts_for_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visiting Two Rivers on Tuesday at 2")).CardOf();
        var id = Assert.Single(await scene.VisitsOfAlexAsync()).Id;
        var off = (await scene.PressAsync(card, "Didn't happen")).CardOf();

        Assert.Contains("Visit did not happen", off.Lines());
        Assert.Equal(["Undo"], off.Buttons());
        Assert.Empty(await scene.VisitsOfAlexAsync());
        Assert.Equal(VisitState.Cancelled, (await scene.ReadAsync(session => session.Visits.VisitAsync(id)))!.State);
        Assert.Contains("Visit planned", (await scene.PressAsync(off, "Undo")).CardOf().Lines());
    }

    [Fact]
    public async Task A_second_answer_to_a_planned_visit_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visiting Two Rivers on Tuesday at 2")).CardOf();
        await scene.PressAsync(card, "Happened");
        (await scene.PressAsync(card, "Didn't happen")).SentenceOf();
        Assert.Equal(VisitState.Held, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }
}
