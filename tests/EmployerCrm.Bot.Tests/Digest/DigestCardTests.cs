using System.Text.Json.Nodes;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Digest;

/// <summary>The digest of Monday 23 November 2026, and what its buttons do.</summary>
public sealed class DigestCardTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task It_shows_what_is_due_in_its_buckets_with_the_week_and_the_plans_of_the_day()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV to Friday's Café today");
        await scene.SayAsync("remind me to ring Two Rivers on Monday at 11am");
        await scene.SayAsync("remind me to book the room on Tuesday");
        await scene.SayAsync("visiting B & J Motors on Monday at 2pm");
        scene.GoTo(23, 8, 30);

        var digest = await MondaysAsync(scene);
        Assert.Equal("2 things due today", (string?)digest["fallbackText"]);
        Assert.Contains("Overdue (1)", digest.Lines());
        Assert.Contains("Today (1)", digest.Lines());
        Assert.Contains(digest.Lines(), line => line.StartsWith("2. Ring Two Rivers", StringComparison.Ordinal) && line.EndsWith("11:00", StringComparison.Ordinal));
        Assert.DoesNotContain("book the room", digest.Whole(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("0 of 6 visits in person this week", digest.Lines());
        Assert.Contains("14:00: B & J Motors (Visit)", digest.Lines());
    }

    [Fact]
    public async Task Done_and_its_undo_change_the_digest_in_place_and_done_by_number_means_what_it_shows()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV on Monday");
        await scene.SayAsync("remind me to book the room on Monday");
        await scene.SayAsync("due");
        scene.GoTo(23, 8, 30);
        var digest = await MondaysAsync(scene);

        var after = (await scene.PressAsync(digest, "Done")).CardOf();
        Assert.Equal("1 thing due today", (string?)after["fallbackText"]);
        Assert.Contains(after.Lines(), line => line.StartsWith("Done: send the CV", StringComparison.OrdinalIgnoreCase));
        var undone = (await scene.PressAsync(after, "Undo")).CardOf();
        Assert.Equal("2 things due today", (string?)undone["fallbackText"]);

        await scene.SayAsync("done 2");
        Assert.Equal("send the CV", Assert.Single(await scene.OwedByAlexAsync()).Title, ignoreCase: true);
        Assert.Equal("1 thing due today", (string?)(await scene.InvokeAsync(scene.Alex.Execute("show-digest", new JsonObject { ["card"] = "digest" }, "card-1"))).CardOf()["fallbackText"]);
    }

    [Fact]
    public async Task Snooze_offers_days_in_place_and_takes_the_item_off()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV on Monday");
        scene.GoTo(23, 8, 30);
        var asked = (await scene.PressAsync(await MondaysAsync(scene), "Snooze")).CardOf();
        Assert.NotNull(asked.Field("until"));

        var after = (await scene.PressAsync(asked, "Tomorrow")).CardOf();
        Assert.Contains(after.Lines(), line => line.StartsWith("Snoozed: send the CV", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Nothing is owed today. Have a good day.", after.Lines());
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single(await scene.OwedByAlexAsync()).DueOn);
    }

    [Fact]
    public async Task One_screen_is_shown_and_the_rest_is_counted_and_one_press_away()
    {
        await using var scene = await Scene.StartAsync();
        for (var number = 1; number <= 12; number++)
            await scene.SayAsync($"remind me to send a letter to {(char)('A' + number)}. Smith Ltd on {(number <= 9 ? "Sunday" : "Monday")}");
        Assert.Equal(12, (await scene.OwedByAlexAsync()).Count(item => item.DueOn < new DateOnly(2026, 11, 24)));
        scene.GoTo(23, 8, 30);
        var digest = await MondaysAsync(scene);
        Assert.Equal(5, digest.Buttons().Count(button => button == "Done"));
        Assert.Contains("Overdue (9)", digest.Lines());
        Assert.Contains("Today (3)", digest.Lines());

        var all = (await scene.PressAsync(digest, "Show all 12")).CardOf();
        Assert.Equal(6, all.Buttons().Count(button => button == "Done"));
        var second = (await scene.PressAsync(all, "Next")).CardOf();
        Assert.Equal(6, second.Buttons().Count(button => button == "Done"));
        Assert.Equal(5, (await scene.PressAsync(second, "Show less")).CardOf().Buttons().Count(button => button == "Done"));
    }

    [Fact]
    public async Task A_contact_is_logged_in_a_form_below_while_the_digest_stays()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to ring Two Rivers Care Home on Monday");
        scene.GoTo(23, 8, 30);
        var digest = await MondaysAsync(scene);
        var stays = (await scene.PressAsync(digest, "Log visit")).CardOf();
        Assert.Equal("1 thing due today", (string?)stays["fallbackText"]);
        Assert.Equal("Two Rivers Care Home", (string?)scene.Connector.Calls[^1].CardOf().Field("employer")!["value"]);

        var done = (await scene.PressAsync(digest, "Done")).CardOf();
        var logged = (await scene.PressAsync(done, done.Buttons().Single(button => button.Contains("log", StringComparison.OrdinalIgnoreCase) && button.Contains("phone", StringComparison.Ordinal)))).CardOf();
        Assert.Contains("Nothing is owed today. Have a good day.", logged.Lines());
        Assert.Contains("Phone call logged", scene.Connector.Calls[^1].CardOf().Lines());
    }

    [Fact]
    public async Task Nothing_due_says_nothing_unless_the_person_wants_to_hear_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV on Tuesday");
        scene.GoTo(23, 8, 30);
        Assert.Null(await scene.CardAsync(scene.Row(OutboxKinds.Digest, Monday)));

        await scene.ChooseAsync(PersonSettings.UsualOf((await scene.AlexRowAsync()).Id) with { AllClear = true, CountOnCards = false });
        var clear = (await scene.CardAsync(scene.Row(OutboxKinds.Digest, Monday)))!;
        Assert.Contains("Nothing is owed today. Have a good day.", clear.Lines());
        Assert.DoesNotContain("visits in person", clear.Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_of_another_day_is_not_sent()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV today");
        scene.GoTo(24, 8, 30);
        Assert.Null(await scene.CardAsync(scene.Row(OutboxKinds.Digest, Monday)));
    }

    [Fact]
    public async Task What_is_urgent_of_a_colleague_who_is_away_is_shown_to_the_cover_as_theirs()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, next send rota Monday", scene.Sam);
        await scene.SayAsync("remind me to tidy my drawer on Monday", scene.Sam);
        var (alex, sam) = (await scene.AlexRowAsync(), await scene.PersonAsync(scene.Sam));
        await scene.Store.WriteAsync(
            async session =>
            {
                await session.Settings.AddAsync(new Leave { Id = scene.Ids.New(), SpecialistId = sam.Id, From = Monday, To = Monday.AddDays(4), CoverId = alex.Id });
                return true;
            },
            TestContext.Current.CancellationToken);
        scene.GoTo(23, 8, 30);

        var digest = await MondaysAsync(scene);
        Assert.Contains(digest.Lines(), line => line.Contains("Send rota", StringComparison.Ordinal) && line.EndsWith("for Sam Patel, who is away", StringComparison.Ordinal));
        Assert.DoesNotContain("drawer", digest.Whole(), StringComparison.Ordinal);
        Assert.Contains("Nothing is owed today. Have a good day.", (await scene.PressAsync(digest, "Done")).CardOf().Lines());
        Assert.Equal("tidy my drawer", Assert.Single(await scene.ReadAsync(session => session.FollowUps.OpenOfOwnerAsync(sam.Id, null))).Title, ignoreCase: true);
    }

    [Fact]
    public async Task A_plan_without_an_outcome_is_asked_about_beside_the_digest()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Monday at 2pm");
        scene.GoTo(24, 8, 30);
        var digest = (await scene.CardAsync(scene.Row(OutboxKinds.Digest, Monday.AddDays(1))))!;
        Assert.Equal("Your day", (string?)digest["fallbackText"]);

        var stays = (await scene.PressAsync(digest, "Two Rivers Care Home, Mon 23 Nov")).CardOf();
        Assert.Equal("Your day", (string?)stays["fallbackText"]);
        Assert.Contains("Happened", scene.Connector.Calls[^1].CardOf().Buttons());
    }

    [Fact]
    public async Task A_press_of_somebody_else_changes_nothing_on_my_digest()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV on Monday");
        scene.GoTo(23, 8, 30);
        var answer = await scene.PressAsync(await MondaysAsync(scene), "Done", person: scene.Noor);
        Assert.Contains("belongs to a colleague", answer.SentenceOf(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(FollowUpState.Open, Assert.Single(await scene.OwedByAlexAsync()).State);
    }

    private static async Task<JsonNode> MondaysAsync(Scene scene) => (await scene.CardAsync(scene.Row(OutboxKinds.Digest, Monday)))!;
}
