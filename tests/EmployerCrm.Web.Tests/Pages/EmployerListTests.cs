using System.Net;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class EmployerListTests
{
    [Fact]
    public async Task The_list_is_filtered_sorted_and_paged_by_its_address()
    {
        await using var host = await PagesHost.StartAsync();
        await AddAsync(host, 30);
        using var visitor = await host.SignedInAsync(host.Bea);

        Assert.Contains("1–25 of 31", WebUtility.HtmlDecode((await visitor.GetAsync("/employers")).Text), StringComparison.Ordinal);
        Assert.Contains("26–31 of 31", WebUtility.HtmlDecode((await visitor.GetAsync("/employers?page=2")).Text), StringComparison.Ordinal);
        Assert.Contains("1–1 of 1", WebUtility.HtmlDecode((await visitor.GetAsync("/employers?place=otley")).Text), StringComparison.Ordinal);
        Assert.Contains("1–1 of 1", WebUtility.HtmlDecode((await visitor.GetAsync("/employers?q=two+rivres")).Text), StringComparison.Ordinal);
        var descending = (await visitor.GetAsync("/employers?sort=name&dir=desc")).Text;

        Assert.Contains("aria-sort=\"descending\"", descending, StringComparison.Ordinal);
        Assert.True(descending.IndexOf("Two Rivers", StringComparison.Ordinal) < descending.IndexOf("Shop 29", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cols=town,fax,level", "fax")]
    [InlineData("sort=colour", "colour")]
    [InlineData("level=9", "Level")]
    [InlineData("quiet=soon", "No contact for")]
    [InlineData("sector=zz", "What it does")]
    [InlineData("page=-1", "Page")]
    public async Task What_the_address_names_and_is_not_there_is_left_out_and_said(string query, string named)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var page = await visitor.GetAsync("/employers?" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches($"notice warning[^§]*{named}", page.Text);
        Assert.Contains("Two Rivers Care Home", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_view_on_a_column_that_is_gone_is_repaired_where_everybody_sees_it()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var view = new SavedView { Id = host.Service<Ids>().New(), SpecialistId = host.Bea.Id, Name = "Mine in Otley", Address = "place=otley&cols=town,fax", SavedAt = host.Clock.Now };
        await host.WriteAsync(session => session.SavedViews.AddAsync(view));

        var opened = await visitor.GetAsync("/employers?view=" + view.Id);
        Assert.Contains("There is no column “fax” any more", WebUtility.HtmlDecode(opened.Text), StringComparison.Ordinal);
        await visitor.SubmitAsync("/employers?view=" + view.Id, "/employers/views", ("name", view.Name), ("address", "place=otley&cols=town"));

        var kept = (await host.ReadAsync(session => session.SavedViews.OfAsync(host.Bea.Id))).Single();
        Assert.Equal(("Mine in Otley", "place=otley&cols=town"), (kept.Name, kept.Address));
        Assert.DoesNotContain("any more", (await visitor.GetAsync("/employers?view=" + kept.Id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_its_owners_alone_and_can_be_given_up()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        Assert.Contains("problem=ViewNameMissing", (await bea.SubmitAsync("/employers", "/employers/views", ("name", " "), ("address", "mine=1"))).To, StringComparison.Ordinal);
        await bea.SubmitAsync("/employers", "/employers/views", ("name", "Quiet ones"), ("address", "mine=1&quiet=90&nonsense=1"));
        var view = (await host.ReadAsync(session => session.SavedViews.OfAsync(host.Bea.Id))).Single();

        await lea.SubmitAsync("/employers", $"/employers/views/{view.Id}/remove");
        Assert.DoesNotContain("Quiet ones", (await lea.GetAsync("/employers?view=" + view.Id)).Text, StringComparison.Ordinal);
        Assert.Equal("mine=1&quiet=90", view.Address);
        await bea.SubmitAsync("/employers", $"/employers/views/{view.Id}/remove");

        Assert.Empty(await host.ReadAsync(session => session.SavedViews.OfAsync(host.Bea.Id)));
    }

    [Theory]
    [InlineData("/employers?q=")]
    [InlineData("/search?q=")]
    [InlineData("/search/suggestions?q=")]
    public async Task A_search_of_ten_thousand_characters_is_cut_and_answered(string address)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var answer = await visitor.GetAsync(address + new string('a', 10_000));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Text.Length < 60_000);
        if (!address.Contains("suggestions", StringComparison.Ordinal))
            Assert.Contains("Only the first 200 characters are looked for", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_options_that_lead_to_the_employer()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Wim);

        var suggested = (await visitor.GetAsync("/search/suggestions?q=two+riv")).Text;

        Assert.Contains($"role=\"option\" id=\"suggestion-0\" aria-selected=\"false\" data-href=\"/employers/{host.TwoRivers.Id}\"", suggested, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", suggested, StringComparison.Ordinal);
        Assert.Contains(host.TwoRivers.Name, (await visitor.GetAsync("/search?q=LS21+3AB")).Text, StringComparison.Ordinal);
        Assert.Contains("Dorota", (await visitor.GetAsync("/search?q=dorota")).Text, StringComparison.Ordinal);
    }

    private static Task AddAsync(PagesHost host, int count) => host.WriteAsync(async session =>
    {
        for (var number = 0; number < count; number++)
            await session.Employers.AddAsync(host.TwoRivers with { Id = host.Service<Ids>().New(), Name = $"Shop {number:00}", Town = "Leeds", Postcode = null });
    });
}
