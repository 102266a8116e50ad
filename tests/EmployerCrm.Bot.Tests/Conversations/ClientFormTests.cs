using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Contacts with clients, stepping down, closing and opening again, by forms and by lines.</summary>
public sealed class ClientFormTests
{
    [Fact]
    public async Task Contacts_with_several_clients_are_recorded_by_a_form()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.PressAsync((await scene.SayAsync("my clients")).CardOf(), "Record a contact")).CardOf();
        Assert.Equal("2026-11-21", (string?)form.Field("on")!["value"]);

        var card = (await scene.PressAsync(form, "Record it", new JsonObject { ["clients"] = "JS12,KT45", ["way"] = "Phone", ["on"] = "2026-11-20" })).CardOf();

        Assert.Contains("Clients: JS12, KT45", card.Lines());
        var contact = Assert.Single(await scene.ReadAsync(async session => await session.ClientContacts.OfClientAsync((await ClientAsync(session, scene, "KT45")).Id)));
        Assert.Equal((new DateOnly(2026, 11, 20), Channel.Phone), (contact.On, contact.Way));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_in_the_form_and_what_was_filled_in_stays()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("client contact")).CardOf();

        var missing = (await scene.PressAsync(form, "Record it", new JsonObject { ["clients"] = "", ["way"] = "Phone", ["on"] = "2026-11-20" })).CardOf();
        Assert.Contains("Choose a client.", missing.Lines());
        Assert.Equal("Phone", (string?)missing.Field("way")!["value"]);
        var future = (await scene.PressAsync(form, "Record it", new JsonObject { ["clients"] = "JS12", ["way"] = "Phone", ["on"] = "2026-11-29" })).CardOf();
        Assert.Equal("JS12", (string?)future.Field("clients")!["value"]);
        Assert.Empty(await scene.ReadAsync(async session => await session.ClientContacts.OfClientAsync((await ClientAsync(session, scene, "JS12")).Id)));
    }

    [Fact]
    public async Task A_client_is_closed_by_a_form_and_opened_again_after_the_undo_is_gone()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("close client")).CardOf();

        var closed = (await scene.PressAsync(form, "Save", new JsonObject { ["client"] = "JS12", ["ending"] = "MovedAway", ["on"] = "2026-11-20", ["owed"] = "keep" })).CardOf();
        Assert.Contains("Record closed", closed.Lines());
        Assert.Equal(new DateOnly(2026, 11, 20), (await scene.ReadAsync(session => ClientAsync(session, scene, "JS12"))).ClosedOn);

        var again = (await scene.SayAsync("close JS12")).CardOf();
        Assert.Contains("Status: looking for work", (await scene.PressAsync(again, "Open the record again")).CardOf().Lines());
        Assert.Equal(ClientStatus.JobSearch, (await scene.ReadAsync(session => ClientAsync(session, scene, "JS12"))).Status);
    }

    [Fact]
    public async Task A_step_down_is_a_decision_that_is_confirmed_and_can_be_taken_back()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var question = (await scene.SayAsync("JS12 stepped down")).CardOf();
        Assert.Contains("In work at Two Rivers Care Home for 7 weeks; the job stays as it is.", question.Lines());
        Assert.Equal(ClientStatus.JobSearch, (await scene.ReadAsync(session => ClientAsync(session, scene, "JS12"))).Status);
        await scene.SayAsync("yes");
        Assert.Equal((ClientStatus.SteppedDown, new DateOnly(2026, 11, 21)), await scene.ReadAsync(session => ClientAsync(session, scene, "JS12")) is var client ? (client.Status, client.SteppedDownOn!.Value) : default);
        Assert.Contains("JS12 · stepped down · porter at Two Rivers Care Home", (await scene.SayAsync("my clients")).CardOf().Lines());

        var already = (await scene.SayAsync("JS12 stepped down")).CardOf();
        Assert.Contains("Status: in work", (await scene.PressAsync(already, "Take up support again")).CardOf().Lines());
        Assert.Contains("is again as before", (await scene.SayAsync("undo")).Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_owed_is_shown_before_a_step_down_and_kept_or_cancelled()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("remind me to send the payslip of JS12 on Monday");

        var question = (await scene.SayAsync("JS12 stepped down")).CardOf();
        Assert.Contains("1 thing is still owed. A step-down is for when nothing is open.", question.Lines());
        var done = (await scene.PressAsync(question, "Yes, and cancel what is owed")).CardOf();
        Assert.Contains("1 follow-up is no longer owed.", done.Lines());
        Assert.Empty(await scene.OwedByAlexAsync());
        await scene.PressAsync(done, "Undo");
        Assert.Contains(await scene.OwedByAlexAsync(), owed => owed.Title.Contains("payslip", StringComparison.Ordinal));
        Assert.Equal(3, (await scene.OwedByAlexAsync()).Count);
    }

    [Fact]
    public async Task Who_is_not_in_work_cannot_step_down_by_line_or_form()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("Only somebody who is in work can step down", (await scene.SayAsync("JS12 stepped down")).Body!.ToString(), StringComparison.Ordinal);
        var form = (await scene.SayAsync("step down")).CardOf();

        var refused = (await scene.PressAsync(form, "Save", new JsonObject { ["client"] = "JS12", ["ending"] = "StepDown", ["on"] = "2026-11-20", ["owed"] = "keep" })).CardOf();

        Assert.Contains(refused.Lines(), line => line.Contains("no job of JS12 is recorded", StringComparison.Ordinal));
        Assert.Equal("StepDown", (string?)refused.Field("ending")!["value"]);
    }

    [Fact]
    public async Task A_forged_form_of_another_team_is_refused_as_unknown()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var (verb, data) in new[]
        {
            ("step-down", new JsonObject { ["client"] = "JS12" }),
            ("reopen-client", new JsonObject { ["client"] = "JS12" }),
            ("save-contact-form", new JsonObject { ["clients"] = "JS12", ["way"] = "Phone", ["on"] = "2026-11-20" }),
            ("save-end-form", new JsonObject { ["client"] = "JS12", ["ending"] = "StepDown", ["on"] = "2026-11-20" }),
        })
        {
            Assert.Contains("not one of your team's", (await scene.InvokeAsync(scene.Noor.Execute(verb, data))).ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Equal(ClientStatus.JobSearch, (await scene.ReadAsync(session => ClientAsync(session, scene, "JS12"))).Status);
    }

    private static async Task<Client> ClientAsync(Core.ICrmSession session, Scene scene, string reference)
    {
        var alex = (await session.People.SpecialistWithObjectIdAsync(scene.Alex.AadObjectId))!;
        return (await session.Clients.OfTeamAsync(alex.TeamId, reference))!;
    }
}
