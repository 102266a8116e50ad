using System.Net;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class ClientPageTests
{
    [Fact]
    public async Task The_schedule_stands_there_with_what_is_owed_what_was_done_and_why()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var job = await host.StartJobAsync("JS12", host.Clock.Today, "Cleaner");
        var page = $"/clients/{(await host.ClientAsync("JS12")).Id}";

        var before = (await bea.GetAsync(page)).Text;
        var saved = await bea.SubmitAsync(page, page + "/contact", ("on", Iso(host.Clock.Today)), ("way", "InPerson"));
        var after = (await bea.GetAsync(saved.To!)).Text;

        Assert.Contains("counted from the first day", before, StringComparison.Ordinal);
        Assert.Contains("So no check-in with this employer is planned", before, StringComparison.Ordinal);
        Assert.Contains($"{page}/permissions", before, StringComparison.Ordinal);
        Assert.Contains($"{page}/care-team", before, StringComparison.Ordinal);
        Assert.Contains("Did: Be in touch after the first day", after, StringComparison.Ordinal);
        Assert.Contains("Monthly contact", after, StringComparison.Ordinal);
        Assert.Equal(FollowUpState.Done, (await host.StepsAsync(job)).Single(step => step.StepKey == "after-start").State);
    }

    [Fact]
    public async Task What_the_programme_asks_for_stands_there_where_it_asks_for_anything()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await host.AddClientAsync("KM47", "Connect to Work");

        Assert.Contains("id=\"milestones\"", (await bea.GetAsync($"/clients/{(await host.ClientAsync("KM47")).Id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"milestones\"", (await bea.GetAsync($"/clients/{(await host.ClientAsync("JS12")).Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_teams_page_and_one_that_is_not_there_answer_the_same()
    {
        await using var host = await PagesHost.StartAsync();
        using var wim = await host.SignedInAsync(host.Wim);
        using var cal = await host.SignedInAsync(host.Cal);
        var page = $"/clients/{(await host.ClientAsync("JS12")).Id}";

        var theirs = await wim.GetAsync(page);

        Assert.Equal(HttpStatusCode.Forbidden, theirs.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await wim.GetAsync("/clients/019a0000-0000-7000-8000-00000000abcd")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await cal.GetAsync(page)).Status);
        Assert.DoesNotContain("JS12", theirs.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await wim.GetAsync("/clients/JS12")).Status);
    }

    [Fact]
    public async Task Stepping_down_shows_what_ends_and_can_be_taken_up_again()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var job = await host.StartJobAsync("JS12", host.Clock.Today.AddDays(-3));
        var page = $"/clients/{(await host.ClientAsync("JS12")).Id}";

        var asked = (await bea.GetAsync(page + "/step-down")).Text;
        var saved = await bea.PostAsync(page + "/step-down", [.. Fields.Of(asked)]);

        Assert.Contains("Monthly contact", asked, StringComparison.Ordinal);
        Assert.StartsWith($"{page}?said=ClientSteppedDown&undo=", saved.To, StringComparison.Ordinal);
        Assert.Contains("no longer owed", (await bea.GetAsync(saved.To!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await host.StepsAsync(job), step => step.State == FollowUpState.Open);
        Assert.Equal($"{page}?problem=NotInWork", (await bea.GetAsync(page + "/step-down")).To);
        var reopened = await bea.SubmitAsync(page, page + "/reopen");
        Assert.StartsWith($"{page}?said=ClientReopened&undo=", reopened.To, StringComparison.Ordinal);
        Assert.Contains(await host.StepsAsync(job), step => step.State == FollowUpState.Open);
    }

    [Fact]
    public async Task A_record_is_closed_with_a_reason_and_undo_opens_it_again()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var page = $"/clients/{(await host.ClientAsync("JS12")).Id}";

        var refused = await bea.SubmitAsync(page + "/close", page + "/close", ("on", Iso(host.Clock.Today)), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"reason-problem\"", refused.Text, StringComparison.Ordinal);
        var early = await bea.SubmitAsync(page + "/close", page + "/close", ("on", Iso(host.Clock.Today.AddDays(-90))), ("reason", "MovedAway"));
        Assert.Contains("id=\"on-problem\"", early.Text, StringComparison.Ordinal);
        var closed = await bea.SubmitAsync(page + "/close", page + "/close", ("on", Iso(host.Clock.Today)), ("reason", "MovedAway"));

        Assert.StartsWith($"{page}?said=ClientClosed&undo=", closed.To, StringComparison.Ordinal);
        Assert.Equal((ClientStatus.Closed, ClosingReason.MovedAway), ((await host.ClientAsync("JS12")).Status, (await host.ClientAsync("JS12")).ClosingReason!.Value));
        Assert.Contains("Take up again", (await bea.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.GetAsync(page + "/jobs/new")).Status);
        var undone = await bea.SubmitAsync(closed.To!, "/undo", ("step", closed.To!.Split("undo=")[1]));
        Assert.Equal($"{page}?said=Undone", undone.To);
        Assert.Equal(ClientStatus.JobSearch, (await host.ClientAsync("JS12")).Status);
    }

    [Fact]
    public async Task What_two_people_change_of_a_client_is_told()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        var edit = $"/clients/{(await host.ClientAsync("JS12")).Id}/edit";
        var mine = Fields.With(Fields.Of((await bea.GetAsync(edit)).Text), ("programme", "WorkWell"));
        await lea.PostAsync(edit, Fields.With(Fields.Of((await lea.GetAsync(edit)).Text), ("job-types", "Care")));

        var refused = await bea.PostAsync(edit, mine);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Lea Stone changed it meanwhile", refused.Text, StringComparison.Ordinal);
        var saved = await bea.PostAsync(edit, [.. Fields.Of(refused.Text)]);

        Assert.Contains("said=ClientChanged", saved.To, StringComparison.Ordinal);
        Assert.Equal("WorkWell", (await host.ClientAsync("JS12")).Programme);
    }

    [Fact]
    public async Task What_came_of_a_colleagues_step_is_not_told()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        await host.StartJobAsync("JS12", host.Clock.Today.AddDays(3));
        var client = await host.ClientAsync("JS12");
        var step = await host.ReadAsync(async session => (await session.Undo.LatestAsync(host.Bea.Id, host.Clock.Now.AddDays(-1)))!.Id);

        Assert.Contains("id=\"followed\"", (await bea.GetAsync($"/clients/{client.Id}?undo={step}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"followed\"", (await lea.GetAsync($"/clients/{client.Id}?undo={step}")).Text, StringComparison.Ordinal);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
