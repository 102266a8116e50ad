using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Where people can be written to, how long that is believed, and who sees whom it fails for.</summary>
public sealed class ReachTests
{
    [Fact]
    public async Task A_lead_sees_who_of_the_team_has_no_chat_with_the_bot_and_why()
    {
        await using var scene = await Scene.StartAsync();
        var lead = await LeadAsync(scene, Role.TeamLead);
        await scene.SayAsync("help", scene.Noor);
        Assert.Equal(
            ["Not reachable in Teams yet", Texts.Get("ReachText"), "Alex Wilber · has not written to the bot yet", "Sam Patel · has not written to the bot yet"],
            (await scene.SayAsync("who is not reachable?", lead)).CardOf().Lines());

        await scene.SayAsync("help");
        await scene.SayAsync("help", scene.Sam);
        Assert.Contains("Everybody can be written to.", (await scene.SayAsync("not reachable", lead)).CardOf().Lines());
        await scene.PostAsync(scene.Sam.Installation("remove"));
        Assert.Contains("Sam Patel · removed the bot, Sat 21 Nov, 16:20", (await scene.SayAsync("not reachable", lead)).CardOf().Lines());
        scene.Connector.AnswerNext(ConnectorAnswer.Status(403, "BotNotInConversationRoster"));
        await scene.PostAsync(scene.Alex.Message("help"));
        Assert.Contains("Alex Wilber · blocked or removed the bot, Sat 21 Nov, 16:20 (403 BotNotInConversationRoster)", (await scene.SayAsync("not reachable", lead)).CardOf().Lines());
        await scene.PostAsync(scene.Sam.Installation("add"));
        await scene.SayAsync("help");
        Assert.Contains("Everybody can be written to.", (await scene.SayAsync("not reachable", lead)).CardOf().Lines());
    }

    [Fact]
    public async Task An_admin_sees_everybody_with_their_team_and_turns_pages()
    {
        await using var scene = await Scene.StartAsync();
        var admin = await LeadAsync(scene, Role.Admin);
        await PeopleAsync(scene, 20);
        var first = (await scene.SayAsync("not reachable", admin)).CardOf();
        Assert.Contains("Noor Ali · Bradford · has not written to the bot yet", first.Lines());
        Assert.Contains("1 to 15 of 23", first.Lines());
        var last = (await scene.PressAsync(first, "Next", person: admin)).CardOf();
        Assert.Contains("16 to 23 of 23", last.Lines());
        var fallback = CardText.Button(first, "Next")["fallback"]!["data"]!;
        using var submitted = await scene.PostAsync(admin.Submit(fallback.DeepClone(), "card-2"));
        Assert.Contains("16 to 23 of 23", scene.Connector.Calls[^1].CardOf().Lines());
        Assert.Equal(Texts.Get("AdminOnly"), (await scene.SayAsync("due", admin)).Activity.Text);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await using var scene = await Scene.StartAsync();
        Assert.DoesNotContain("Sam Patel", (await scene.SayAsync("not reachable")).Body, StringComparison.Ordinal);
        var answer = await scene.InvokeAsync(scene.Alex.Execute("show-unreachable", new JsonObject(), "card-1"));
        Assert.DoesNotContain("Sam Patel", answer.SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_spoke_to_the_bot_in_a_group_only_cannot_be_reached()
    {
        await using var scene = await Scene.StartAsync();
        var lead = await LeadAsync(scene, Role.TeamLead);
        await scene.SayAsync("help", scene.Sam);
        var inGroup = new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock) { ConversationType = "groupChat", ConversationId = "19:group" };
        await scene.SayAsync("help", inGroup);
        Assert.Contains("Alex Wilber · has not written to the bot yet", (await scene.SayAsync("not reachable", lead)).CardOf().Lines());
    }

    [Theory]
    [InlineData("the tenant")]
    [InlineData("the service address")]
    public async Task A_stored_reference_is_renewed_at_once_when_this_changes(string what)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("help");
        var other = what == "the tenant"
            ? new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock) { TenantId = "99999999-2222-3333-4444-555555555555" }
            : new TeamsActivities(scene.Connector.ServiceUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), scene.Clock);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("help", other);

        var (stored, reference) = await StoredAsync(scene, "a:personal-1");
        Assert.Equal((other.TenantId, other.ServiceUrl), (reference.Conversation?.TenantId, reference.ServiceUrl));
        Assert.Equal(Scene.Start.AddMinutes(1), stored.UpdatedAt);
    }

    [Fact]
    public async Task A_new_conversation_is_stored_at_once_and_an_unchanged_one_is_renewed_once_a_day()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("help");
        await scene.SayAsync("help", new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock) { ConversationId = "a:another" });
        Assert.Equal("a:another", (await StoredAsync(scene, "a:another")).Reference.Conversation?.Id);
        scene.Clock.Advance(TimeSpan.FromHours(23));
        await scene.SayAsync("help");
        Assert.Equal(Scene.Start, (await StoredAsync(scene, "a:personal-1")).Stored.UpdatedAt);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.SayAsync("help");
        Assert.Equal(Scene.Start.AddHours(24), (await StoredAsync(scene, "a:personal-1")).Stored.UpdatedAt);
    }

    private static async Task<(StoredConversation Stored, ConversationReference Reference)> StoredAsync(Scene scene, string conversationId)
    {
        var stored = (await scene.ReadAsync(s => s.Conversations.ConversationAsync("msteams", conversationId)))!;
        return (stored, JsonSerializer.Deserialize(stored.Reference, BotJson.Default.ConversationReference)!);
    }

    private static async Task<TeamsActivities> LeadAsync(Scene scene, Role role)
    {
        var alex = await scene.AlexRowAsync();
        var lead = new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock) { UserId = "29:lead", UserName = "Zoe Lead", AadObjectId = "oid-lead", ConversationId = "a:lead" };
        await scene.Store.WriteAsync(
            async s =>
            {
                await s.People.AddAsync(alex with { Id = scene.Ids.New(), ObjectId = "oid-lead", Name = "Zoe Lead", Role = role });
                return true;
            },
            TestContext.Current.CancellationToken);
        await scene.SayAsync("help", lead);
        return lead;
    }

    private static async Task PeopleAsync(Scene scene, int count)
    {
        var alex = await scene.AlexRowAsync();
        await scene.Store.WriteAsync(
            async s =>
            {
                foreach (var number in Enumerable.Range(1, count))
                    await s.People.AddAsync(alex with { Id = scene.Ids.New(), ObjectId = $"oid-{number}", Name = $"Person {number:00}" });
                await s.People.AddAsync(alex with { Id = scene.Ids.New(), ObjectId = "oid-gone", Name = "Gone Long", LeftOn = new DateOnly(2026, 11, 20) });
                return true;
            },
            TestContext.Current.CancellationToken);
    }
}
