using System.Text.Json.Nodes;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Follow-ups that are given to a colleague, written beside, handed over; and the team lead's list.</summary>
public sealed class FollowUpTalkTests
{
    [Fact]
    public async Task One_thing_is_given_to_a_colleague_by_its_number_and_taken_back()
    {
        await using var scene = await Scene.StartAsync();
        await TwoThingsAsync(scene);

        var given = (await scene.SayAsync("give 2 to Sam")).CardOf();
        Assert.Contains("Send CV is now Sam Patel's.", given.Lines());
        Assert.Equal(["Ring Barry"], (await scene.OwedByAlexAsync()).Select(owed => owed.Title), StringComparer.OrdinalIgnoreCase);
        Assert.Contains("Send CV", (await scene.SayAsync("due", scene.Sam)).CardOf().Whole(), StringComparison.Ordinal);

        await scene.PressAsync(given, "Undo");
        Assert.Equal(2, (await scene.OwedByAlexAsync()).Count);
    }

    [Fact]
    public async Task Nobody_of_that_name_or_no_such_number_is_said_and_nothing_changes()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("due", (await scene.SayAsync("give 2 to Sam")).Said(), StringComparison.Ordinal);
        await TwoThingsAsync(scene);
        Assert.Equal("I don't find a colleague of that name in your team. In your team: Alex Wilber, Sam Patel.", (await scene.SayAsync("give 2 to Noor")).Said());
        Assert.Contains("7", (await scene.SayAsync("give 7 to Sam")).Said(), StringComparison.Ordinal);
        Assert.Equal("Name a colleague of the same team who takes over.", (await scene.SayAsync("give 2 to Alex")).Said());
        Assert.Equal(2, (await scene.OwedByAlexAsync()).Count);
    }

    [Fact]
    public async Task A_comment_is_written_beside_it_and_stands_in_its_history_where_it_can_be_given_too()
    {
        await using var scene = await Scene.StartAsync();
        await TwoThingsAsync(scene);
        Assert.Equal("Written beside: Ring Barry", (await scene.SayAsync("comment 1 rang, no answer")).Said());
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var history = (await scene.SayAsync("history 1")).CardOf();
        Assert.Contains("• Sat 21 Nov, 16:22 · Alex Wilber: wrote", history.Lines());
        Assert.Contains("rang, no answer", history.Lines());

        var missing = (await scene.PressAsync(history, "Give it", new JsonObject { ["to"] = "" })).CardOf();
        Assert.Contains("Choose a colleague to give it to.", missing.Lines());
        var sam = (string)history.Field("to")!["choices"]![0]!["value"]!;
        var given = (await scene.PressAsync(missing, "Give it", new JsonObject { ["to"] = sam })).CardOf();
        Assert.Contains("Ring Barry is now Sam Patel's.", given.Lines());
    }

    [Fact]
    public async Task Beside_a_clients_reference_the_history_says_who_wrote_and_never_what()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter");
        await scene.SayAsync("due");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("comment 1 shall I go on Friday?");
        var history = (await scene.SayAsync("history 1")).CardOf();
        Assert.Contains(history.Lines(), line => line.StartsWith("Client: JS12", StringComparison.Ordinal));
        Assert.Contains(history.Lines(), line => line.EndsWith("wrote something beside it (on the pages)", StringComparison.Ordinal));
        Assert.DoesNotContain("Friday?", history.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_tells_of_health_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        await TwoThingsAsync(scene);
        var asked = (await scene.SayAsync("comment 1 he is back on clozapine")).CardOf();
        Assert.Contains("clozapine", asked.Whole(), StringComparison.Ordinal);
        Assert.False(await scene.StoreHoldsAsync("clozapine"));
    }

    [Fact]
    public async Task Everything_of_somebody_is_shown_and_then_handed_over_by_the_lead_and_can_be_taken_back()
    {
        await using var scene = await Scene.StartAsync();
        var lead = await LeadAsync(scene);
        await TwoThingsAsync(scene);

        var preview = (await scene.SayAsync("give all of Alex's to Sam", lead)).CardOf();
        Assert.Contains("2 open from Alex Wilber to Sam Patel. Nothing has been changed yet.", preview.Lines());
        Assert.Equal(2, (await scene.OwedByAlexAsync()).Count);
        var given = (await scene.PressAsync(preview, "Give all to Sam Patel", person: lead)).CardOf();
        Assert.Contains("2 things are now Sam Patel's.", given.Lines());
        Assert.Empty(await scene.OwedByAlexAsync());
        await scene.PressAsync(given, "Undo", person: lead);
        Assert.Equal(2, (await scene.OwedByAlexAsync()).Count);

        Assert.Equal("Only the team lead hands over for somebody else. For yourself, type: give all mine to Megan", (await scene.SayAsync("give all of Sam's to Alex")).Said());
        var mine = (await scene.SayAsync("give everything of mine until Tuesday to Sam")).CardOf();
        Assert.Contains("1 open from Alex Wilber to Sam Patel, due by Tue 24 Nov. Nothing has been changed yet.", mine.Lines());
    }

    [Fact]
    public async Task The_lead_sees_what_is_overdue_in_the_team_for_too_long_and_opens_it()
    {
        await using var scene = await Scene.StartAsync();
        var lead = await LeadAsync(scene);
        await TwoThingsAsync(scene);
        Assert.Contains("Nothing in the team has been overdue for too long.", (await scene.SayAsync("overdue in my team", lead)).CardOf().Lines());
        scene.Clock.Advance(TimeSpan.FromDays(14));

        var list = (await scene.SayAsync("escalated", lead)).CardOf();
        Assert.Contains("2 things have been overdue for too long, the longest first.", list.Lines());
        Assert.Contains(list.Lines(), line => line.StartsWith("Alex Wilber", StringComparison.Ordinal));
        var opened = (await scene.PressAsync(list, "Open", person: lead)).CardOf();
        Assert.Contains("Owed by: Alex Wilber", opened.Lines());
        Assert.Equal("That list is the team lead's. Type due to see what you owe.", (await scene.SayAsync("overdue in my team")).Said());
    }

    private static async Task TwoThingsAsync(Scene scene)
    {
        await scene.SayAsync("remind me to ring Barry on Monday");
        await scene.SayAsync("remind me to send CV on Wednesday");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("due");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<TeamsActivities> LeadAsync(Scene scene)
    {
        var lead = new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock) { UserId = "29:meera", UserName = "Meera Chauhan", AadObjectId = "oid-meera", ConversationId = "a:personal-9" };
        var team = (await scene.AlexRowAsync()).TeamId;
        await scene.Store.WriteAsync(
            async session =>
            {
                await session.People.AddAsync(new Specialist { Id = scene.Ids.New(), ObjectId = lead.AadObjectId, Name = lead.UserName, TeamId = team, Role = Role.TeamLead, WeeklyTarget = 2 });
                return true;
            },
            TestContext.Current.CancellationToken);
        return lead;
    }
}
