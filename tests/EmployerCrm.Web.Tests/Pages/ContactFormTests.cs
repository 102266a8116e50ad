using System.Net;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class ContactFormTests
{
    [Theory]
    [InlineData("phone", "ring after 4")]
    [InlineData("phone", "0113")]
    [InlineData("email", "not there")]
    [InlineData("told", "2199-01-01")]
    [InlineData("objected", "2026-01-05")]
    public async Task What_cannot_be_kept_is_refused_beside_its_field(string field, string value)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var address = $"/employers/{host.TwoRivers.Id}/contacts/new";

        var refused = await visitor.SubmitAsync(address, address, ("name", "Jo Ash"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Matches("id=\"(" + field + "|objection-scope)-problem\"", refused.Text);
        Assert.Contains($"value=\"{value}\"", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_is_shown_as_a_link_and_as_text_to_the_employers_team_only()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var wim = await host.SignedInAsync(host.Wim);
        var page = $"/employers/{host.TwoRivers.Id}";

        var own = (await bea.GetAsync(page)).Text;
        var others = (await wim.GetAsync(page)).Text;

        Assert.Contains("href=\"tel:&#x2B;441134960123\"", own, StringComparison.Ordinal);
        Assert.Contains("0113 496 0123", own, StringComparison.Ordinal);
        Assert.Contains("Dorota Nowak", others, StringComparison.Ordinal);
        Assert.DoesNotContain("496", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_is_not_added_twice_and_a_change_by_two_is_told()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        var add = $"/employers/{host.TwoRivers.Id}/contacts/new";
        Assert.Contains("Dorota Nowak is there already", (await bea.SubmitAsync(add, add, ("name", "Dorota Nowak"))).Text, StringComparison.Ordinal);
        var edit = $"/contacts/{host.Dorota.Id}/edit";
        var form = Fields.Of((await bea.GetAsync(edit)).Text).ToList();
        await lea.SubmitAsync(edit, edit, [.. Fields.With(Fields.Of((await lea.GetAsync(edit)).Text), ("role", "Owner"))]);

        var refused = await bea.PostAsync(edit, Fields.With(form, ("role", "Director")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Lea Stone changed it meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await bea.PostAsync(edit, [.. Fields.Of(refused.Text)])).Status);

        Assert.Equal("Director", (await host.ReadAsync(session => session.Employers.ContactAsync(host.Dorota.Id)))!.Role);
    }
}
