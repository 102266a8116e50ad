using System.Text.Json.Nodes;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Digest;

/// <summary>The card of Friday 27 November 2026, 15:30.</summary>
public sealed class WrapUpTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task It_asks_what_is_left_to_say_about_the_week()
    {
        await using var scene = await Scene.StartAsync();
        var card = await FridaysAsync(scene);
        Assert.Equal("Your week", (string?)card["fallbackText"]);
        Assert.Contains("Wed 25 Nov, 14:00: Two Rivers Care Home (Visit)", card.Lines());
        Assert.Contains(card.Lines(), line => line.StartsWith("Thu 26 Nov: B & J Motors", StringComparison.Ordinal));
        Assert.Equal(["JS12", "KT45", "MW73"], card.Field("clients")!["choices"]!.AsArray().Select(choice => (string?)choice!["value"]));
        Assert.DoesNotContain("busy place", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_happened_and_an_assumption_is_right_with_one_press_each_and_the_card_stays()
    {
        await using var scene = await Scene.StartAsync();
        var card = await FridaysAsync(scene);
        var happened = (await scene.PressAsync(card, "Happened", new JsonObject { ["lines"] = "rang Costwell Leeds" })).CardOf();
        Assert.Contains("Visit logged: Two Rivers Care Home", happened.Lines());
        Assert.Equal("rang Costwell Leeds", (string?)happened.Field("lines")!["value"]);
        Assert.Contains("2 of 6 visits in person this week, 2 to confirm", happened.Lines());

        var confirmed = (await scene.PressAsync(happened, "That's right")).CardOf();
        Assert.Contains("2 of 6 visits in person this week, 1 to confirm", confirmed.Lines());
        Assert.Contains("2 of 6 visits in person this week, 2 to confirm", (await scene.PressAsync(confirmed, "Undo")).CardOf().Lines());
    }

    [Fact]
    public async Task Clients_are_ticked_several_at_once()
    {
        await using var scene = await Scene.StartAsync();
        var card = await FridaysAsync(scene);
        Assert.Contains("Nobody is ticked. Tick the clients you were in touch with.", (await scene.PressAsync(card, "Record the contacts", Filled(""))).CardOf().Lines());

        var after = (await scene.PressAsync(card, "Record the contacts", Filled("JS12,MW73"))).CardOf();
        Assert.Contains("Contact with a client recorded: JS12, MW73", after.Lines());
        Assert.Equal(["KT45"], after.Field("clients")!["choices"]!.AsArray().Select(choice => (string?)choice!["value"]));

        static JsonObject Filled(string clients) => new() { ["clients"] = clients, ["way"] = "Phone", ["on"] = "2026-11-26" };
    }

    [Fact]
    public async Task The_box_takes_several_lines_and_is_answered_below_while_the_card_stays()
    {
        await using var scene = await Scene.StartAsync();
        var card = await FridaysAsync(scene);
        Assert.Contains("The box is empty. Type one thing a line, then send it.", (await scene.PressAsync(card, "Send")).CardOf().Lines());

        var after = (await scene.PressAsync(card, "Send", new JsonObject { ["lines"] = "rang Costwell Leeds on Tuesday\nvisited Friday's Café yesterday, keen on Saturdays" })).CardOf();
        Assert.Contains("Sent. The answer is below.", after.Lines());
        Assert.Null(after.Field("lines")!["value"]);
        var visits = await scene.VisitsOfAlexAsync();
        Assert.Contains(visits, visit => visit is { Channel: Channel.Phone, EmployerName: "Costwell Stores – Leeds" });
        Assert.Contains(visits, visit => visit.EmployerName == "Friday's Café" && visit.On == new DateOnly(2026, 11, 26));
    }

    [Fact]
    public async Task The_lead_reads_how_the_team_did()
    {
        await using var scene = await Scene.StartAsync();
        await FridaysAsync(scene);
        var sam = await scene.PersonAsync(scene.Sam);
        await scene.Store.WriteAsync(session => session.People.SaveAsync(sam with { Role = Role.TeamLead, Version = sam.Version + 1 }, sam.Version), TestContext.Current.CancellationToken);
        scene.GoTo(30, 8, 30);
        var summary = (await scene.CardAsync(scene.Row(OutboxKinds.LeadSummary, Monday.AddDays(7)), scene.Sam))!;
        Assert.Equal("Your team's last week", (string?)summary["fallbackText"]);
        Assert.Contains("Alex Wilber: 1 of 6 in person, 1 in all, 1 to confirm", summary.Lines());
        Assert.Contains("Not reachable in Teams", summary.Lines());
        Assert.DoesNotContain("Noor", summary.Whole(), StringComparison.Ordinal);
        Assert.Null(await scene.CardAsync(scene.Row(OutboxKinds.LeadSummary, Monday.AddDays(7)), scene.Alex));
    }

    private static async Task<JsonNode> FridaysAsync(Scene scene)
    {
        await scene.SayAsync("visiting Two Rivers on Wednesday at 2pm");
        scene.GoTo(26, 16);
        await scene.SayAsync("visited B & J Motors today, busy place");
        scene.GoTo(27, 15, 30);
        return (await scene.CardAsync(scene.Row(OutboxKinds.WrapUp, Monday)))!;
    }
}
