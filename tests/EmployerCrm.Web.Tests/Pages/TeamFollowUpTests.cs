using System.Net;
using EmployerCrm.Core;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>Giving a colleague's work on, and the lead's list of what is overdue for long.</summary>
public sealed class TeamFollowUpTests
{
    [Fact]
    public async Task Everything_that_is_due_while_somebody_is_away_goes_to_a_colleague_and_comes_back_with_undo()
    {
        await using var host = await PagesHost.StartAsync();
        var today = host.Clock.Today;
        var soon = await host.OweAsync(host.Bea, "ring Dorota back", today.AddDays(2));
        var later = await host.OweAsync(host.Bea, "write the report", today.AddDays(30));
        using var lead = await host.SignedInAsync(host.Lea);
        var chosen = $"/follow-ups/give?from={host.Bea.Id}&to={host.Lea.Id}&until={Iso(today.AddDays(10))}";

        var preview = (await lead.GetAsync(chosen)).Text;
        Assert.Contains("1 follow-up", preview, StringComparison.Ordinal);
        Assert.Contains("Ring Dorota back", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the report", preview, StringComparison.Ordinal);
        Assert.Contains("Give 1 to Lea Stone", preview, StringComparison.Ordinal);

        var given = await lead.SubmitAsync(chosen, "/follow-ups/give", [.. Fields.Of(preview).Where(field => field.Name is "from" or "to" or "until")]);
        Assert.StartsWith($"/follow-ups/give?from={host.Bea.Id}&said=GivenAll&n=1&undo=", given.To, StringComparison.Ordinal);
        Assert.Contains("Given to the colleague: 1.", (await lead.GetAsync(given.To!)).Text, StringComparison.Ordinal);
        Assert.Equal((host.Lea.Id, host.Bea.Id), (await OwnerAsync(host, soon.Id), await OwnerAsync(host, later.Id)));
        await lead.SubmitAsync(given.To!, "/undo");
        Assert.Equal(host.Bea.Id, await OwnerAsync(host, soon.Id));
    }

    [Fact]
    public async Task Who_has_said_when_they_are_away_is_offered_what_is_due_until_then()
    {
        await using var host = await PagesHost.StartAsync();
        var today = host.Clock.Today;
        var leave = new Leave { Id = host.Service<Ids>().New(), SpecialistId = host.Bea.Id, From = today.AddDays(3), To = today.AddDays(9), CoverId = host.Lea.Id };
        await host.WriteAsync(session => session.Settings.AddAsync(leave));
        using var lead = await host.SignedInAsync(host.Lea);

        var page = WebUtility.HtmlDecode((await lead.GetAsync($"/follow-ups/give?from={host.Bea.Id}")).Text);

        Assert.Contains("Bea Hart is away from ", page, StringComparison.Ordinal);
        Assert.Contains($"/follow-ups/give?from={host.Bea.Id}&to={host.Lea.Id}&until={Iso(leave.To)}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_specialist_gives_their_own_and_nobody_elses_and_a_colleague_has_to_be_chosen()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Lea, "write the report", host.Clock.Today);
        await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/follow-ups/give?from={host.Lea.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SubmitAsync("/follow-ups/give", "/follow-ups/give", ("from", host.Lea.Id.ToString()), ("to", host.Bea.Id.ToString()))).Status);
        Assert.Equal(host.Lea.Id, await OwnerAsync(host, owed.Id));
        var nobody = await visitor.SubmitAsync("/follow-ups/give", "/follow-ups/give", ("from", host.Bea.Id.ToString()), ("to", host.Wim.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.Contains("Choose a colleague of the same team", nobody.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync("/follow-ups/give", "/follow-ups/give", ("to", host.Lea.Id.ToString()), ("until", "soon"))).Status);
    }

    [Fact]
    public async Task What_is_overdue_for_long_stands_by_person_on_the_leads_list_with_a_picture()
    {
        await using var host = await PagesHost.StartAsync();
        var today = host.Clock.Today;
        var late = await host.OweAsync(host.Bea, "ring Dorota back", today.AddDays(-28));
        await host.OweAsync(host.Lea, "write the report", today.AddDays(-30));
        await host.OweAsync(host.Bea, "send the guide", today.AddDays(-1));
        await host.OweAsync(host.Wim, "a thing of another team", today.AddDays(-28));
        using var lead = await host.SignedInAsync(host.Lea);
        using var specialist = await host.SignedInAsync(host.Bea);

        Assert.Equal("/team/overdue", (await lead.GetAsync("/team")).To);
        var page = (await lead.GetAsync("/team/overdue")).Text;
        Assert.Contains("working days overdue", page, StringComparison.Ordinal);
        Assert.Contains("Ring Dorota back", page, StringComparison.Ordinal);
        Assert.Contains("data-chart=\"bar\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Send the guide", page, StringComparison.Ordinal);
        Assert.DoesNotContain("another team", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the report", (await lead.GetAsync($"/team/overdue?person={host.Bea.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/team/overdue")).Status);

        var given = await lead.SubmitAsync("/team/overdue", $"/follow-ups/{late.Id}/give", ("to", host.Lea.Id.ToString()), ("back", "/team/overdue"));
        Assert.StartsWith("/team/overdue?said=FollowUpGiven&undo=", given.To, StringComparison.Ordinal);
        Assert.Equal(host.Lea.Id, await OwnerAsync(host, late.Id));
    }

    [Fact]
    public async Task The_pages_of_the_team_are_in_the_leads_navigation_alone()
    {
        await using var host = await PagesHost.StartAsync();
        using var lead = await host.SignedInAsync(host.Lea);
        using var specialist = await host.SignedInAsync(host.Bea);
        using var admin = await host.SignedInAsync(host.Cal);

        Assert.Contains("href=\"/team\"", (await lead.GetAsync("/employers")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/team\"", (await specialist.GetAsync("/employers")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/follow-ups\"", (await specialist.GetAsync("/employers")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/follow-ups\"", (await admin.GetAsync("/employers")).Text, StringComparison.Ordinal);
    }

    private static async Task<Guid> OwnerAsync(PagesHost host, Guid id) => (await host.ReadAsync(session => session.FollowUps.FollowUpAsync(id)))!.OwnerId;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");
}
