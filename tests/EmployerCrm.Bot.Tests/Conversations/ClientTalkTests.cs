using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What is typed about clients: seen, taken on, listed, out of a job, closed.</summary>
public sealed class ClientTalkTests
{
    [Fact]
    public async Task A_contact_with_a_client_is_recorded_by_one_tap_and_what_was_said_is_kept_nowhere()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("saw JS12 at work, all fine with the new tablets")).CardOf();
        Assert.Contains("Contact with JS12: in person, Sat 21 Nov, today", question.Lines());
        Assert.Empty(await ContactsAsync(scene, "JS12"));
        Assert.DoesNotContain("tablets", (await scene.SayAsync("drafts")).CardOf().ToJsonString(), StringComparison.Ordinal);

        var card = (await scene.PressAsync(question, "Record it")).CardOf();
        Assert.Equal(["Contact with a client recorded", "Client: JS12", "When: Sat 21 Nov, today", "How: In person"], card.Lines());
        Assert.Equal((new DateOnly(2026, 11, 21), Channel.InPerson), Assert.Single(await ContactsAsync(scene, "JS12")) is var one ? (one.On, one.Way) : default);
        Assert.Contains("finished or too old", (await scene.PressAsync(question, "Record it", cardId: "card-2")).SentenceOf(), StringComparison.Ordinal);
        await scene.PressAsync(card, "Undo", cardId: "card-3");
        Assert.Empty(await ContactsAsync(scene, "JS12"));
    }

    [Fact]
    public async Task Several_clients_are_recorded_at_once_by_a_yes()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("rang JS12 and KT45");
        await scene.SayAsync("yes");
        Assert.Equal(Channel.Phone, Assert.Single(await ContactsAsync(scene, "JS12")).Way);
        Assert.Equal(Channel.Phone, Assert.Single(await ContactsAsync(scene, "KT45")).Way);
        await scene.SayAsync("undo");
        Assert.Empty(await ContactsAsync(scene, "JS12"));
        Assert.Empty(await ContactsAsync(scene, "KT45"));
    }

    [Fact]
    public async Task A_client_who_did_not_come_was_not_contacted()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("You did not reach JS12", (await scene.SayAsync("rang JS12, no answer")).CardOf().Whole(), StringComparison.Ordinal);
        await scene.SayAsync("yes");
        Assert.Empty(await ContactsAsync(scene, "JS12"));
        Assert.Equal("see JS12", Assert.Single(await scene.OwedByAlexAsync()).Title);
    }

    [Fact]
    public async Task Another_way_is_one_tap_too()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("saw JS12")).CardOf();
        await scene.PressAsync(question, "Video");
        Assert.Equal(Channel.Video, Assert.Single(await ContactsAsync(scene, "JS12")).Way);
    }

    [Fact]
    public async Task A_forged_button_of_another_team_is_refused_as_unknown()
    {
        await using var scene = await Scene.StartAsync();
        var answer = await scene.InvokeAsync(scene.Noor.Execute("record-client-contact", new JsonObject { ["clients"] = "JS12", ["way"] = "InPerson", ["on"] = "2026-11-21" }));
        Assert.Contains("not one of your team's", answer.SentenceOf(), StringComparison.Ordinal);
        answer = await scene.InvokeAsync(scene.Noor.Execute("end-job", new JsonObject { ["client"] = "JS12", ["on"] = "2026-11-21" }));
        Assert.Contains("not one of your team's", answer.SentenceOf(), StringComparison.Ordinal);
        answer = await scene.InvokeAsync(scene.Noor.Execute("close-client", new JsonObject { ["client"] = "JS12", ["reason"] = "Other" }));
        Assert.Contains("not one of your team's", answer.SentenceOf(), StringComparison.Ordinal);
        answer = await scene.InvokeAsync(scene.Noor.Execute("open-client", new JsonObject { ["client"] = "JS12" }));
        Assert.Contains("not one of your team's", answer.SentenceOf(), StringComparison.Ordinal);
        Assert.Empty(await ContactsAsync(scene, "JS12"));
    }

    [Fact]
    public async Task The_end_of_a_job_is_recorded_and_why_is_said_by_a_tap()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var activity = scene.Alex.Message("JS12 lost the job, he was off sick too often");
        await scene.PostAsync(activity);
        await scene.PostAsync(activity);

        var card = scene.Connector.Calls[^2].CardOf();
        Assert.Equal(["Job end recorded", "Two Rivers Care Home", "Client: JS12", "Job: porter", "Ended: Sat 21 Nov, today"], card.Lines().Take(5));
        Assert.Contains("was not kept", scene.Connector.Calls[^1].Body!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sick", card.ToJsonString(), StringComparison.Ordinal);
        var why = (await scene.PressAsync(card, "Moved on to something better")).CardOf();
        Assert.Contains("Why: Moved on to something better", why.Lines());
        Assert.Equal((new DateOnly(2026, 11, 21), JobEndReason.MovedOnToBetter), Assert.Single(await JobsAsync(scene)) is var job ? (job.EndsOn, job.EndReason!.Value) : default);
    }

    [Fact]
    public async Task Of_two_jobs_the_one_that_ended_is_chosen()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("JS12 started at Friday's Café on 5 October as a cook");
        var question = (await scene.SayAsync("JS12 lost the job")).CardOf();
        Assert.Contains("Which job?", question.Lines());
        await scene.SayAsync("two rivers");
        Assert.Equal("Two Rivers Care Home", Assert.Single(await JobsAsync(scene), job => job.EndsOn is not null).EmployerName);
    }

    [Fact]
    public async Task A_job_that_is_not_recorded_cannot_end()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("No job of JS12 is recorded", (await scene.SayAsync("JS12 lost the job")).Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_client_gets_a_reference_after_the_programme_is_chosen()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("new client")).CardOf();
        Assert.Contains("WorkWell", question.Buttons());
        var card = (await scene.PressAsync(question, "WorkWell", new JsonObject { ["on"] = "2026-11-18" })).CardOf();
        Assert.Contains("Reference issued", card.Lines());
        Assert.Contains("Write it into the clinical record now: nobody else can link it to a person.", card.Lines());
        Assert.Contains("Entered: Wed 18 Nov", card.Lines());

        var form = (await scene.PressAsync(card, "Programme and job types")).CardOf();
        var saved = (await scene.PressAsync(form, "Save", new JsonObject { ["programme"] = "Job retention", ["jobTypes"] = "Retail,Care" })).CardOf();
        Assert.Contains("Programme: Job retention", saved.Lines());
        Assert.Contains("Preferred job types: Retail, Care", saved.Lines());
        Assert.Equal(4, (await MineAsync(scene)).Count);
    }

    [Fact]
    public async Task A_programme_that_is_named_settles_it_and_a_name_is_kept_nowhere()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("Programme: WorkWell", (await scene.SayAsync("new client workwell")).CardOf().Lines());
        await scene.SayAsync("new client Sarah Jones");
        Assert.All(scene.Connector.Calls, call => Assert.DoesNotContain("Sarah", call.Body!.ToString(), StringComparison.Ordinal));
        Assert.Contains("New client", scene.Connector.Calls[^2].CardOf().Lines());
        Assert.DoesNotContain("Sarah", (await scene.SayAsync("drafts")).CardOf().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_clients_lists_status_job_and_last_contact_and_nothing_of_another_team()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("saw KT45");
        await scene.SayAsync("yes");
        var card = (await scene.SayAsync("my clients")).CardOf();
        Assert.Contains("3 in all, 2 looking for work, 1 in work. Longest without contact first.", card.Lines());
        Assert.Contains("JS12 · in work · porter at Two Rivers Care Home", card.Lines());
        Assert.Contains("Last contact Sat 21 Nov, today, in person", card.Lines());
        Assert.Equal("KT45 · looking for work", card.Lines()[^2]);
        Assert.Contains("No client is recorded", (await scene.SayAsync("my clients", scene.Noor)).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_shows_what_is_owed_and_cancels_or_keeps_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("remind me to send the CV of JS12 on Monday");
        var why = (await scene.SayAsync("close JS12")).CardOf();
        var owed = (await scene.PressAsync(why, "Moved away")).CardOf();
        Assert.Contains("1 thing is still owed. Is it still to be done?", owed.Lines());
        Assert.Equal(ClientStatus.JobSearch, (await ClientAsync(scene, "JS12")).Status);

        var closed = (await scene.PressAsync(owed, "No, close and cancel")).CardOf();
        Assert.Contains("Record closed", closed.Lines());
        Assert.Empty(await scene.OwedByAlexAsync());
        Assert.Equal((ClientStatus.Closed, ClosingReason.MovedAway), await ClientAsync(scene, "JS12") is var client ? (client.Status, client.ClosingReason!.Value) : default);
        await scene.PressAsync(closed, "Undo");
        Assert.Single(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task In_a_group_none_of_it_is_answered()
    {
        await using var scene = await Scene.StartAsync();
        var group = new TestSupport.TeamsActivities(scene.Connector.ServiceUrl, scene.Clock) { ConversationType = "groupChat", ConversationId = "19:group" };
        foreach (var line in new[] { "my clients", "saw JS12 at work", "JS12 lost the job", "new client", "close JS12", "remind me to ring Two Rivers Mon" })
        {
            await scene.PostAsync(group.Message(line));
            Assert.DoesNotContain("JS12", scene.Connector.Calls[^1].Body!.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(await scene.OwedByAlexAsync());
        Assert.Equal(3, (await MineAsync(scene)).Count);
    }

    private static async Task<Client> ClientAsync(Scene scene, string reference)
    {
        var alex = await scene.AlexRowAsync();
        return (await scene.ReadAsync(session => session.Clients.OfTeamAsync(alex.TeamId, reference)))!;
    }

    private static async Task<IReadOnlyList<string>> MineAsync(Scene scene)
    {
        var alex = await scene.AlexRowAsync();
        return await scene.ReadAsync(session => session.Clients.OpenReferencesOfOwnerAsync(alex.Id));
    }

    private static async Task<IReadOnlyList<ClientContact>> ContactsAsync(Scene scene, string reference)
    {
        var client = await ClientAsync(scene, reference);
        return await scene.ReadAsync(session => session.ClientContacts.OfClientAsync(client.Id));
    }

    private static async Task<IReadOnlyList<PlacementSummary>> JobsAsync(Scene scene)
    {
        var client = await ClientAsync(scene, "JS12");
        return await scene.ReadAsync(session => session.Placements.OfClientAsync(client.Id));
    }
}
