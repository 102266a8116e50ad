using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class ArrivalTests
{
    [Fact]
    public async Task An_install_that_arrives_twice_is_welcomed_once()
    {
        await using var scene = await Scene.StartAsync();
        await Task.WhenAll(scene.PostAsync(scene.Alex.Installation("add")), scene.PostAsync(scene.Alex.MembersAdded()));
        await scene.PostAsync(scene.Alex.Installation("add"));

        var card = Assert.Single(scene.Connector.Calls).CardOf();
        Assert.Contains("Hello Alex", card.Lines());
        Assert.Contains("visited Friday's Café yesterday 3pm, spoke to the owner, next send CV Tues", card.Lines());
    }

    [Fact]
    public async Task A_group_is_not_greeted()
    {
        await using var scene = await Scene.StartAsync();
        var group = Group(scene);
        await scene.PostAsync(group.Installation("add"));
        await scene.PostAsync(group.MembersAdded());
        Assert.Empty(scene.Connector.Calls);
    }

    [Fact]
    public async Task In_a_group_the_bot_only_offers_to_go_on_in_private()
    {
        await using var scene = await Scene.StartAsync();
        var reply = await scene.SayAsync("visited Friday's Café today with JS12", Group(scene));
        Assert.StartsWith("I talk about visits and follow-ups in our one-to-one chat only", reply.Activity.Text, StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_stranger_learns_how_to_get_access_and_nothing_of_theirs_is_stored()
    {
        await using var scene = await Scene.StartAsync();
        var reply = await scene.SayAsync("visited Friday's Café today, secret words", scene.Stranger);

        Assert.Contains("give them this id: oid-stranger", reply.Activity.Text, StringComparison.Ordinal);
        Assert.Null(await scene.ReadAsync(s => s.Conversations.ConversationAsync("msteams", scene.Stranger.ConversationId)));
        var pressed = await scene.InvokeAsync(scene.Stranger.Execute("show-due", new JsonObject()));
        Assert.StartsWith("I don't know you yet", pressed.SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_works_for_everybody()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("help", scene.Stranger);
        Assert.Contains("What you can type", scene.Connector.Calls[0].CardOf().Lines());
        Assert.Contains("What you can type", (await scene.SayAsync("Help!")).CardOf().Lines());
    }

    [Fact]
    public async Task A_removal_ends_the_conversation_and_a_new_install_welcomes_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(scene.Alex.Installation("add"));
        await scene.PostAsync(scene.Alex.Installation("remove"));
        var stored = await scene.ReadAsync(s => s.Conversations.ConversationAsync("msteams", scene.Alex.ConversationId));
        Assert.Equal(Core.Conversations.ReferenceState.Dead, stored!.State);

        await scene.PostAsync(scene.Alex.Installation("add"));
        Assert.Equal(2, scene.Connector.Calls.Count);
    }

    [Fact]
    public async Task An_install_that_is_delivered_again_after_a_removal_welcomes_nobody()
    {
        await using var scene = await Scene.StartAsync();
        var install = scene.Alex.Installation("add");
        await scene.PostAsync(install);
        await scene.PostAsync(scene.Alex.Installation("remove"));

        using var again = await scene.PostAsync(install);

        Assert.Equal(System.Net.HttpStatusCode.OK, again.StatusCode);
        Assert.Single(scene.Connector.Calls);
        Assert.DoesNotContain(scene.Log.Lines, line => line.StartsWith("Turn failed", StringComparison.Ordinal));
    }

    private static TestSupport.TeamsActivities Group(Scene scene) => new(scene.Connector.ServiceUrl, scene.Clock) { ConversationId = "19:group", ConversationType = "groupChat" };
}
