using System.Net;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00a0\u200b")]
    public async Task Empty_text_gets_an_example(string text)
    {
        await using var scene = await Scene.StartAsync();
        var answer = (await scene.SayAsync(text)).Activity.Text;
        Assert.Contains("for example", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_characters_get_a_clear_sentence()
    {
        await using var scene = await Scene.StartAsync();
        var answer = (await scene.SayAsync("visited Friday's Café today " + new string('a', 100_000))).Activity.Text;
        Assert.StartsWith("That message has 100028 characters; I can read 4000.", answer, StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Theory]
    [InlineData("👍👍🎉")]
    [InlineData("'; DROP TABLE visits; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<b>visits</b>")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}} **bold** [link](https://example.org)")]
    public async Task What_is_not_understood_is_answered_and_logs_nothing(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(text);
        Assert.Single(scene.Connector.Calls);
        Assert.Empty(await scene.VisitsOfAlexAsync());
        Assert.Contains("Visit logged", (await scene.SayAsync("visited Friday's Café today")).CardOf().Lines());
    }

    [Fact]
    public async Task Markup_in_a_note_is_data()
    {
        await using var scene = await Scene.StartAsync();
        const string Note = "says <b>x</b> and **two** [here](https://example.org) '; DROP TABLE visits";
        var card = (await scene.SayAsync("visited Friday's Café today - " + Note)).CardOf();
        Assert.All(TextBlocks(card), text => Assert.DoesNotContain("**", text, StringComparison.Ordinal));
        Assert.Contains("Visit logged", card.Lines());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("audio/ogg")]
    [InlineData("application/vnd.microsoft.teams.file.download.info")]
    public async Task A_file_is_neither_fetched_nor_kept_and_the_answer_says_so(string contentType)
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(File(scene, "", contentType));
        Assert.StartsWith("I can't read pictures, voice clips or files", scene.Connector.Calls[^1].Activity.Text, StringComparison.Ordinal);
        Assert.Empty(scene.Connector.Strays);
    }

    [Fact]
    public async Task A_line_beside_a_picture_is_logged()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(File(scene, "visited Friday's Café today", "image/png"));
        Assert.Contains("Visit logged", scene.Connector.Calls[0].CardOf().Lines());
        Assert.StartsWith("I can't read pictures", scene.Connector.Calls[1].Activity.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "{\"id\":\"not-a-guid\"}")]
    [InlineData("done", "{}")]
    [InlineData("undo", "{\"step\":null}")]
    [InlineData("save-visit", "{\"visit\":\"00000000-0000-0000-0000-000000000001\"}")]
    [InlineData("launch-rockets", "{\"id\":[1,2]}")]
    public async Task A_forged_button_gets_a_sentence(string verb, string data)
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("no longer in use", (await scene.InvokeAsync(scene.Alex.Execute(verb, JsonNode.Parse(data), "card-1"))).SentenceOf(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "{\"id\":\"00000000-0000-7000-8000-000000000001\"}")]
    [InlineData("edit-visit", "{\"visit\":\"00000000-0000-7000-8000-000000000001\"}")]
    [InlineData("undo", "{\"step\":\"00000000-0000-7000-8000-000000000001\"}")]
    [InlineData("choose-employer", "{\"draft\":\"00000000-0000-7000-8000-000000000001\",\"employer\":\"00000000-0000-7000-8000-000000000002\"}")]
    public async Task A_stale_id_gets_a_sentence_and_changes_nothing(string verb, string data)
    {
        await using var scene = await Scene.StartAsync();
        var answer = await scene.InvokeAsync(scene.Alex.Execute(verb, JsonNode.Parse(data), "card-1"));
        Assert.Equal(200, (int)answer["statusCode"]!);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task Broken_JSON_is_400_too_long_a_body_413_and_an_unknown_type_is_taken_quietly()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await scene.PostRawAsync("{\"type\":\"message\","));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await scene.PostRawAsync(scene.Alex.Message(new string('a', 2_000_000)).ToJsonString()));
        using var unknown = await scene.PostAsync(scene.Alex.Create("somethingNew"));
        Assert.True(unknown.IsSuccessStatusCode);
        Assert.Empty(scene.Connector.Calls);
    }

    private static JsonObject File(Scene scene, string text, string contentType)
    {
        var activity = scene.Alex.Message(text);
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = contentType, ["contentUrl"] = scene.Connector.ServiceUrl + "file" });
        return activity;
    }

    private static IEnumerable<string> TextBlocks(JsonNode card) =>
        card["body"]!.AsArray().Where(part => (string?)part!["type"] == "TextBlock").Select(part => (string)part!["text"]!);
}
