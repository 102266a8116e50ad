using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class EmployerFormTests
{
    private const string Script = "<script>alert(1)</script>";

    private static readonly string[] Texts = ["trading-names", "town", "address", "source", "needs", "notes", "tags"];

    [Fact]
    public async Task A_new_employer_is_added_with_everything_that_was_typed()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var saved = await visitor.SubmitAsync(
            "/employers/new", "/employers/new", ("name", "Quill & Sons"), ("town", "Leeds"), ("postcode", "ls1 4ab"), ("company-number", "1234567"), ("tags", "retail, family run"),
            ("sic-division", "47"), ("size", "Small"), ("legal-form", "Company"), ("owner", host.Bea.Id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var id = Guid.Parse(Regex.Match(saved.To!, "[0-9a-f-]{36}").Value);
        var employer = (await host.ReadAsync(session => session.Employers.EmployerAsync(id)))!;
        Assert.Equal(("Quill & Sons", "Leeds", "LS1 4AB", "01234567", "G", "47"), (employer.Name, employer.Town, employer.Postcode, employer.CompanyNumber, employer.SicSection, employer.SicDivision));
        Assert.Equal(["retail", "family run"], employer.Tags);
        var page = (await visitor.GetAsync(saved.To!)).Text;
        Assert.Contains("Quill &amp; Sons", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/undo\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postcode", "n/a")]
    [InlineData("postcode", "LS21")]
    [InlineData("company-number", "012345678A")]
    [InlineData("website", "ask Jo")]
    [InlineData("disability-confident-level", "9")]
    [InlineData("needs-recorded", "soon")]
    [InlineData("branch-of", "Nobody at all Ltd")]
    [InlineData("name", "")]
    public async Task What_cannot_be_kept_is_refused_beside_its_field_and_everything_typed_stays(string field, string value)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Quill & Sons", ["notes"] = "parking behind", [field] = value };

        var refused = await visitor.SubmitAsync("/employers/new", "/employers/new", [.. form.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"id=\"{field}-problem\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{field}\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("parking behind", refused.Text, StringComparison.Ordinal);
        if (value.Length > 1)
            Assert.Contains($"value=\"{value}\"", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Likely_doubles_are_shown_before_anything_is_saved_and_who_knows_them()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Wim);
        (string, string)[] form = [("name", "Two Rivers Carehome"), ("town", "Otley")];

        var shown = await visitor.SubmitAsync("/employers/new", "/employers/new", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.Contains($"href=\"/employers/{host.TwoRivers.Id}\"", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Aire", shown.Text, StringComparison.Ordinal);
        var added = await visitor.SubmitAsync("/employers/new", "/employers/new", [.. form, ("confirmed", "yes")]);

        Assert.Equal(HttpStatusCode.Redirect, added.Status);
    }

    [Fact]
    public async Task Script_in_every_field_is_text_on_every_page()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        await visitor.SubmitAsync("/employers/new", "/employers/new", [("name", "Quill " + Script), .. Texts.Select(field => (field, "x " + Script))]);
        var list = (await visitor.GetAsync("/employers?q=quill")).Text;
        var id = Regex.Match(list, "/employers/([0-9a-f-]{36})\">Quill").Groups[1].Value;
        await visitor.SubmitAsync($"/employers/{id}/contacts/new", $"/employers/{id}/contacts/new", ("name", "Jo " + Script), ("role", Script), ("best-time", Script));
        await visitor.SubmitAsync($"/employers/{id}/openings/new", $"/employers/{id}/openings/new", ("job", "porter " + Script), ("hours", Script));
        await visitor.SubmitAsync("/employers", "/employers/views", ("name", "v " + Script), ("address", "q=" + Uri.EscapeDataString(Script)));

        foreach (var address in new[] { $"/employers/{id}", $"/employers/{id}/edit", "/employers", "/openings", "/search?q=" + Uri.EscapeDataString("quill " + Script), "/search/suggestions?q=quill", "/employers/new?name=" + Uri.EscapeDataString(Script) })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.OrdinalIgnoreCase);
        }

        var employer = (await visitor.GetAsync($"/employers/{id}")).Text;
        Assert.True(Regex.Count(employer, "&lt;script&gt;") >= 8, "The fields are not on the page of the employer.");
    }

    [Fact]
    public async Task Two_people_editing_one_employer_choose_field_by_field()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        var address = $"/employers/{host.TwoRivers.Id}/edit";
        var (beas, leas) = (Fields.Of((await bea.GetAsync(address)).Text).ToList(), Fields.Of((await lea.GetAsync(address)).Text).ToList());
        await lea.PostAsync(address, Fields.With(leas, ("town", "Ilkley"), ("source", "a fair")));

        var conflict = await bea.PostAsync(address, Fields.With(beas, ("town", "Burley"), ("notes", "ring the bell")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Lea Stone", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Ilkley", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("Ilkley", (await EmployerAsync(host)).Town);
        var saved = await bea.PostAsync(address, Fields.With(Fields.Of(conflict.Text), ("choice-town", "theirs"), ("choice-notes", "mine"), ("choice-source", "theirs")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var after = await EmployerAsync(host);
        Assert.Equal(("Ilkley", "ring the bell", "a fair"), (after.Town, after.Notes, after.Source));
    }

    [Fact]
    public async Task Another_teams_employer_is_not_changed_by_its_address()
    {
        await using var host = await PagesHost.StartAsync();
        using var wim = await host.SignedInAsync(host.Wim);
        using var cal = await host.SignedInAsync(host.Cal);

        foreach (var visitor in new[] { wim, cal })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/employers/{host.TwoRivers.Id}/edit")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SubmitAsync("/employers", $"/employers/{host.TwoRivers.Id}/edit", ("name", "Mine now"), ("version", "1"))).Status);
            Assert.Contains("problem=", (await visitor.SubmitAsync("/employers", $"/employers/{host.TwoRivers.Id}/archive", ("version", "1"))).To, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/employers/{host.TwoRivers.Id}/contacts/new")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/contacts/{host.Dorota.Id}/edit")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/employers/{host.TwoRivers.Id}/level")).Status);
        }

        Assert.Equal(host.TwoRivers.Name, (await EmployerAsync(host)).Name);
    }

    [Fact]
    public async Task An_archived_employer_is_out_of_the_list_and_comes_back()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var page = $"/employers/{host.TwoRivers.Id}";

        Assert.Contains("said=EmployerArchived", (await visitor.SubmitAsync(page, page + "/archive")).To, StringComparison.Ordinal);
        Assert.DoesNotContain(page, (await visitor.GetAsync("/employers")).Text, StringComparison.Ordinal);
        Assert.Contains(page, (await visitor.GetAsync("/employers?archived=1")).Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(page, page + "/restore");

        Assert.Contains(page, (await visitor.GetAsync("/employers")).Text, StringComparison.Ordinal);
    }

    private static async Task<Employer> EmployerAsync(PagesHost host) => (await host.ReadAsync(session => session.Employers.EmployerAsync(host.TwoRivers.Id)))!;
}
