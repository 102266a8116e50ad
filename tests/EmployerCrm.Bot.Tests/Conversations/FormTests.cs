using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class FormTests
{
    [Theory]
    [InlineData("visit")]
    [InlineData("Log a visit")]
    [InlineData("new visit")]
    public async Task The_word_alone_opens_an_empty_form(string typed)
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync(typed)).CardOf();

        Assert.Equal("2026-11-21", (string?)form.Field("on")!["value"]);
        Assert.Equal("InPerson", (string?)form.Field("channel")!["value"]);
        Assert.Null(form.Field("employer")!["value"]);
        Assert.Equal(["Save", "Cancel"], form.Buttons());
    }

    [Fact]
    public async Task A_filled_form_logs_the_visit_in_its_place()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var card = (await scene.PressAsync(form, "Save", Filled("friday's cafe"))).CardOf();

        Assert.Equal(
            [
                "Visit logged", "Friday's Café", "Otley", "When: Fri 20 Nov, yesterday, 15:00", "How: In person", "Contact: Marta Kowalska", "Client: JS12",
                "Next: Send CV — Tue 24 Nov, in 3 days", "Notes: Note saved. Use Edit to read it.", "1 of 6 visits in person this week",
            ],
            card.Lines().Take(10));
        Assert.Equal("keen on Saturdays", (await StoredAsync(scene)).Notes);
    }

    [Fact]
    public async Task A_form_saved_twice_is_one_visit()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        await scene.PressAsync(form, "Save", Filled("friday's cafe"));
        var second = await scene.PressAsync(form, "Save", Filled("friday's cafe"));

        Assert.Contains("finished", second.SentenceOf(), StringComparison.Ordinal);
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_day_to_come_plans_the_visit()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var fields = Filled("Two Rivers");
        fields["on"] = "2026-11-27";

        Assert.Contains("Visit planned", (await scene.PressAsync(form, "Save", fields)).CardOf().Lines());
    }

    [Theory]
    [InlineData("employer", " ", "Type the employer's name.")]
    [InlineData("on", "", "Choose a date.")]
    [InlineData("on", "2023-01-01", "That day is more than two years ago. Please check the year.")]
    [InlineData("channel", "", "Choose how you were in contact.")]
    [InlineData("client", "JS13", "I don't know that reference. The nearest are: JS12. Type one of your team's, or leave the client out.")]
    [InlineData("next", "", "The next step needs a few words.")]
    public async Task What_is_wrong_is_said_above_its_field_and_the_rest_stays(string field, string value, string problem)
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var fields = Filled("Two Rivers");
        fields[field] = value;
        var again = (await scene.PressAsync(form, "Save", fields)).CardOf();

        var body = again["body"]!.AsArray();
        var at = body.IndexOf(body.First(part => (string?)part!["id"] == field));
        Assert.Equal(problem, (string?)body[at - 1]!["text"]);
        Assert.Equal("keen on Saturdays", (string?)again.Field("notes")!["value"]);
        Assert.Equal("15:00", (string?)again.Field("at")!["value"]);
        Assert.Empty(await scene.VisitsOfAlexAsync());

        Assert.Contains("Visit logged", (await scene.PressAsync(again, "Save", Filled("Two Rivers"))).CardOf().Lines());
    }

    [Fact]
    public async Task A_name_in_the_client_field_is_refused_and_not_shown_again()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var fields = Filled("Two Rivers");
        fields["client"] = "John Smith";
        var again = (await scene.PressAsync(form, "Save", fields)).CardOf();

        Assert.Contains("Type the client's reference here (like JS12), never a name. What you typed was not kept.", again.Lines());
        Assert.DoesNotContain("Smith", again.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_employer_that_several_fit_leads_to_the_same_question_as_a_line()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var question = (await scene.PressAsync(form, "Save", Filled("costwell"))).CardOf();
        Assert.Contains("Which employer?", question.Lines());

        var card = (await scene.PressAsync(question, "Costwell Stores – Leeds")).CardOf();

        Assert.Contains("When: Fri 20 Nov, yesterday, 15:00", card.Lines());
        Assert.Contains("Client: JS12", card.Lines());
        Assert.Contains("New contact: Marta", card.Lines());
        Assert.Equal("keen on Saturdays", (await StoredAsync(scene)).Notes);
    }

    [Fact]
    public async Task An_employer_nobody_knows_is_added_after_the_question()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var question = (await scene.PressAsync(form, "Save", Filled("Help at Hand"))).CardOf();
        Assert.Equal("Help at Hand", (string?)question.Field("name")!["value"]);
        var card = (await scene.PressAsync(question, "Add new employer and log", new JsonObject { ["name"] = "Help at Hand" })).CardOf();

        Assert.Contains("Help at Hand", card.Lines());
        Assert.Contains("Next: Send CV — Tue 24 Nov, in 3 days", card.Lines());
    }

    [Fact]
    public async Task A_half_understood_line_opens_as_a_form_with_what_was_understood()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("popped in to costwell yesterday at 2pm with JS12, nobody about, next send leaflet Mon")).CardOf();
        var form = (await scene.PressAsync(question, "Open as a form")).CardOf();
        Assert.Equal("Costwell Stores", (string?)form.Field("employer")!["value"]);
        Assert.Equal("2026-11-20", (string?)form.Field("on")!["value"]);
        Assert.Equal("14:00", (string?)form.Field("at")!["value"]);
        Assert.Equal("JS12", (string?)form.Field("client")!["value"]);
        Assert.Equal("send leaflet", (string?)form.Field("next")!["value"]);
        Assert.Equal("2026-11-23", (string?)form.Field("nextDue")!["value"]);
        Assert.Contains("Which employer?", (await scene.PressAsync(form, "Cancel")).CardOf().Lines());

        await scene.PressAsync(form, "Save", Filled("costwell stores leeds"));

        Assert.Equal("Costwell Stores – Leeds", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task A_cancelled_empty_form_leaves_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();

        Assert.Equal(["Nothing was saved."], (await scene.PressAsync(form, "Cancel")).CardOf().Lines());
    }

    [Fact]
    public async Task Only_save_sends_and_checks_the_fields()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();

        Assert.Equal("none", (string?)CardText.Button(form, "Cancel")["associatedInputs"]);
        Assert.Null(CardText.Button(form, "Save")["associatedInputs"]);
    }

    private static async Task<Visit> StoredAsync(Scene scene)
    {
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        return (await scene.ReadAsync(session => session.Visits.VisitAsync(visit.Id)))!;
    }

    private static JsonObject Filled(string employer) => new()
    {
        ["employer"] = employer, ["channel"] = "InPerson", ["on"] = "2026-11-20", ["at"] = "15:00", ["contact"] = "Marta", ["client"] = "js12", ["notes"] = "keen on Saturdays",
        ["next"] = "send CV", ["nextDue"] = "2026-11-24",
    };
}
