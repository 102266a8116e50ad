using System.Net;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class LogTests
{
    [Fact]
    public async Task A_line_is_shown_as_it_was_understood_and_saved_as_it_stands()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var read = await visitor.SubmitAsync("/", "/log/read", ("line", "visited Two Rivers today, met Dorota, next send CV tomorrow"));

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Contains("value=\"Two Rivers Care Home\"", read.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Dorota Nowak\"", read.Text, StringComparison.Ordinal);
        var saved = await visitor.PostAsync("/log", [.. Fields.Of(read.Text)]);
        Assert.StartsWith($"/employers/{host.TwoRivers.Id}?said=Logged&undo=", saved.To, StringComparison.Ordinal);
        var visit = (await VisitsAsync(host)).Single();
        Assert.Equal(("Dorota Nowak", Channel.InPerson, host.Clock.Today), (visit.ContactName, visit.Channel, visit.On));
        Assert.Equal("send CV", (await host.ReadAsync(session => session.FollowUps.OpenOfOwnerAsync(host.Bea.Id, null))).Single().Title, ignoreCase: true);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_visit()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = Fields.Of((await visitor.SubmitAsync("/", "/log/read", ("line", "rang Two Rivers today"))).Text).ToArray();

        await visitor.PostAsync("/log", [.. form, ("again", "yes")]);
        var second = await visitor.PostAsync("/log", [.. form, ("again", "yes")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Single(await VisitsAsync(host));
    }

    [Fact]
    public async Task An_unknown_employer_is_asked_about_and_added_only_when_that_is_chosen()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = Fields.With(Fields.Of((await visitor.GetAsync("/log")).Text), ("employer", "Quill & Sons"));

        var asked = await visitor.PostAsync("/log", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Quill &amp; Sons", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await VisitsAsync(host));
        var saved = await visitor.PostAsync("/log", Fields.With(form, ("choose", "new")));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal("Quill & Sons", (await VisitsAsync(host)).Single().EmployerName);
    }

    [Fact]
    public async Task What_tells_of_somebodys_health_is_asked_about_and_can_be_taken_out()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = Fields.With(Fields.Of((await visitor.GetAsync("/log?employer=" + host.TwoRivers.Id)).Text), ("notes", "JS12 has schizophrenia. They want people for mornings."), ("client", "js12"));

        var asked = await visitor.PostAsync("/log", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("name=\"guard\" value=\"remove\"", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await VisitsAsync(host));
        await visitor.PostAsync("/log", Fields.With(Fields.Of(asked.Text), ("guard", "remove")));

        var saved = (await VisitsAsync(host)).Single().Id;
        var visit = await host.ReadAsync(session => session.Visits.VisitAsync(saved));
        Assert.DoesNotContain("schizophrenia", visit!.Notes, StringComparison.Ordinal);
        Assert.Contains("mornings", visit.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_place_of_a_reference_is_not_shown_again_and_a_slip_is_helped_with()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = Fields.Of((await visitor.GetAsync("/log?employer=" + host.TwoRivers.Id)).Text);

        var named = await visitor.PostAsync("/log", Fields.With(form, ("client", "Sarah Jones")));
        var slipped = await visitor.PostAsync("/log", Fields.With(form, ("client", "JS1Z")));

        Assert.DoesNotContain("Sarah", named.Text, StringComparison.Ordinal);
        Assert.Contains("JS12", slipped.Text[slipped.Text.IndexOf("client-problem", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(await VisitsAsync(host));
    }

    [Fact]
    public async Task A_form_with_nothing_in_it_says_what_is_missing_beside_the_fields()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var refused = await visitor.SubmitAsync("/log", "/log", ("employer", ""), ("on", "yesterday"), ("channel", "InPerson"), ("notes", "kept as it is"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"employer-problem\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"on-problem\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("kept as it is", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#employer\"", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_planned_is_completed_and_counted_once()
    {
        await using var host = await PagesHost.StartAsync();
        var planned = await host.Service<VisitLog>().LogAsync(
            Actor.For(host.Bea, Via.Chat), new LogVisit { EmployerId = host.TwoRivers.Id, State = VisitState.Planned, Channel = Channel.InPerson, On = host.Clock.Today }, null,
            TestContext.Current.CancellationToken);
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = Fields.Of((await visitor.GetAsync("/log?plan=" + planned.Value!.View.Visit.Id)).Text);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/log", [.. form])).Status);

        Assert.Equal((planned.Value.View.Visit.Id, VisitState.Held), (await VisitsAsync(host)).Select(visit => (visit.Id, visit.State)).Single());
    }

    [Theory]
    [InlineData("cancelled Two Rivers tomorrow")]
    [InlineData("</textarea><script>alert(1)</script>")]
    public async Task A_line_that_is_no_contact_stays_in_its_box(string line)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var read = await visitor.SubmitAsync("/", "/log/read", ("line", line));

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Contains("&#xA;" + System.Text.Encodings.Web.HtmlEncoder.Default.Encode(line) + "</textarea>", read.Text, StringComparison.Ordinal);
        Assert.Empty(await VisitsAsync(host));
    }

    private static Task<IReadOnlyList<VisitSummary>> VisitsAsync(PagesHost host) =>
        host.ReadAsync(session => session.Visits.OfSpecialistAsync(host.Bea.Id, host.Clock.Today.AddDays(-400), host.Clock.Today.AddDays(400)));
}
