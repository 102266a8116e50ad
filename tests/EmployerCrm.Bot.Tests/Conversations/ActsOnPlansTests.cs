using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What became of a planned visit, typed.</summary>
public sealed class ActsOnPlansTests
{
    [Fact]
    public async Task A_plan_that_is_called_off_by_a_line_says_so_with_the_reason()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers tomorrow at 2");
        var id = Assert.Single(await scene.VisitsOfAlexAsync()).Id;
        await scene.SayAsync("two rivers tomorrow cancelled, Sarah is at another site");

        var (card, replaced) = (scene.Connector.Calls[^2], scene.Connector.Calls[^1]);
        Assert.Contains("Visit did not happen", card.CardOf().Lines());
        Assert.Equal("PUT", replaced.Method);
        var visit = await scene.ReadAsync(session => session.Visits.VisitAsync(id));
        Assert.Equal(VisitState.Cancelled, visit!.State);
        Assert.Contains("another site", visit.CancelledBecause, StringComparison.Ordinal);
        await scene.SayAsync("undo");
        Assert.Equal(VisitState.Planned, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }

    [Fact]
    public async Task A_plan_is_moved_by_a_line()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        var activity = scene.Alex.Message("moved Two Rivers to Thursday 3pm");
        await scene.PostAsync(activity);
        await scene.PostAsync(activity);

        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((new DateOnly(2026, 11, 26), new TimeOnly(15, 0), VisitState.Planned), (visit.On, visit.At, visit.State));
        Assert.Equal(1, scene.Connector.Calls.Count(call => call.Method == "POST" && call.CardOf().Lines().Contains("When: Thu 26 Nov, in 5 days, 15:00")));
    }

    [Fact]
    public async Task A_plan_that_was_only_put_off_asks_for_the_day()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        var form = (await scene.SayAsync("two rivers postponed")).CardOf();
        Assert.Equal("2026-11-24", (string?)form.Field("on")!["value"]);
    }

    [Fact]
    public async Task Of_several_that_fit_one_is_chosen_by_its_number()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.SayAsync("visiting Two Rivers on Thursday at 4");
        var question = (await scene.SayAsync("cancelled Two Rivers")).CardOf();
        Assert.Equal(
            ["Two Rivers Care Home · Tue 24 Nov, in 3 days, 14:00", "Two Rivers Care Home · Thu 26 Nov, in 5 days, 16:00", "Forget this line"], question.Buttons());
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);

        await scene.SayAsync("2");
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single(await scene.VisitsOfAlexAsync()).On);
        Assert.Contains("finished or too old", (await scene.PressAsync(question, "Two Rivers Care Home · Tue 24 Nov, in 3 days, 14:00")).SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_that_fit_one_is_chosen_by_its_day()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.SayAsync("visiting Two Rivers on Thursday at 4");
        await scene.SayAsync("moved Two Rivers to Friday");
        await scene.SayAsync("Thursday");
        Assert.Equal([new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 27)], (await scene.VisitsOfAlexAsync()).Select(visit => visit.On));
    }

    [Fact]
    public async Task What_comes_instead_of_a_cancelled_visit_is_owed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        await scene.SayAsync("two rivers cancelled, Sarah is at another site, next ring her Thursday");

        var owed = Assert.Single(await scene.OwedByAlexAsync());
        Assert.Equal(("ring her", new DateOnly(2026, 11, 26)), (owed.Title, owed.DueOn));
        await scene.SayAsync("undo");
        Assert.Empty(await scene.OwedByAlexAsync());
        Assert.Equal(VisitState.Planned, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }

    [Fact]
    public async Task What_was_said_with_a_move_is_noted_and_owed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2, bring the rota");
        await scene.SayAsync("moved Two Rivers to Thursday 3pm, Sarah wants two CVs, next send CVs Wed");

        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        var notes = (await scene.ReadAsync(session => session.Visits.VisitAsync(visit.Id)))!.Notes;
        Assert.Contains("rota", notes, StringComparison.Ordinal);
        Assert.Contains("two CVs", notes, StringComparison.Ordinal);
        Assert.Contains(await scene.OwedByAlexAsync(), owed => owed.Title == "send CVs" && owed.DueOn == new DateOnly(2026, 11, 25));
    }

    [Fact]
    public async Task What_was_said_with_a_visit_that_was_put_off_stands_in_the_form_and_is_not_stored_before_it_is_saved()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        var form = (await scene.SayAsync("two rivers postponed, Sarah wants two CVs, next ring her Monday")).CardOf();
        Assert.Contains("two CVs", (string)form.Field("notes")!["value"]!, StringComparison.Ordinal);
        Assert.False(await scene.StoreHoldsAsync("two CVs"));

        await scene.PressAsync(form, "Save", new System.Text.Json.Nodes.JsonObject { ["on"] = "2026-11-27", ["notes"] = "two CVs", ["next"] = "ring her", ["nextDue"] = "2026-11-23" });
        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(await scene.VisitsOfAlexAsync()).On);
        Assert.Equal("ring her", Assert.Single(await scene.OwedByAlexAsync()).Title);
    }

    [Fact]
    public async Task Where_nothing_is_planned_the_form_is_offered_and_nothing_is_written()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("two rivers tomorrow cancelled")).CardOf();
        Assert.Contains("No visit of yours is planned at Two Rivers Care Home on Sun 22 Nov. Nothing was changed. You can log or plan one.", question.Lines());
        Assert.Empty(await scene.VisitsOfAlexAsync());

        await scene.SayAsync("yes");
        var form = scene.Connector.Calls[^2].CardOf();
        Assert.Equal("Two Rivers Care Home", (string?)form.Field("employer")!["value"]);
        Assert.Equal("2026-11-22", (string?)form.Field("on")!["value"]);
    }

    [Fact]
    public async Task Happened_logs_what_was_planned_with_what_the_line_tells()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        scene.Clock.Advance(TimeSpan.FromDays(4));
        await scene.SayAsync("two rivers happened, met Sarah Okafor, next ring her Friday");

        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((VisitState.Held, new DateOnly(2026, 11, 24), new TimeOnly(14, 0)), (visit.State, visit.On, visit.At));
        Assert.Equal("Sarah Okafor", visit.ContactName);
        Assert.Equal("ring her", Assert.Single(await scene.OwedByAlexAsync()).Title);
    }

    [Fact]
    public async Task Of_two_branches_the_one_with_the_plan_happened()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Costwell Leeds today at 5pm");
        await scene.SayAsync("costwell happened");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal(("Costwell Stores – Leeds", VisitState.Held), (visit.EmployerName, visit.State));
    }

    [Fact]
    public async Task A_visit_typed_on_the_day_of_a_planned_one_completes_it_and_counts_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        scene.Clock.Advance(TimeSpan.FromDays(3));
        var card = await scene.SayAsync("visited Two Rivers today, met the manager");
        Assert.Equal(VisitState.Held, Assert.Single(await scene.VisitsOfAlexAsync()).State);
        Assert.Contains(scene.Connector.Calls[^2].CardOf().Lines(), line => line.StartsWith("1 of 6", StringComparison.Ordinal));
        Assert.Equal("PUT", card.Method);
    }

    [Fact]
    public async Task A_call_on_the_day_of_a_planned_visit_is_a_call_beside_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 5pm");
        await scene.SayAsync("rang Two Rivers today, they expect me at 5");
        Assert.Equal([Channel.InPerson, Channel.Phone], (await scene.VisitsOfAlexAsync()).Select(visit => visit.Channel).Order());
    }

    [Fact]
    public async Task Two_plans_on_the_day_of_a_typed_visit_are_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 5pm");
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.SayAsync("visiting Two Rivers today at 6pm");
        var question = (await scene.SayAsync("visited Two Rivers today, met the manager")).CardOf();
        Assert.Contains("Which planned visit?", question.Lines());

        await scene.SayAsync("the second one");
        var visits = await scene.VisitsOfAlexAsync();
        Assert.Equal([(new TimeOnly(17, 0), VisitState.Planned), (new TimeOnly(18, 0), VisitState.Held)], visits.Select(visit => (visit.At!.Value, visit.State)));
    }

    [Fact]
    public async Task A_colleagues_plan_is_not_touched()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers tomorrow at 2");
        Assert.Contains("No visit of yours is planned", (await scene.SayAsync("two rivers tomorrow cancelled", scene.Sam)).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Equal(VisitState.Planned, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }
}
