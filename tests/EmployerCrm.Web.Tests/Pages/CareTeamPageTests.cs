using System.Net;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Web.Pages;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class CareTeamPageTests
{
    [Fact]
    public async Task The_text_is_drafted_from_what_is_recorded_edited_and_marked_as_shared()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var client = await StartedAsync(host);
        var page = $"/clients/{client.Id}/care-team";
        var form = Fields.Of((await visitor.GetAsync(page)).Text).ToList();
        var draft = form.Single(field => field.Name == "text").Value;
        Assert.StartsWith("JS12 is in work.\nJob: kitchen porter, 16 hours a week, since ", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(host.TwoRivers.Name, draft, StringComparison.Ordinal);

        var shared = await visitor.PostAsync(page, Fields.With(form, ("text", draft + "\nEarly shifts from Monday."), ("shared-with", "clinical record")));

        Assert.StartsWith($"{page}?said=CareTeamShared&undo=", shared.To, StringComparison.Ordinal);
        var after = (await visitor.GetAsync(shared.To!)).Text;
        Assert.Contains("Early shifts from Monday.", after, StringComparison.Ordinal);
        Assert.Contains("clinical record", after, StringComparison.Ordinal);
        Assert.Contains("Bea Hart", after, StringComparison.Ordinal);
        Assert.Contains("The next update is owed", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_care_team_said_back_is_kept_with_who_and_how()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var page = $"/clients/{(await StartedAsync(host)).Id}/care-team";
        var form = Fields.Of((await visitor.GetAsync(page)).Text).ToList();

        var refused = await visitor.PostAsync($"{page}/heard", Fields.With(form, ("with", ""), ("about-work", "Afternoons suit well.")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"with-problem\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Afternoons suit well.", refused.Text, StringComparison.Ordinal);
        var asked = await visitor.PostAsync($"{page}/heard", Fields.With(form, ("with", "care coordinator"), ("about-work", "her psychosis is back")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        var kept = await visitor.PostAsync($"{page}/heard", Fields.With(form, ("with", "care coordinator"), ("way", "Video"), ("about-work", "Afternoons suit well.")));

        Assert.Equal($"{page}?said=LiaisonRecorded", kept.To);
        var after = (await visitor.GetAsync(page)).Text;
        Assert.Contains("Afternoons suit well.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("psychosis", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "", "text-problem")]
    [InlineData("shared-with", "", "shared-with-problem")]
    [InlineData("shared-on", "2040-01-01", "shared-on-problem")]
    [InlineData("shared-on", "then", "shared-on-problem")]
    public async Task What_cannot_be_shared_is_refused_beside_its_field(string field, string value, string problem)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var page = $"/clients/{(await StartedAsync(host)).Id}/care-team";
        var form = Fields.Of((await visitor.GetAsync(page)).Text);

        var refused = await visitor.PostAsync(page, Fields.With(form, [.. new[] { ("text", "In work."), ("shared-with", "ward round") }.Where(pair => pair.Item1 != field), (field, value)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"id=\"{problem}\"", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Welsh_readers_find_the_services_own_steps_in_Welsh()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var client = await StartedAsync(host);
        await visitor.GetAsync("/language/cy?returnUrl=%2F");

        var page = (await visitor.GetAsync($"/clients/{client.Id}/care-team")).Text;

        Assert.Contains("Mae JS12 mewn gwaith.", page, StringComparison.Ordinal);
        Assert.All(ShippedSteps.Titles.Keys, key => Assert.NotNull(PageTexts.Find("Step-" + key)));
        Assert.All(ShippedSteps.Titles, step => Assert.Equal(step.Value, PageTexts.Get("Step-" + step.Key)));
    }

    private static async Task<Client> StartedAsync(PagesHost host)
    {
        var start = new RecordJobStart { ClientReference = "JS12", EmployerId = host.TwoRivers.Id, JobTitle = "kitchen porter", StartsOn = host.Clock.Today.AddDays(-20), MinutesAWeek = 960 };
        Assert.NotNull((await host.Service<JobStarts>().RecordAsync(Actor.For(host.Bea, Via.Web), start, null, TestContext.Current.CancellationToken)).Value);
        return await host.ReadAsync(async session => (await session.Clients.OfTeamAsync(host.Aire.Id, "JS12"))!);
    }
}
