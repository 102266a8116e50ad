using System.Net;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class ClientsTests
{
    [Fact]
    public async Task A_new_client_has_a_reference_and_nothing_of_it_stands_in_an_address()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var form = Fields.With(Fields.Of((await bea.GetAsync("/clients/new")).Text), ("programme", "WorkWell"), ("job-types", "Retail"));

        var saved = await bea.PostAsync("/clients/new", form);
        var again = await bea.PostAsync("/clients/new", form);

        var client = (await host.ReadAsync(session => session.Clients.OpenAsync(host.Aire.Id, host.Bea.Id))).Single(listing => listing.Client.Programme == "WorkWell").Client;
        Assert.StartsWith($"/clients/{client.Id}?said=ClientAdded&undo=", saved.To, StringComparison.Ordinal);
        Assert.Equal($"/clients/{client.Id}", again.To);
        var page = (await bea.GetAsync(saved.To!)).Text;
        Assert.Contains(client.Reference, page, StringComparison.Ordinal);
        Assert.DoesNotMatch($"(href|action)=\"[^\"]*{client.Reference}", page);
        Assert.Contains(">Retail<", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("programme", "", "id=\"programme-problem\"")]
    [InlineData("entered", "2199-01-01", "id=\"entered-problem\"")]
    [InlineData("entered", "1950-01-01", "id=\"entered-problem\"")]
    [InlineData("entered", "soon", "id=\"entered-problem\"")]
    public async Task What_cannot_be_of_a_client_is_said_beside_its_field_and_the_rest_is_kept(string field, string value, string problem)
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var form = Fields.With(Fields.Of((await bea.GetAsync("/clients/new")).Text), ("programme", "WorkWell"), ("job-types", "Care"));

        var refused = await bea.PostAsync("/clients/new", Fields.With(form, (field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(problem, refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Care\" checked", refused.Text, StringComparison.Ordinal);
        Assert.Single(await host.ReadAsync(session => session.Clients.OpenAsync(host.Aire.Id, host.Bea.Id)));
    }

    [Fact]
    public async Task Several_clients_are_ticked_and_one_tap_records_them_and_says_what_it_did()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await host.AddClientAsync("KM47");
        var inWork = await host.StartJobAsync("JS12", host.Clock.Today);

        var saved = await bea.SubmitAsync("/clients", "/clients/contacts?show=work", ("tick", "JS12"), ("tick", "KM47"), ("on", Iso(host.Clock.Today)), ("way", "Phone"));

        Assert.StartsWith("/clients?show=work&said=ClientContacts&undo=", saved.To, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(host.ContactsAsync("JS12"), host.ContactsAsync("KM47")), contacts => Assert.Equal((host.Clock.Today, Channel.Phone), (contacts.Single().On, contacts.Single().Way)));
        var said = (await bea.GetAsync(saved.To!)).Text;
        Assert.Contains("Be in touch after the first day", said[said.IndexOf("id=\"followed\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(FollowUpState.Done, (await host.StepsAsync(inWork)).Single(step => step.StepKey == "after-start").State);
        var known = await bea.SubmitAsync("/clients", "/clients/contacts", ("tick", "JS12"), ("on", Iso(host.Clock.Today)), ("way", "Phone"));
        Assert.Equal("/clients?said=ClientContactsKnown", known.To);
    }

    [Theory]
    [InlineData("", "2026-11-18", "InPerson", "Tick at least one client")]
    [InlineData("JS12", "2199-11-18", "InPerson", "id=\"on-problem\"")]
    [InlineData("JS12", "", "InPerson", "id=\"on-problem\"")]
    [InlineData("JS12", "today", "InPerson", "id=\"on-problem\"")]
    [InlineData("JS12", "2026-11-18", "Pigeon", "Choose how it was")]
    [InlineData("ZZ99", "2026-11-18", "InPerson", "not one of your team")]
    public async Task A_contact_that_cannot_be_is_refused_with_the_ticks_kept(string reference, string on, string way, string problem)
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);

        var refused = await bea.SubmitAsync("/clients", "/clients/contacts", [.. reference.Length > 0 ? [("tick", reference)] : Array.Empty<(string, string)>(), ("on", on), ("way", way)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(problem, refused.Text, StringComparison.Ordinal);
        Assert.Equal(reference == "JS12", refused.Text.Contains("value=\"JS12\" checked", StringComparison.Ordinal));
        Assert.Empty(await host.ContactsAsync("JS12"));
    }

    [Fact]
    public async Task Who_looks_for_work_and_who_is_in_work_stand_apart_and_together_and_programmes_apart()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await host.AddClientAsync("KM47", "WorkWell");
        await host.AddClientAsync("PQ68", "Job retention");
        await host.StartJobAsync("PQ68", host.Clock.Today.AddDays(-10));

        var apart = (await bea.GetAsync("/clients")).Text;
        var together = (await bea.GetAsync("/clients?show=together")).Text;
        var inWork = (await bea.GetAsync("/clients?show=work")).Text;
        var odd = (await bea.GetAsync("/clients?show=9&programme=gone&who=me")).Text;

        Assert.Equal(["Looking for work · WorkWell", "Looking for work · ips", "In work"], Headings(apart));
        Assert.Equal(["Together"], Headings(together));
        Assert.Equal(["In work"], Headings(inWork));
        Assert.DoesNotContain("KM47", inWork, StringComparison.Ordinal);
        Assert.Equal(3, odd.Split("could not be read").Length - 1);
        Assert.Equal(["In work"], Headings((await bea.GetAsync("/clients?programme=Job%20retention")).Text));
    }

    [Fact]
    public async Task A_lead_sees_the_team_by_specialist_programme_and_status_and_an_admin_nobody()
    {
        await using var host = await PagesHost.StartAsync();
        await host.AddClientAsync("KM47", "WorkWell");
        using var lea = await host.SignedInAsync(host.Lea);
        using var wim = await host.SignedInAsync(host.Wim);
        using var cal = await host.SignedInAsync(host.Cal);

        var team = (await lea.GetAsync("/clients")).Text;

        Assert.Contains("JS12", team, StringComparison.Ordinal);
        Assert.Equal(3, team.Split("<figure data-chart=\"bar\"").Length - 1);
        Assert.Contains("2 of 40", team, StringComparison.Ordinal);
        Assert.Contains($"/clients?who={host.Bea.Id}", team, StringComparison.Ordinal);
        Assert.DoesNotContain("JS12", (await wim.GetAsync("/clients")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await cal.GetAsync("/clients")).Status);
        Assert.DoesNotContain("href=\"/clients\"", (await cal.GetAsync("/employers")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await lea.GetAsync("/")).Text.Split("href=\"/clients\"").Length - 1);
    }

    [Fact]
    public async Task The_lines_of_a_week_stand_there_as_plain_text()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await host.Service<ClientContacts>().RecordAsync(
            Core.People.Actor.For(host.Bea, Core.People.Via.Web), new RecordClientContacts { References = ["JS12"], On = host.Clock.Today, Way = Channel.InPerson }, null, TestContext.Current.CancellationToken);

        var week = (await bea.GetAsync("/clients/record")).Text;
        var before = (await bea.GetAsync($"/clients/record?week={Iso(host.Clock.Today.AddDays(-7))}")).Text;

        Assert.Matches($@"<textarea [^>]*readonly[^>]*>\s*(&#xA;)?\w+ {host.Clock.Today.Day} \w+ {host.Clock.Today.Year}  JS12  seen in person</textarea>", week);
        Assert.DoesNotContain("<textarea", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bea.GetAsync("/clients/record?week=9999-99-99")).Status);
    }

    private static IEnumerable<string> Headings(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "id=\"group-\\d+\">([^<]+) <").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
