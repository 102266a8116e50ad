using EmployerCrm.TestSupport;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Where others read along, an employer's public facts and nothing else.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData("Two Rivers")]
    [InlineData("show two rivers")]
    [InlineData("<at>Employer CRM</at> two rivers")]
    public async Task A_name_is_answered_with_name_and_town(string typed)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today, met Sarah Okafor, keen, next send CV Tues");
        var message = Group(scene).Message(typed);
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>Employer CRM</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Employer CRM" },
        });
        await scene.PostAsync(message);
        var card = scene.Connector.Calls[^1].CardOf();

        Assert.Equal(["Two Rivers Care Home", "Town: Castleford", "I tell no more than this where others read along. The rest is in our one-to-one chat."], card.Lines());
        Assert.DoesNotContain("Sarah", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_that_fit_are_named()
    {
        await using var scene = await Scene.StartAsync();
        var lines = (await scene.SayAsync("costwell", Group(scene))).CardOf().Lines();

        Assert.Contains(lines, line => line.Contains("Costwell Stores – Leeds", StringComparison.Ordinal) && line.Contains("Costwell Stores – Bradford", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("due")]
    [InlineData("my week")]
    [InlineData("undo")]
    [InlineData("drafts")]
    [InlineData("visit")]
    [InlineData("visited Two Rivers today with JS12")]
    [InlineData("visited Nowhere Ltd today")]
    [InlineData("JS12")]
    public async Task Everything_else_goes_on_in_private_and_nothing_is_stored(string typed)
    {
        await using var scene = await Scene.StartAsync();
        var reply = await scene.SayAsync(typed, Group(scene));

        Assert.StartsWith("I talk about visits and follow-ups in our one-to-one chat only", reply.Activity.Text, StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
        var alex = await scene.AlexRowAsync();
        Assert.Empty(await scene.ReadAsync(session => session.Conversations.DraftsOfAsync(alex.Id, Scene.Start)));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_in_a_group()
    {
        await using var scene = await Scene.StartAsync();
        var reply = await scene.SayAsync("Two Rivers", new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock)
        {
            AadObjectId = "oid-stranger", ConversationId = "19:group", ConversationType = "groupChat",
        });

        Assert.StartsWith("I talk about visits", reply.Activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_or_deletion_in_a_group_is_passed_over()
    {
        await using var scene = await Scene.StartAsync();
        var group = Group(scene);
        await scene.PostAsync(group.Edit("m-1", "visited Two Rivers today"));
        await scene.PostAsync(group.Delete("m-1"));

        Assert.Empty(scene.Connector.Calls);
    }

    private static TeamsActivities Group(Scene scene) => new(scene.Connector.ServiceUrl, scene.Clock) { ConversationId = "19:group", ConversationType = "groupChat" };
}
