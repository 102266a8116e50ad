using System.Net;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class EmployerPageTests
{
    [Fact]
    public async Task The_bare_fact_is_for_everybody_notes_and_clients_for_their_own_team()
    {
        await using var host = await PagesHost.StartAsync();
        await VisitAsync(host, host.Bea, "they want people for mornings");
        var page = $"/employers/{host.TwoRivers.Id}";

        foreach (var (person, reads) in new[] { (host.Bea, true), (host.Lea, true), (host.Wim, false), (host.Cal, false) })
        {
            using var visitor = await host.SignedInAsync(person);
            var text = (await visitor.GetAsync(page)).Text;
            Assert.Contains("Bea Hart", text, StringComparison.Ordinal);
            Assert.Equal(reads, text.Contains("they want people for mornings", StringComparison.Ordinal));
            Assert.Equal(reads, text.Contains("JS12", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Before_a_first_approach_the_page_tells_of_the_colleague_who_was_there()
    {
        await using var host = await PagesHost.StartAsync();
        await VisitAsync(host, host.Bea, null);
        using var wim = await host.SignedInAsync(host.Wim);
        using var bea = await host.SignedInAsync(host.Bea);
        var page = $"/employers/{host.TwoRivers.Id}";

        Assert.Contains("Talk to them before you go", (await wim.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Talk to them before you go", (await bea.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_level_says_why_and_a_lead_sets_it_with_reason_and_end()
    {
        await using var host = await PagesHost.StartAsync();
        await VisitAsync(host, host.Bea, null);
        using var lea = await host.SignedInAsync(host.Lea);
        using var bea = await host.SignedInAsync(host.Bea);
        var page = $"/employers/{host.TwoRivers.Id}";
        Assert.Contains("visits at which somebody was reached", (await bea.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await bea.SubmitAsync(page, page + "/level", ("level", "5"), ("reason", "mine"), ("ends", "2030-01-01"))).Status);

        var refused = await lea.SubmitAsync(page + "/level", page + "/level", ("level", "9"), ("reason", ""), ("ends", "never"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"ends-problem\"", refused.Text, StringComparison.Ordinal);
        var set = await lea.SubmitAsync(
            page + "/level", page + "/level", ("level", "4"), ("reason", "they train our people"), ("ends", host.Clock.Today.AddDays(30).ToString("yyyy-MM-dd")));

        Assert.Equal(page + "?said=LevelSet", set.To);
        Assert.Contains("they train our people", (await bea.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("said=LevelEnded", (await lea.SubmitAsync(page + "/level", page + "/level/end", ("version", "1"))).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_is_recorded_listed_and_closed()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = $"/employers/{host.TwoRivers.Id}/openings/new";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(form, form, ("job", ""))).Status);
        Assert.Contains("said=OpeningRecorded", (await visitor.SubmitAsync(form, form, ("job", "two porters"), ("said-by", host.Dorota.Id.ToString()))).To, StringComparison.Ordinal);
        var list = (await visitor.GetAsync("/openings")).Text;
        Assert.Contains("two porters", list, StringComparison.Ordinal);
        var close = System.Text.RegularExpressions.Regex.Match(list, "/openings/[0-9a-f-]{36}/close").Value;
        using var wim = await host.SignedInAsync(host.Wim);
        Assert.Contains("problem=NotFound", (await wim.SubmitAsync("/openings", close, ("version", "1"))).To, StringComparison.Ordinal);
        Assert.Contains("said=OpeningClosed", (await visitor.SubmitAsync("/openings", close)).To, StringComparison.Ordinal);

        Assert.DoesNotContain("two porters", (await visitor.GetAsync("/openings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_nothing_says_so()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/employers/00000000-0000-0000-0000-000000000001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/employers/not-an-id")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/employers/{host.TwoRivers.Id}?before=nonsense")).Status);
    }

    private static Task VisitAsync(PagesHost host, Specialist by, string? notes) => host.Service<VisitLog>().LogAsync(
        Actor.For(by, Via.Chat),
        new LogVisit { EmployerId = host.TwoRivers.Id, ContactId = host.Dorota.Id, Channel = Channel.InPerson, On = host.Clock.Today.AddDays(-3), Notes = notes, ClientReference = "JS12" },
        null,
        TestContext.Current.CancellationToken);
}
