using System.Text.Json.Nodes;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>When people are away, and who covers them.</summary>
public sealed class LeaveTests
{
    [Fact]
    public async Task A_line_with_days_and_cover_is_recorded_and_taken_back()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("off 24 Nov–5 Dec, Sam covers")).CardOf();

        Assert.Equal(
            [
                "Leave recorded", "Away: Tue 24 Nov to Sat 5 Dec", "Covers: Sam Patel", "Nothing is sent to you on these days. What falls due meanwhile is shown to you before you go.",
                "What is urgent goes to Sam Patel.",
            ],
            card.Lines());
        var leave = Assert.Single(await LeaveAsync(scene));
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 5), 1), (leave.From, leave.To, leave.Version));
        Assert.NotNull(leave.CoverId);

        Assert.Contains("Undone: the leave Tue 24 Nov to Sat 5 Dec is no longer recorded.", (await scene.PressAsync(card, "Undo")).CardOf().Lines());
        Assert.Empty(await LeaveAsync(scene));
    }

    [Fact]
    public async Task Without_a_cover_colleagues_are_offered_and_one_tap_names_one()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("on leave next week")).CardOf();
        Assert.Contains("Nobody covers yet. What is urgent is shown to you before you go.", card.Lines());
        var sam = card.Field("leave.cover")!["choices"]!.AsArray().Single(choice => (string?)choice!["title"] == "Sam Patel")!;
        Assert.DoesNotContain(card.Field("leave.cover")!["choices"]!.AsArray(), choice => (string?)choice!["title"] == "Noor Ali");

        var named = (await scene.PressAsync(card, "Name the cover", new JsonObject { ["leave.cover"] = (string)sam["value"]! })).CardOf();

        Assert.Contains("Covers: Sam Patel", named.Lines());
        Assert.Equal("Leave changed", named.Lines()[0]);
        await scene.PressAsync(named, "Undo");
        Assert.Null(Assert.Single(await LeaveAsync(scene)).CoverId);
        Assert.Contains("Covers: Sam Patel", (await scene.SayAsync("Sam covers")).CardOf().Lines());
    }

    [Fact]
    public async Task Overlapping_leave_an_end_before_the_start_and_leave_that_is_over_are_told_and_kept_in_the_form()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("off 24 Nov - 5 Dec");
        var overlaps = (await scene.SayAsync("off 3 Dec to 9 Dec, Sam covers")).CardOf();
        Assert.Contains("There is leave on some of those days already (Tue 24 Nov to Sat 5 Dec), so nothing was changed. Change that one, or choose other days.", overlaps.Lines());
        Assert.Equal(("2026-12-03", "2026-12-09"), (Value(overlaps, "leave.from"), Value(overlaps, "leave.to")));
        Assert.NotEqual("-", Value(overlaps, "leave.cover"));

        var backwards = (await scene.PressAsync(overlaps, "Save leave", new JsonObject { ["leave.from"] = "2026-12-20", ["leave.to"] = "2026-12-10" })).CardOf();
        Assert.Contains("The last day lies before the first. Please check the days.", backwards.Lines());
        Assert.Equal(("2026-12-20", "2026-12-10"), (Value(backwards, "leave.from"), Value(backwards, "leave.to")));

        var over = (await scene.PressAsync(backwards, "Save leave", new JsonObject { ["leave.from"] = "2026-11-02", ["leave.to"] = "2026-11-06" })).CardOf();
        Assert.Contains("That leave is over already, so nothing was recorded. Please check the days.", over.Lines());
        var missing = (await scene.PressAsync(over, "Save leave", new JsonObject { ["leave.from"] = "2026-12-20", ["leave.to"] = "" })).CardOf();
        Assert.Contains("Choose the last day.", missing.Lines());
        Assert.Single(await LeaveAsync(scene));
        Assert.Contains("Leave recorded", (await scene.PressAsync(missing, "Save leave", new JsonObject { ["leave.from"] = "2026-12-20", ["leave.to"] = "2026-12-24" })).CardOf().Lines());
    }

    [Fact]
    public async Task A_cover_who_is_away_of_another_team_or_unknown_is_told_and_the_days_are_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("off 25 Nov", scene.Sam);
        var away = (await scene.SayAsync("off 24 Nov - 27 Nov, Sam covers")).CardOf();
        Assert.Contains("Sam Patel is away then (Wed 25 Nov). Choose somebody else, or nobody.", away.Lines());
        Assert.Equal("2026-11-24", Value(away, "leave.from"));
        Assert.Contains("I don't know \"Noor\" in your team. Choose who covers.", (await scene.SayAsync("off 24 Nov - 27 Nov, Noor covers")).CardOf().Lines());
        var noor = await scene.ReadAsync(async session => (await session.People.SpecialistWithObjectIdAsync("oid-noor"))!.Id);
        var forged = (await scene.PressAsync(away, "Save leave", new JsonObject { ["leave.from"] = "2026-11-24", ["leave.to"] = "2026-11-27", ["leave.cover"] = noor.ToString() })).CardOf();
        Assert.Contains("Who covers must be a colleague of the same team. Choose one.", forged.Lines());
        Assert.Empty(await LeaveAsync(scene));
    }

    [Fact]
    public async Task Who_goes_away_while_covering_somebody_is_told_whom()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("off 24 Nov - 27 Nov, Alex covers", scene.Sam);
        var card = (await scene.SayAsync("off 26 Nov")).CardOf();
        Assert.Contains("You were to cover Sam Patel (Tue 24 Nov to Fri 27 Nov). Please ask them to name somebody else.", card.Lines());
        Assert.Contains("You cover: Sam Patel, Tue 24 Nov to Fri 27 Nov", (await scene.SayAsync("settings")).CardOf().Lines());
    }

    [Fact]
    public async Task Back_today_ends_the_leave_yesterday_and_undo_brings_it_back()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("off until Friday, Sam covers");
        scene.Clock.Advance(TimeSpan.FromDays(2));
        var back = (await scene.SayAsync("back today")).CardOf();
        Assert.Equal(["Welcome back", "Your leave ended on Sun 22 Nov."], back.Lines());
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single(await LeaveAsync(scene, new DateOnly(2026, 11, 1))).To);
        Assert.Contains("No leave of yours", (await scene.SayAsync("back today")).Said(), StringComparison.Ordinal);
        await scene.PressAsync(back, "Undo");
        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(await LeaveAsync(scene)).To);
    }

    [Fact]
    public async Task Back_on_the_first_day_leaves_no_leave_at_all()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("off today");
        var back = (await scene.SayAsync("back today")).CardOf();
        Assert.Empty(await LeaveAsync(scene));
        await scene.PressAsync(back, "Undo");
        Assert.Single(await LeaveAsync(scene));
    }

    [Fact]
    public async Task Leave_is_changed_and_cancelled_from_the_settings()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("off 24 Nov - 5 Dec, Sam covers");
        var settings = (await scene.SayAsync("settings")).CardOf();
        Assert.Contains("Tue 24 Nov to Sat 5 Dec: Sam Patel", settings.Lines());
        var form = (await scene.PressAsync(settings, "Change")).CardOf();
        var changed = (await scene.PressAsync(form, "Save leave", new JsonObject { ["leave.from"] = "2026-11-24", ["leave.to"] = "2026-12-08", ["leave.cover"] = Value(form, "leave.cover") })).CardOf();
        Assert.Contains("Away: Tue 24 Nov to Tue 8 Dec", changed.Lines());
        Assert.Contains("changed it meanwhile", (await scene.PressAsync(settings, "Cancel leave")).SentenceOf(), StringComparison.Ordinal);
        Assert.Equal("Leave cancelled", (await scene.SayAsync("cancel my leave")).CardOf().Lines()[0]);
        Assert.Empty(await LeaveAsync(scene));
    }

    [Fact]
    public async Task Days_that_cannot_be_read_are_asked_for_with_the_cover_kept()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("annual leave in the spring, Sam covers")).CardOf();
        Assert.Contains("I could not read the days. Choose them here.", form.Lines());
        Assert.NotEqual("-", Value(form, "leave.cover"));
        Assert.Contains("You have no leave that Sam could cover.", (await scene.SayAsync("Sam covers")).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_the_leave_of_another_with_its_id()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("off 24 Nov - 5 Dec")).CardOf();
        var id = Assert.Single(await LeaveAsync(scene)).Id.ToString();
        foreach (var verb in new[] { "cancel-leave", "cover-leave", "save-leave", "open-leave" })
            await scene.InvokeAsync(scene.Sam.Execute(verb, new JsonObject { ["leave"] = id, ["version"] = 1, ["leave.from"] = "2026-12-01", ["leave.to"] = "2026-12-01" }, $"card-{verb}"));
        Assert.Contains("Change", card.Buttons());
        Assert.Equal(1, Assert.Single(await LeaveAsync(scene)).Version);
    }

    private static string? Value(JsonNode card, string field) => (string?)card.Field(field)?["value"];

    private static async Task<IReadOnlyList<Leave>> LeaveAsync(Scene scene, DateOnly? from = null)
    {
        var alex = await scene.AlexRowAsync();
        return await scene.ReadAsync(session => session.Settings.LeaveAsync(alex.Id, from ?? DateOnly.FromDateTime(scene.Clock.GetUtcNow().UtcDateTime)));
    }
}
