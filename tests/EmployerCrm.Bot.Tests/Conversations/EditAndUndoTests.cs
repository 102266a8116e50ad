using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class EditAndUndoTests
{
    private const string Line = "visited Friday's Café yesterday 3pm, met Marta, keen on Saturdays, next send CV Tues";

    [Fact]
    public async Task Undo_takes_back_the_visit_and_what_was_promised_at_it()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        var undone = (await scene.PressAsync(card, "Undo")).CardOf();

        Assert.Equal(["Undone: the visit with Friday's Café on Fri 20 Nov is no longer recorded."], undone.Lines());
        Assert.Empty(await scene.VisitsOfAlexAsync());
        Assert.Empty(await scene.OwedByAlexAsync());
        Assert.Contains("0 of 6 visits in person this week", (await scene.SayAsync("my week")).CardOf().Lines());
    }

    [Fact]
    public async Task Undo_pressed_twice_says_so_and_changes_nothing_more()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        await scene.PressAsync(card, "Undo");
        Assert.Equal("That has been undone already.", (await scene.PressAsync(card, "Undo")).SentenceOf());
    }

    [Fact]
    public async Task A_typed_undo_takes_back_the_last_thing_and_replaces_its_card()
    {
        await using var scene = await Scene.StartAsync();
        var logged = await scene.SayAsync(Line);
        await scene.SayAsync("undo");

        var calls = scene.Connector.Calls;
        Assert.StartsWith("Undone: the visit with Friday's Café", calls[^2].Activity.Text, StringComparison.Ordinal);
        Assert.Equal(("PUT", logged.Id), (calls[^1].Method, calls[^1].ActivityId));
        Assert.DoesNotContain("Undo", calls[^1].CardOf().Buttons());
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task Nothing_to_undo_is_said()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Equal("There is nothing of yours from the last day to undo.", (await scene.SayAsync("undo")).Activity.Text);
    }

    [Fact]
    public async Task Edit_opens_a_form_with_what_is_recorded_and_saves_in_place()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        var form = (await scene.PressAsync(card, "Edit")).CardOf();
        Assert.Equal("InPerson", (string?)form.Field("channel")!["value"]);
        Assert.Equal("2026-11-20", (string?)form.Field("on")!["value"]);
        Assert.Equal("15:00", (string?)form.Field("at")!["value"]);
        Assert.Equal("Marta Kowalska", (string?)form.Field("contact")!["value"]);
        Assert.Equal("keen on Saturdays", (string?)form.Field("notes")!["value"]);
        Assert.Equal("send CV", (string?)form.Field("next")!["value"]);
        Assert.Equal("2026-11-24", (string?)form.Field("nextDue")!["value"]);

        var saved = (await scene.PressAsync(form, "Save", Form("Phone", "2026-11-19", "", "Ben Lister", "keen on Sundays", "send two CVs", "2026-11-25"))).CardOf();

        Assert.Contains("Phone call logged", saved.Lines());
        Assert.Contains("When: Thu 19 Nov, 2 days ago", saved.Lines());
        Assert.Contains("Contact: Ben Lister", saved.Lines());
        Assert.Contains("Notes: keen on Sundays", saved.Lines());
        Assert.Contains("Next: Send two CVs — Wed 25 Nov, in 4 days", saved.Lines());
        Assert.Contains("0 of 6 visits in person this week", saved.Lines());
        Assert.Equal(new DateOnly(2026, 11, 25), Assert.Single(await scene.OwedByAlexAsync()).DueOn);
    }

    [Fact]
    public async Task Undo_after_an_edit_takes_back_the_edit_and_then_the_visit()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        var form = (await scene.PressAsync(card, "Edit")).CardOf();
        var saved = (await scene.PressAsync(form, "Save", Form("Phone", "2026-11-19", "", "", "", "", ""))).CardOf();
        Assert.Empty(await scene.OwedByAlexAsync());

        var back = (await scene.PressAsync(saved, "Undo")).CardOf();
        Assert.Contains("Visit logged", back.Lines());
        Assert.Contains("Next: Send CV — Tue 24 Nov, in 3 days", back.Lines());
        Assert.Contains("1 of 6 visits in person this week", back.Lines());

        await scene.PressAsync(back, "Undo");
        Assert.Empty(await scene.VisitsOfAlexAsync());
        Assert.Empty(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task What_cannot_be_saved_stays_in_the_form_with_the_reason()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        var form = (await scene.PressAsync(card, "Edit")).CardOf();
        var again = (await scene.PressAsync(form, "Save", Form("Phone", "2026-12-24", "", "Ben", "my words", "", ""))).CardOf();

        Assert.Contains("has not come yet", again.Whole(), StringComparison.Ordinal);
        Assert.Equal("my words", (string?)again.Field("notes")!["value"]);
    }

    [Fact]
    public async Task A_form_that_is_older_than_the_visit_overwrites_nothing_and_names_who_changed_it()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        var form = (await scene.PressAsync(card, "Edit")).CardOf();
        await scene.PressAsync(form, "Save", Form("Phone", "2026-11-19", "", "", "first", "", ""));
        var stale = (await scene.PressAsync(form, "Save", Form("Phone", "2026-11-18", "", "", "second", "", ""))).CardOf();

        Assert.Contains("Alex Wilber changed it meanwhile", stale.Whole(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 19), Assert.Single(await scene.VisitsOfAlexAsync()).On);
    }

    [Fact]
    public async Task A_colleague_cannot_edit_or_undo_somebody_elses_visit()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        Assert.Contains("belongs to a colleague", (await scene.PressAsync(card, "Edit", person: scene.Sam)).SentenceOf(), StringComparison.Ordinal);
        Assert.Contains("nothing of yours", (await scene.PressAsync(card, "Undo", person: scene.Sam)).SentenceOf(), StringComparison.Ordinal);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task Edit_on_a_visit_that_was_undone_says_that_it_is_gone()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        await scene.PressAsync(card, "Undo");
        Assert.Contains("no longer recorded", (await scene.PressAsync(card, "Edit")).CardOf().Whole(), StringComparison.Ordinal);
    }

    private static JsonObject Form(string channel, string on, string at, string contact, string notes, string next, string nextDue) => new()
    {
        ["channel"] = channel, ["on"] = on, ["at"] = at, ["contact"] = contact, ["notes"] = notes, ["next"] = next, ["nextDue"] = nextDue,
    };
}
