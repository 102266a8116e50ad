using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>The search from the message box: public facts about employers, for the people of the service.</summary>
public sealed class MessageExtensionTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_name_with_a_slip_finds_its_employer_with_public_facts_only()
    {
        await _scene.SayAsync("visited Friday's Café yesterday, wants Saturday staff");

        var found = Assert.Single(Attachments(await _scene.InvokeAsync(Query(_scene.Noor, "frydays cafe"))));

        Assert.Equal(("application/vnd.microsoft.card.thumbnail", "Friday's Café", "Otley"), ((string?)found["preview"]!["contentType"], (string?)found["preview"]!["content"]!["title"], (string?)found["preview"]!["content"]!["text"]));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)found["contentType"]);
        var card = found["content"]!;
        Assert.Contains("Town: Otley", card.Lines());
        foreach (var secret in new[] { "Marta", "Saturday staff", "Alex", "last" })
            Assert.DoesNotContain(secret, found.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(card.Buttons());
    }

    [Fact]
    public async Task Before_anything_is_typed_the_persons_own_last_employers_are_offered()
    {
        await _scene.SayAsync("visited Two Rivers on Monday");
        await _scene.SayAsync("visited Friday's Café yesterday");

        Assert.Equal(["Friday's Café", "Two Rivers Care Home"], Attachments(await _scene.InvokeAsync(Query(_scene.Alex, null))).Select(found => (string?)found["preview"]!["content"]!["title"]));
    }

    [Theory]
    [InlineData("xqzv")]
    [InlineData("<script>alert(1)</script>")]
    public async Task What_nobody_is_called_finds_nothing(string typed) => Assert.Empty(Attachments(await _scene.InvokeAsync(Query(_scene.Alex, typed))));

    [Fact]
    public async Task A_very_long_search_is_answered() => Assert.NotNull(Attachments(await _scene.InvokeAsync(Query(_scene.Alex, string.Concat(Enumerable.Repeat("friday ", 1_500))))));

    [Fact]
    public async Task A_stranger_finds_nothing_and_the_answer_is_as_Teams_expects_it()
    {
        var answer = await _scene.InvokeAsync(Query(_scene.Stranger, "friday"));

        Assert.Equal("""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[]}}""", answer.ToJsonString());
        Assert.Empty(_scene.Connector.Calls);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("signin/verifyState")]
    [InlineData("signin/tokenExchange")]
    public async Task What_the_bot_does_not_do_is_answered_501(string name)
    {
        using var answer = await _scene.PostAsync(_scene.Alex.Invoke(name, new JsonObject()));

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    private static IReadOnlyList<JsonNode> Attachments(JsonNode answer) => [.. answer["composeExtension"]!["attachments"]!.AsArray().OfType<JsonNode>()];

    private static JsonObject Query(TeamsActivities person, string? typed) => person.Invoke(
        "composeExtension/query",
        new JsonObject
        {
            ["commandId"] = "find",
            ["parameters"] = new JsonArray(typed is null ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" } : new JsonObject { ["name"] = "name", ["value"] = typed }),
        });
}
