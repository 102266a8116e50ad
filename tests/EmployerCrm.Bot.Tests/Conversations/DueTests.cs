using System.Text.Json.Nodes;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class DueTests
{
    [Fact]
    public async Task Due_lists_every_bucket_in_order_with_weekday_and_distance()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("later thing", 12), ("no date thing", null), ("old thing", -3), ("tomorrow thing", 1), ("today thing", 0));

        Assert.Equal(
            [
                "What you owe",
                "Overdue (1)", "1. Old thing · Friday's Café · Wed 18 Nov, 3 days ago",
                "Today (1)", "2. Today thing · Friday's Café · Sat 21 Nov, today",
                "Tomorrow (1)", "3. Tomorrow thing · Friday's Café · Sun 22 Nov, tomorrow",
                "Later (1)", "4. Later thing · Friday's Café · Thu 3 Dec, in 12 days",
                "No date (1)", "5. No date thing · Friday's Café",
            ],
            (await scene.SayAsync("due")).CardOf().Lines());
    }

    [Fact]
    public async Task Done_on_the_card_changes_it_in_place_and_can_be_undone()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1), ("ring back", 2));
        var list = (await scene.SayAsync("due")).CardOf();

        var after = (await scene.PressAsync(list, "Done")).CardOf();
        Assert.Contains("Done: send CV (Friday's Café)", after.Lines());
        Assert.Contains("1. Ring back · Friday's Café · Mon 23 Nov, in 2 days", after.Lines());
        Assert.Equal("ring back", Assert.Single(await scene.OwedByAlexAsync()).Title);

        var back = (await scene.PressAsync(after, "Undo")).CardOf();
        Assert.Contains("1. Send CV · Friday's Café · Fri 20 Nov, yesterday", back.Lines());
        Assert.Equal(2, (await scene.OwedByAlexAsync()).Count);
    }

    [Fact]
    public async Task Snooze_offers_days_and_moves_the_item_in_place()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1));
        var list = (await scene.SayAsync("due")).CardOf();
        var choices = (await scene.PressAsync(list, "Snooze")).CardOf();
        var after = (await scene.PressAsync(choices, "Monday (Mon 23 Nov)")).CardOf();

        Assert.Contains("Snoozed: send CV (Friday's Café), now Mon 23 Nov, in 2 days", after.Lines());
        Assert.Equal(new DateOnly(2026, 11, 23), Assert.Single(await scene.OwedByAlexAsync()).DueOn);
    }

    [Fact]
    public async Task Snooze_to_a_typed_day_and_never_to_one_that_is_over()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1));
        var choices = (await scene.PressAsync((await scene.SayAsync("due")).CardOf(), "Snooze")).CardOf();

        Assert.Equal("Choose a day after today.", (await scene.PressAsync(choices, "Snooze to this day", new JsonObject { ["until"] = "2026-11-21" })).SentenceOf());
        Assert.Contains("Choose a date.", (await scene.PressAsync(choices, "Snooze to this day", new JsonObject { ["until"] = "soon" })).CardOf().Lines());
        Assert.Contains(
            "Snoozed: send CV (Friday's Café), now Fri 18 Dec, in 27 days",
            (await scene.PressAsync(choices, "Snooze to this day", new JsonObject { ["until"] = "2026-12-18" })).CardOf().Lines());
    }

    [Fact]
    public async Task The_second_to_finish_a_follow_up_sees_who_was_first()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1));
        var list = (await scene.SayAsync("due")).CardOf();
        await scene.PressAsync(list, "Done", person: scene.Sam);

        var second = (await scene.PressAsync(list, "Done")).CardOf();
        Assert.Contains("send CV (Friday's Café) was done already by Sam Patel, Sat 21 Nov, 16:20", second.Lines());
        Assert.DoesNotContain("Undo", second.Buttons());
    }

    [Fact]
    public async Task Done_and_snooze_by_number_mean_the_list_last_shown()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1), ("ring back", 2), ("thank-you", 5));
        await scene.SayAsync("due");

        Assert.Contains("Done: ring back (Friday's Café)", (await scene.SayAsync("done 2")).CardOf().Lines());
        Assert.Contains("Snoozed: send CV (Friday's Café), now Fri 27 Nov, in 6 days", (await scene.SayAsync("snooze 1 till Friday")).CardOf().Lines());
        Assert.Equal("The list you saw last goes up to 2; there is no number 9.", (await scene.SayAsync("done 9")).Activity.Text);
    }

    [Fact]
    public async Task A_number_without_a_list_of_the_last_day_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1));
        Assert.StartsWith("I am not sure which list", (await scene.SayAsync("done 1")).Activity.Text, StringComparison.Ordinal);

        await scene.SayAsync("due");
        scene.Clock.Advance(TimeSpan.FromHours(25));
        Assert.StartsWith("I am not sure which list", (await scene.SayAsync("done 1")).Activity.Text, StringComparison.Ordinal);
        Assert.Single(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task A_follow_up_of_another_team_is_nobodys_business()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, ("send CV", -1));
        var list = (await scene.SayAsync("due")).CardOf();
        Assert.Contains("belongs to a colleague", (await scene.PressAsync(list, "Done", person: scene.Noor)).SentenceOf(), StringComparison.Ordinal);
        Assert.Single(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task Nothing_due_is_said()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("Nothing is due. Well done.", (await scene.SayAsync("due")).CardOf().Lines());
        Assert.Contains("Nothing is overdue.", (await scene.SayAsync("anything overdue?")).CardOf().Lines());
    }

    [Fact]
    public async Task At_ten_past_midnight_in_summer_today_is_the_new_day()
    {
        await using var scene = await Scene.StartAsync();
        scene.Clock.Advance(new DateTimeOffset(2027, 6, 30, 23, 10, 0, TimeSpan.Zero) - scene.Clock.GetUtcNow());
        await scene.SayAsync("rang Two Rivers today, next ring Sarah tomorrow");
        Assert.Equal(new DateOnly(2027, 7, 1), Assert.Single(await scene.VisitsOfAlexAsync()).On);
        Assert.Contains("Tomorrow (1)", (await scene.SayAsync("due")).CardOf().Lines());
    }

    private static async Task OwedAsync(Scene scene, params (string Title, int? Days)[] items)
    {
        var alex = await scene.AlexRowAsync();
        var today = new DateOnly(2026, 11, 21);
        await scene.Store.WriteAsync(
            async s =>
            {
                var cafe = (await s.Employers.WithKeysAsync(Core.People.Actor.For(alex, Core.People.Via.Job), Core.Employers.EmployerKeys.ForName("Friday's Café")))[0];
                foreach (var (title, days) in items)
                {
                    await s.FollowUps.AddAsync(new FollowUp
                    {
                        Id = scene.Ids.New(), EmployerId = cafe.Id, OwnerId = alex.Id, TeamId = alex.TeamId, Title = title, DueOn = days is { } d ? today.AddDays(d) : null,
                        State = FollowUpState.Open, CreatedAt = Scene.Start, Version = 1,
                    });
                }

                return true;
            },
            TestContext.Current.CancellationToken);
    }
}
