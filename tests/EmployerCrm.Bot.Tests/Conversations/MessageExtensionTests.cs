using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>The search from the message box, until there is one.</summary>
public sealed class MessageExtensionTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_search_from_the_message_box_finds_nothing_and_says_so_as_Teams_expects_it()
    {
        foreach (var person in new[] { _scene.Alex, _scene.Stranger })
        {
            var answer = await _scene.InvokeAsync(Query(person));

            Assert.Equal("""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[]}}""", answer.ToJsonString());
        }

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

    private static JsonObject Query(TeamsActivities person) => person.Invoke(
        "composeExtension/query",
        new JsonObject { ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "name", ["value"] = "friday" }) });
}
