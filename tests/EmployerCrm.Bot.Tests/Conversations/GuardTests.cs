using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Words that seem to tell of a person are asked about before anything of them is stored.</summary>
public sealed class GuardTests
{
    private const string Line = "visited Friday's Café yesterday, re JS12, he has schizophrenia, next send CV Tues";

    [Fact]
    public async Task A_health_word_is_asked_about_and_nothing_of_the_line_is_stored()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();

        Assert.Contains(card.Lines(), line => line.Contains("schizophrenia", StringComparison.Ordinal));
        Assert.Equal(["Remove", "Keep, it is not about a person", "Edit"], card.Buttons());
        Assert.Empty(await scene.VisitsOfAlexAsync());
        Assert.False(await scene.StoreHoldsAsync("schizophrenia"));
    }

    [Fact]
    public async Task Remove_takes_it_out_and_logs_the_rest()
    {
        await using var scene = await Scene.StartAsync();
        var logged = (await scene.PressAsync((await scene.SayAsync(Line)).CardOf(), "Remove")).CardOf();

        Assert.Contains("Visit logged", logged.Lines());
        Assert.Contains("Next: Send CV — Tue 24 Nov, in 3 days", logged.Lines());
        Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.False(await scene.StoreHoldsAsync("schizophrenia"));
    }

    [Fact]
    public async Task Keep_logs_the_line_as_typed_and_the_audit_holds_no_word_of_it()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("visited Friday's Café yesterday, their depot smells of diabetes medication")).CardOf();
        var logged = (await scene.PressAsync(question, "Keep, it is not about a person")).CardOf();

        Assert.Contains("Visit logged", logged.Lines());
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Contains("diabetes", (await scene.ReadAsync(session => session.Visits.VisitAsync(visit.Id)))!.Notes!, StringComparison.Ordinal);
        Assert.True(await scene.StoreHoldsAsync("diabetes"));
        var audit = await scene.ReadAsync(async session => (await session.Audit.ValuesAsync((await session.Audit.OfAsync(visit.Id))[^1].Id)).Select(value => value.NewValue).ToList());
        Assert.Contains(audit, value => value!.StartsWith("Kept", StringComparison.Ordinal));
        Assert.DoesNotContain(audit, value => value!.Contains("diabetes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_shows_the_line_again_and_what_is_saved_of_it_is_checked_again()
    {
        await using var scene = await Scene.StartAsync();
        var edit = (await scene.PressAsync((await scene.SayAsync(Line)).CardOf(), "Edit")).CardOf();
        Assert.Equal(Line, (string?)edit.Field("words-line")!["value"]);
        Assert.False(await scene.StoreHoldsAsync("schizophrenia"));

        var again = (await scene.PressAsync(edit, "Save", Words("visited Friday's Café yesterday, re JS12, still schizophrenia"))).CardOf();
        Assert.Equal(["Remove", "Keep, it is not about a person", "Edit"], again.Buttons());
        Assert.Empty(await scene.VisitsOfAlexAsync());
        var further = (await scene.PressAsync(again, "Edit")).CardOf();
        var logged = (await scene.PressAsync(further, "Save", Words("visited Friday's Café yesterday, re JS12, keen to start"))).CardOf();
        Assert.Contains("Visit logged", logged.Lines());
        Assert.False(await scene.StoreHoldsAsync("schizophrenia"));
    }

    [Fact]
    public async Task Who_cancels_the_edit_has_stored_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var edit = (await scene.PressAsync((await scene.SayAsync(Line)).CardOf(), "Edit")).CardOf();

        Assert.Contains("Nothing was saved.", (await scene.PressAsync(edit, "Cancel")).CardOf().Lines());
        Assert.Contains((await scene.PressAsync(edit, "Save", Words("visited Friday's Café"))).CardOf().Lines(), line => line.Contains("type it again", StringComparison.Ordinal));
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task The_question_comes_before_every_other_so_that_no_open_line_holds_the_words()
    {
        await using var scene = await Scene.StartAsync();
        var guard = (await scene.SayAsync("popped in to costwell yesterday, JS12 is on clozapine")).CardOf();
        Assert.Contains("Keep, it is not about a person", guard.Buttons());

        var which = (await scene.PressAsync(guard, "Remove")).CardOf();
        Assert.Contains(which.Buttons(), title => title.Contains("Leeds", StringComparison.Ordinal));
        Assert.False(await scene.StoreHoldsAsync("clozapine"));
    }

    [Fact]
    public async Task After_a_restart_the_person_is_asked_to_type_it_again()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        await scene.RestartAsync();

        Assert.Contains((await scene.PressAsync(card, "Remove")).CardOf().Lines(), line => line.Contains("type it again", StringComparison.Ordinal));
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_colleague_cannot_answer_for_its_author()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();
        await scene.PressAsync(card, "Keep, it is not about a person", person: scene.Sam);
        Assert.False(await scene.StoreHoldsAsync("schizophrenia"));
    }

    [Fact]
    public async Task A_correction_of_a_visit_is_asked_about_and_who_leaves_it_sees_the_visit_again()
    {
        await using var scene = await Scene.StartAsync();
        var edit = (await scene.PressAsync((await scene.SayAsync("visited Friday's Café yesterday, keen on Saturdays")).CardOf(), "Edit")).CardOf();
        var asked = (await scene.PressAsync(edit, "Save", Corrected("keen, and JS12 has bipolar disorder"))).CardOf();
        Assert.Contains(asked.Lines(), line => line.Contains("bipolar", StringComparison.Ordinal));

        var words = (await scene.PressAsync(asked, "Edit")).CardOf();
        Assert.Equal("keen, and JS12 has bipolar disorder", (string?)words.Field("words-notes")!["value"]);
        Assert.Contains("Visit logged", (await scene.PressAsync(words, "Cancel")).CardOf().Lines());
        Assert.False(await scene.StoreHoldsAsync("bipolar"));
    }

    [Fact]
    public async Task Words_that_a_visit_was_recorded_with_are_not_asked_about_again()
    {
        await using var scene = await Scene.StartAsync();
        var kept = (await scene.PressAsync((await scene.SayAsync("visited Friday's Café yesterday, their depot smells of diabetes medication")).CardOf(), "Keep, it is not about a person")).CardOf();
        var visit = Assert.Single(await scene.VisitsOfAlexAsync()).Id;
        var notes = (await scene.ReadAsync(session => session.Visits.VisitAsync(visit)))!.Notes;

        var saved = (await scene.PressAsync((await scene.PressAsync(kept, "Edit")).CardOf(), "Save", Corrected(notes!))).CardOf();

        Assert.Contains("Visit logged", saved.Lines());
    }

    [Fact]
    public async Task Harmless_words_are_not_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Friday's Café yesterday, manager is the mental health first aider, health and safety induction first")).CardOf();
        Assert.Contains("Visit logged", card.Lines());
    }

    private static JsonObject Words(string line) => new() { ["words-line"] = line };

    private static JsonObject Corrected(string notes) => new() { ["channel"] = "InPerson", ["on"] = "2026-11-20", ["notes"] = notes };
}
