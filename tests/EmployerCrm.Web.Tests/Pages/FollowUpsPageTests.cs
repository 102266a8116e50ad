using System.Net;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>The list of everything that is owed, and the page of one thing.</summary>
public sealed class FollowUpsPageTests
{
    [Fact]
    public async Task The_address_narrows_the_list_and_what_it_cannot_mean_is_said()
    {
        await using var host = await PagesHost.StartAsync();
        await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today.AddDays(-1));
        await host.OweAsync(host.Bea, "send the guide", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        var all = (await visitor.GetAsync("/follow-ups")).Text;
        Assert.Contains("Ring Dorota back", all, StringComparison.Ordinal);
        Assert.Contains("Send the guide", all, StringComparison.Ordinal);
        var late = (await visitor.GetAsync($"/follow-ups?bucket=overdue&kind=promise&employer={host.TwoRivers.Id}")).Text;
        Assert.Contains("Ring Dorota back", late, StringComparison.Ordinal);
        Assert.DoesNotContain("Send the guide", late, StringComparison.Ordinal);
        Assert.Contains("Nothing open fits", (await visitor.GetAsync("/follow-ups?kind=reminder")).Text, StringComparison.Ordinal);
        var wrong = await visitor.GetAsync("/follow-ups?bucket=7&kind=nonsense&employer=x&person=y&page=-3");
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("could not be read and was left out.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Send the guide", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_looks_at_each_person_and_the_team_and_nobody_else_does()
    {
        await using var host = await PagesHost.StartAsync();
        await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today);
        await host.OweAsync(host.Lea, "write the report", host.Clock.Today);
        await host.OweAsync(host.Wim, "a thing of another team", host.Clock.Today);
        using var lead = await host.SignedInAsync(host.Lea);
        using var specialist = await host.SignedInAsync(host.Bea);
        using var admin = await host.SignedInAsync(host.Cal);

        var team = (await lead.GetAsync("/follow-ups?person=team")).Text;
        Assert.Contains("Ring Dorota back", team, StringComparison.Ordinal);
        Assert.Contains("Write the report", team, StringComparison.Ordinal);
        Assert.DoesNotContain("another team", team, StringComparison.Ordinal);
        var one = (await lead.GetAsync($"/follow-ups?person={host.Bea.Id}")).Text;
        Assert.Contains("Follow-ups of Bea Hart", one, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the report", one, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync($"/follow-ups?person={host.Wim.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/follow-ups?person=team")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"/follow-ups?person={host.Lea.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/follow-ups")).Status);
    }

    [Fact]
    public async Task What_is_done_on_the_list_leads_back_to_the_same_part_of_it_and_so_does_taking_it_back()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today.AddDays(-1));
        using var visitor = await host.SignedInAsync(host.Bea);
        var page = "/follow-ups?bucket=overdue";

        var done = await visitor.SubmitAsync(page, $"/due/{owed.Id}/done", ("back", page));
        Assert.StartsWith("/follow-ups?bucket=overdue&said=Done&undo=", done.To, StringComparison.Ordinal);
        Assert.Contains("/log?followUp=" + owed.Id, (await visitor.GetAsync(done.To!)).Text, StringComparison.Ordinal);
        var undone = await visitor.SubmitAsync(done.To!, "/undo");
        Assert.StartsWith("/follow-ups?", undone.To, StringComparison.Ordinal);
        Assert.EndsWith("said=Undone", undone.To, StringComparison.Ordinal);
        Assert.StartsWith("/?said=Done", (await visitor.SubmitAsync(page, $"/due/{owed.Id}/done", ("back", "//evil.example/"))).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_often_something_was_put_off_is_shown_and_once_too_often_is_refused_with_what_to_do()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);
        for (var time = 1; time <= 3; time++)
            Assert.Contains("said=Snoozed", (await visitor.SubmitAsync("/follow-ups", $"/due/{owed.Id}/snooze", ("until", Iso(host.Clock.Today.AddDays(time))))).To, StringComparison.Ordinal);

        var page = (await visitor.GetAsync("/follow-ups")).Text;
        Assert.Contains("put off 3 of 3 times", page, StringComparison.Ordinal);
        Assert.Contains("Do it, give it to a colleague, or write beside it", page, StringComparison.Ordinal);
        var refused = await visitor.SubmitAsync("/follow-ups", $"/due/{owed.Id}/snooze", ("until", Iso(host.Clock.Today.AddDays(9))), ("back", "/follow-ups"));
        Assert.Equal("/follow-ups?problem=SnoozedTooOften", refused.To);
        Assert.Contains("so its day did not change", (await visitor.GetAsync(refused.To!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_one_tells_its_story_and_takes_comments_through_the_guard()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);
        var (page, form) = ($"/follow-ups/{owed.Id}", $"/follow-ups/{owed.Id}/comment");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(page, form, ("comment", " "))).Status);
        var asked = await visitor.SubmitAsync(page, form, ("comment", "JS12 is back on clozapine since the relapse"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("back on clozapine", asked.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"guardFound\"", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync(session => session.FollowUps.CommentsAsync(owed.Id)));

        var said = await visitor.SubmitAsync(page, form, ("comment", "Dorota is away until Monday."));
        Assert.Equal($"{page}?said=FollowUpCommented#main", said.To);
        await visitor.SubmitAsync(page, $"/due/{owed.Id}/snooze", ("until", Iso(host.Clock.Today.AddDays(4))), ("back", page));
        var given = await visitor.SubmitAsync(page, $"/follow-ups/{owed.Id}/give", ("to", host.Lea.Id.ToString()), ("back", page));
        Assert.StartsWith($"{page}?said=FollowUpGiven&undo=", given.To, StringComparison.Ordinal);
        var shown = (await visitor.GetAsync(page)).Text;
        foreach (var part in new[] { "Dorota is away until Monday.", "Given to Lea Stone", "Put off to", "Lea Stone", "put off 1 of 3 times" })
            Assert.Contains(part, shown, StringComparison.Ordinal);
        Assert.Equal($"{page}?problem=NobodyToTakeOver", (await visitor.SubmitAsync(page, $"/follow-ups/{owed.Id}/give", ("to", host.Wim.Id.ToString()), ("back", page))).To);
    }

    [Fact]
    public async Task A_step_of_in_work_support_names_its_schedule_its_client_and_the_contact_that_did_it()
    {
        await using var host = await PagesHost.StartAsync();
        var (today, actor) = (host.Clock.Today, Actor.For(host.Bea, Via.Web));
        var start = new RecordJobStart { ClientReference = "JS12", EmployerId = host.TwoRivers.Id, StartsOn = today.AddDays(-3) };
        await host.Service<JobStarts>().RecordAsync(actor, start, null, TestContext.Current.CancellationToken);
        var client = (await host.ReadAsync(session => session.Clients.OfTeamAsync(host.Aire.Id, "JS12")))!;
        var step = (await host.ReadAsync(session => session.FollowUps.OpenStepsOfClientAsync(client.Id))).First(row => row.StepKey == "first-month");
        using var visitor = await host.SignedInAsync(host.Bea);

        var list = (await visitor.GetAsync("/follow-ups?kind=clientcontact")).Text;
        Assert.Contains($"href=\"/clients/{client.Id}\"", list, StringComparison.Ordinal);
        Assert.Contains("In person", list, StringComparison.Ordinal);
        var page = (await visitor.GetAsync($"/follow-ups/{step.Id}")).Text;
        foreach (var part in new[] { "A step of in-work support: Weekly meeting in the first month.", "IPS contact schedule, for the job at Two Rivers Care Home since", "then every week until 1 month after the first day at work", "JS12" })
            Assert.Contains(part, page, StringComparison.Ordinal);

        await host.Service<ClientContacts>().RecordAsync(actor, new RecordClientContacts { References = ["JS12"], On = today, Way = Channel.InPerson }, null, TestContext.Current.CancellationToken);
        Assert.Contains("Done by a contact that Bea Hart recorded for", (await visitor.GetAsync($"/follow-ups/{step.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_teams_follow_up_is_not_shown_commented_or_given()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Wim, "a thing of another team", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/follow-ups/{owed.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SubmitAsync("/follow-ups", $"/follow-ups/{owed.Id}/comment", ("comment", "hello"))).Status);
        Assert.Contains("problem=NotAllowed", (await visitor.SubmitAsync("/follow-ups", $"/follow-ups/{owed.Id}/give", ("to", host.Bea.Id.ToString()))).To, StringComparison.Ordinal);
        Assert.Equal(host.Wim.Id, (await host.ReadAsync(session => session.FollowUps.FollowUpAsync(owed.Id)))!.OwnerId);
    }

    [Fact]
    public async Task My_day_shows_the_beginning_of_what_is_later_and_leads_to_all_of_it()
    {
        await using var host = await PagesHost.StartAsync();
        for (var number = 1; number <= 8; number++)
            await host.OweAsync(host.Bea, $"later thing {number}", host.Clock.Today.AddDays(20 + number));
        using var visitor = await host.SignedInAsync(host.Bea);

        var page = (await visitor.GetAsync("/")).Text;

        Assert.Contains("Later thing 5", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Later thing 6", page, StringComparison.Ordinal);
        Assert.Contains("and 3 more", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/follow-ups?bucket=later\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/follow-ups\"", page, StringComparison.Ordinal);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");
}
