using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Lists that are longer than a card, page by page in the place of the one that was shown.</summary>
public sealed class PagingTests
{
    private const int MostBytes = 28 * 1024;

    [Fact]
    public async Task Three_hundred_things_owed_are_all_seen_once_page_by_page_and_no_card_is_over_28_KB()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 300).Select(number => $"{number:000} {new string('x', 390)}"));
        var card = (await scene.SayAsync("due")).CardOf();
        var seen = new List<string>();
        for (var page = 0; page < 30; page++)
        {
            Assert.InRange(card.ToJsonString().Length * 2, 1, MostBytes);
            Assert.Contains($"{(page * 10) + 1} to {(page * 10) + 10} of 300", card.Lines());
            Assert.Contains("Later (298)", card.Lines());
            seen.AddRange(Numbered(card));
            Assert.Equal((page > 0, page < 29), (card.Buttons().Contains("Previous"), card.Buttons().Contains("Next")));
            if (page < 29)
                card = (await scene.PressAsync(card, "Next", cardId: $"card-{page}")).CardOf();
        }

        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"{number}. {number:000} xxx"), seen.Select(line => line[..line.IndexOf("xxxx", StringComparison.Ordinal)] + "xxx"));
        card = (await scene.PressAsync(card, "Previous", cardId: "back")).CardOf();
        Assert.StartsWith("281. 281", Numbered(card)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buttons_to_other_pages_carry_a_place_and_nothing_of_what_stands_there()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        var card = (await scene.PressAsync((await scene.SayAsync("due")).CardOf(), "Next")).CardOf();

        Assert.Equal("""{"scope":"All","from":20}""", CardText.Button(card, "Next")["data"]!.ToJsonString());
        Assert.Equal("""{"scope":"All"}""", CardText.Button(card, "Previous")["data"]!.ToJsonString().Replace(""","from":0""", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_means_what_was_seen_under_it_last_on_whichever_page()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        var first = (await scene.SayAsync("due")).CardOf();
        Assert.Equal("The list you saw last goes up to 10; there is no number 13.", (await scene.SayAsync("done 13")).Activity.Text);
        await scene.PressAsync(first, "Next");

        // A colleague finishes something of the first page: what stands there moves up, and the person has not seen that.
        await FinishAsync(scene, "thing 2");
        Assert.Contains("Done: thing 13 (Friday's Café)", (await scene.SayAsync("done 13")).CardOf().Lines());
        var list = (await scene.SayAsync("due")).CardOf();
        await scene.PressAsync(list, "Next", cardId: "card-2");
        await FinishAsync(scene, "thing 4");
        Assert.Contains("Done: thing 5 (Friday's Café)", (await scene.SayAsync("done 4")).CardOf().Lines());
    }

    [Fact]
    public async Task Done_on_a_later_page_stays_on_it_and_so_do_snooze_cancel_and_undo()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        var second = (await scene.PressAsync((await scene.SayAsync("due")).CardOf(), "Next")).CardOf();
        Assert.StartsWith("11. Thing 11", Numbered(second)[0], StringComparison.Ordinal);

        var after = (await scene.PressAsync(second, "Done", cardId: "card-2")).CardOf();
        Assert.Contains("Done: thing 11 (Friday's Café)", after.Lines());
        Assert.StartsWith("11. Thing 12", Numbered(after)[0], StringComparison.Ordinal);
        Assert.Contains("11 to 20 of 29", after.Lines());
        Assert.StartsWith("11. Thing 11", Numbered((await scene.PressAsync(after, "Undo", cardId: "card-3")).CardOf())[0], StringComparison.Ordinal);
        var choices = (await scene.PressAsync(second, "Snooze", cardId: "card-4")).CardOf();
        Assert.Contains("Snooze to this day", choices.Buttons());
        Assert.StartsWith("11. Thing 11", Numbered((await scene.PressAsync(choices, "Cancel", cardId: "card-5")).CardOf())[0], StringComparison.Ordinal);
        Assert.Contains("11 to 20 of 30", (await scene.PressAsync(choices, "Tomorrow", cardId: "card-6")).CardOf().Lines());
    }

    [Fact]
    public async Task A_typed_number_of_a_later_page_shows_that_page()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        await scene.PressAsync((await scene.SayAsync("due")).CardOf(), "Next");
        Assert.Contains("11 to 20 of 29", (await scene.SayAsync("done 12")).CardOf().Lines());
    }

    [Fact]
    public async Task A_page_that_is_no_longer_there_shows_the_last_one_and_a_list_that_fits_has_no_pages()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 21).Select(number => $"thing {number}"));
        var first = (await scene.SayAsync("due")).CardOf();
        var second = (await scene.PressAsync(first, "Next")).CardOf();
        await FinishAsync(scene, "thing 1", "thing 2");

        var last = (await scene.PressAsync(second, "Next", cardId: "card-2")).CardOf();
        Assert.Contains("11 to 19 of 19", last.Lines());
        Assert.DoesNotContain("Next", last.Buttons());
        await FinishAsync(scene, [.. Enumerable.Range(3, 9).Select(number => $"thing {number}")]);
        var only = (await scene.PressAsync(last, "Previous", cardId: "card-3")).CardOf();
        Assert.Equal(10, Numbered(only).Count);
        Assert.DoesNotContain(only.Buttons(), button => button is "Previous" or "Next");
    }

    [Theory]
    [InlineData("2147483647", 21)]
    [InlineData("29", 21)]
    [InlineData("13", 11)]
    [InlineData("-1", 1)]
    [InlineData("99999999999999999999", 1)]
    [InlineData("next", 1)]
    public async Task A_forged_place_shows_a_page_that_is_there(string from, int first)
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        var card = (await scene.InvokeAsync(scene.Alex.Execute("show-due", new JsonObject { ["scope"] = "All", ["from"] = from }, "card-1"))).CardOf();
        Assert.StartsWith($"{first}. Thing {first} ", Numbered(card)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_comes_as_a_message_turns_the_page_through_the_connector()
    {
        await using var scene = await Scene.StartAsync();
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        var list = await scene.SayAsync("due");
        var fallback = CardText.Button(list.CardOf(), "Next")["fallback"]!["data"]!;
        using var answer = await scene.PostAsync(scene.Alex.Submit(fallback.DeepClone(), list.Id));

        var turned = scene.Connector.Calls[^1];
        Assert.Equal(("PUT", list.Id), (turned.Method, turned.ActivityId));
        Assert.Contains("11 to 20 of 30", turned.CardOf().Lines());
    }

    [Fact]
    public async Task My_clients_page_and_a_page_that_is_gone_shows_the_last()
    {
        await using var scene = await Scene.StartAsync();
        var alex = await scene.AlexRowAsync();
        await scene.Store.WriteAsync(
            async s =>
            {
                foreach (var number in Enumerable.Range(10, 17))
                    await s.Clients.AddAsync(ClientOf(scene, alex, $"ZZ{number}"), ["retail"]);
                return true;
            },
            TestContext.Current.CancellationToken);
        var first = (await scene.SayAsync("my clients")).CardOf();
        Assert.Contains("1 to 8 of 20", first.Lines());
        var last = (await scene.PressAsync((await scene.PressAsync(first, "Next")).CardOf(), "Next", cardId: "card-2")).CardOf();
        Assert.Contains("17 to 20 of 20", last.Lines());
        Assert.Equal(["Previous", "Record a contact", "Step down or close"], last.Buttons());
        var gone = (await scene.InvokeAsync(scene.Alex.Execute("show-clients", new JsonObject { ["from"] = 80 }, "card-3"))).CardOf();
        Assert.Contains("17 to 20 of 20", gone.Lines());
    }

    [Fact]
    public async Task Open_lines_page_and_forgetting_one_stays_on_its_page()
    {
        await using var scene = await Scene.StartAsync();
        var alex = await scene.AlexRowAsync();
        await scene.Store.WriteAsync(
            async s =>
            {
                foreach (var number in Enumerable.Range(1, 25))
                {
                    await s.Conversations.AddAsync(new Draft
                    {
                        Id = scene.Ids.New(), SpecialistId = alex.Id, Text = $"line {number}", TypedAt = Scene.Start.AddMinutes(-number), Question = "date", Answers = "{}",
                        ExpiresAt = Scene.Start.AddDays(6), Version = 1,
                    });
                }

                return true;
            },
            TestContext.Current.CancellationToken);
        var second = (await scene.PressAsync((await scene.SayAsync("drafts")).CardOf(), "Next")).CardOf();
        Assert.Contains("11 to 20 of 25", second.Lines());
        var after = (await scene.PressAsync(second, "Forget", cardId: "card-2")).CardOf();
        Assert.Contains("11 to 20 of 24", after.Lines());
        Assert.DoesNotContain("line 11", after.Lines());
    }

    [Fact]
    public async Task A_week_with_more_than_one_card_holds_pages()
    {
        await using var scene = await Scene.StartAsync();
        for (var number = 0; number < 3; number++)
            await scene.SayAsync(string.Join('\n', Enumerable.Range(0, 8).Select(line => $"rang Two Rivers today, round {number} call {line} about rota")));
        var first = (await scene.SayAsync("my week")).CardOf();
        Assert.Contains("1 to 20 of 24", first.Lines());
        var second = (await scene.PressAsync(first, "Next")).CardOf();
        Assert.Contains("21 to 24 of 24", second.Lines());
        Assert.Equal(4, second.Lines().Count(line => line.Contains("Two Rivers", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_card_that_is_still_too_large_is_replaced_by_a_sentence_sent_or_in_place()
    {
        await using var scene = await Scene.StartAsync(("MaxCardBytes", "3000"));
        await OwedAsync(scene, Enumerable.Range(1, 30).Select(number => $"thing {number}"));
        Assert.StartsWith("I have dealt with your message", (await scene.SayAsync("due")).Activity.Text, StringComparison.Ordinal);
        var press = scene.Alex.Execute("show-due", new JsonObject { ["scope"] = "All", ["from"] = 10 }, "card-1");
        Assert.StartsWith("I have dealt with your message", (await scene.InvokeAsync(press)).SentenceOf(), StringComparison.Ordinal);
        Assert.StartsWith("I have dealt with your message", (await scene.InvokeAsync(press)).SentenceOf(), StringComparison.Ordinal);
    }

    private static List<string> Numbered(JsonNode card) => [.. card.Lines().Where(line => char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal))];

    private static Client ClientOf(Scene scene, Specialist alex, string reference) => new()
    {
        Id = scene.Ids.New(), Reference = reference, OwnerId = alex.Id, TeamId = alex.TeamId, Programme = "IPS in secondary care", EnteredOn = new DateOnly(2026, 9, 1),
        Status = ClientStatus.JobSearch, CheckReference = false,
    };

    /// <summary>A colleague does it.</summary>
    private static async Task FinishAsync(Scene scene, params IReadOnlyList<string> titles)
    {
        foreach (var item in (await scene.OwedByAlexAsync()).Where(item => titles.Contains(item.Title)))
            await scene.InvokeAsync(scene.Sam.Execute("done", new JsonObject { ["id"] = item.Id.ToString() }, "card-of-sam"));
    }

    private static async Task OwedAsync(Scene scene, IEnumerable<string> titles)
    {
        var alex = await scene.AlexRowAsync();
        await scene.Store.WriteAsync(
            async s =>
            {
                var cafe = (await s.Employers.WithKeysAsync(Actor.For(alex, Via.Job), Core.Employers.EmployerKeys.ForName("Friday's Café")))[0];
                foreach (var (index, title) in titles.Index())
                {
                    await s.FollowUps.AddAsync(new FollowUp
                    {
                        Id = scene.Ids.New(), EmployerId = cafe.Id, OwnerId = alex.Id, TeamId = alex.TeamId, Title = title, DueOn = new DateOnly(2026, 11, 21).AddDays(index),
                        State = FollowUpState.Open, CreatedAt = Scene.Start, Version = 1,
                    });
                }

                return true;
            },
            TestContext.Current.CancellationToken);
    }
}
