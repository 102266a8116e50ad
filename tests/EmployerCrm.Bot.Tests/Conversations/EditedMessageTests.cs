using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>A message edited or deleted after it was acted on: the change is offered, never made behind anybody's back.</summary>
public sealed class EditedMessageTests
{
    private const string Line = "visited Friday's Café yesterday 3pm, met Marta, next send CV Tues";

    [Fact]
    public async Task An_edited_line_offers_the_change_and_saving_it_changes_the_visit_and_its_card()
    {
        await using var scene = await Scene.StartAsync();
        var (message, logged) = await SayAsync(scene, Line);
        var offer = await EditAsync(scene, message, "rang Friday's Café on Thursday at 4pm, met Marta, next send two CVs Weds");
        Assert.Equal(["You changed that line", "It recorded a visit with Friday's Café (Fri 20 Nov, yesterday, 15:00). Nothing has changed there yet."], offer.CardOf().Lines());
        Assert.Equal(Channel.InPerson, Assert.Single(await scene.VisitsOfAlexAsync()).Channel);

        var form = (await scene.PressAsync(offer.CardOf(), "Change the visit", cardId: offer.Id)).CardOf();
        Assert.Equal("Phone", (string?)form.Field("channel")!["value"]);
        Assert.Equal("2026-11-19", (string?)form.Field("on")!["value"]);
        Assert.Equal("16:00", (string?)form.Field("at")!["value"]);
        Assert.Equal("Marta Kowalska", (string?)form.Field("contact")!["value"]);
        Assert.Equal("send two CVs", (string?)form.Field("next")!["value"]);
        var saved = (await scene.PressAsync(form, "Save", Fields(form), cardId: offer.Id)).CardOf();

        Assert.Contains("Phone call logged", saved.Lines());
        Assert.Contains("Next: Send two CVs — Wed 25 Nov, in 4 days", saved.Lines());
        var put = scene.Connector.Calls[^1];
        Assert.Equal(("PUT", logged.Id), (put.Method, put.ActivityId));
        Assert.Contains("Phone call logged", put.CardOf().Lines());
        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task A_message_that_is_brought_back_is_no_edit()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, Line);
        var before = scene.Connector.Calls.Count;
        var undelete = scene.Alex.Edit((string)message["id"]!, "rang Friday's Café on Thursday");
        undelete["channelData"]!["eventType"] = "undeleteMessage";

        await scene.PostAsync(undelete);

        Assert.Equal(before, scene.Connector.Calls.Count);
    }

    [Fact]
    public async Task Leave_it_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, Line);
        var offer = await EditAsync(scene, message, "rang Friday's Café on Thursday");

        Assert.Equal(["Left as it was."], (await scene.PressAsync(offer.CardOf(), "Leave it")).CardOf().Lines());
        Assert.Equal(Channel.InPerson, Assert.Single(await scene.VisitsOfAlexAsync()).Channel);
        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task Another_employer_in_the_edited_line_is_said_to_need_undo()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, Line);
        var offer = await EditAsync(scene, message, "visited Two Rivers yesterday 3pm");

        Assert.Contains("The employer and the client of a visit can't be changed here.", (await scene.PressAsync(offer.CardOf(), "Change the visit")).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_a_line_whose_visit_was_undone_says_so()
    {
        await using var scene = await Scene.StartAsync();
        var (message, logged) = await SayAsync(scene, Line);
        await scene.PressAsync(logged.CardOf(), "Undo");

        Assert.StartsWith("That visit is no longer recorded", (await EditAsync(scene, message, "rang Friday's Café today")).Activity.Text, StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task An_edit_of_a_line_that_waits_reads_it_again()
    {
        await using var scene = await Scene.StartAsync();
        var (message, question) = await SayAsync(scene, "popped in to costwell yesterday");
        await EditAsync(scene, message, "popped in to costwell leeds yesterday");

        Assert.Contains("Visit logged", scene.Connector.Calls[^2].CardOf().Lines());
        Assert.Equal(("PUT", question.Id), (scene.Connector.Calls[^1].Method, scene.Connector.Calls[^1].ActivityId));
        Assert.Equal("Costwell Stores – Leeds", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
    }

    [Fact]
    public async Task An_edit_of_a_line_whose_question_was_answered_offers_the_change()
    {
        await using var scene = await Scene.StartAsync();
        var (message, question) = await SayAsync(scene, "popped in to costwell yesterday");
        await scene.PressAsync(question.CardOf(), "Costwell Stores – Leeds", cardId: question.Id);

        Assert.Contains("You changed that line", (await EditAsync(scene, message, "rang costwell yesterday")).CardOf().Lines());
    }

    [Fact]
    public async Task A_line_that_was_not_understood_counts_as_it_is_edited()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, "js12");
        var logged = await EditAsync(scene, message, "visited Two Rivers today with js12");

        Assert.Contains("Visit logged", logged.CardOf().Lines());
    }

    [Fact]
    public async Task An_edited_order_is_not_given_twice()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, "due");

        Assert.StartsWith("I acted on that message", (await EditAsync(scene, message, "overdue")).Activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_is_delivered_twice_is_answered_once_and_a_second_edit_again()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, Line);
        var edit = scene.Alex.Edit((string)message["id"]!, "rang Friday's Café today");
        await scene.PostAsync((JsonObject)edit.DeepClone());
        await scene.PostAsync((JsonObject)edit.DeepClone());
        Assert.Equal(2, scene.Connector.Calls.Count);

        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(scene, message, "rang Friday's Café yesterday");
        Assert.Equal(3, scene.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_deleted_line_offers_undo_in_one_tap()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, Line);
        await scene.PostAsync(scene.Alex.Delete((string)message["id"]!));
        var offer = scene.Connector.Calls[^1].CardOf();
        Assert.Equal("You deleted that line", offer.Lines()[0]);
        Assert.Single(await scene.VisitsOfAlexAsync());

        await scene.PressAsync(offer, "Undo");
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_deleted_line_that_waits_is_forgotten()
    {
        await using var scene = await Scene.StartAsync();
        var (message, question) = await SayAsync(scene, "popped in to costwell yesterday");
        await scene.PostAsync(scene.Alex.Delete((string)message["id"]!));

        Assert.Equal(("PUT", question.Id), (scene.Connector.Calls[^1].Method, scene.Connector.Calls[^1].ActivityId));
        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task A_deleted_line_of_which_nothing_is_recorded_is_passed_over()
    {
        await using var scene = await Scene.StartAsync();
        var (message, _) = await SayAsync(scene, "due");
        await scene.PostAsync(scene.Alex.Delete((string)message["id"]!));

        Assert.Single(scene.Connector.Calls);
    }

    private static async Task<(JsonObject Message, ConnectorCall Answer)> SayAsync(Scene scene, string text)
    {
        var message = scene.Alex.Message(text);
        await scene.PostAsync(message);
        return (message, scene.Connector.Calls[^1]);
    }

    private static async Task<ConnectorCall> EditAsync(Scene scene, JsonObject message, string text)
    {
        await scene.PostAsync(scene.Alex.Edit((string)message["id"]!, text));
        return scene.Connector.Calls[^1];
    }

    private static JsonObject Fields(JsonNode form) => new(
        new[] { "channel", "on", "at", "contact", "notes", "next", "nextDue" }.Select(id => KeyValuePair.Create(id, form.Field(id)!["value"]?.DeepClone())));
}
