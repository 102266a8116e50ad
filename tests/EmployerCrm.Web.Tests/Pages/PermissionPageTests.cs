using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class PermissionPageTests
{
    [Fact]
    public async Task A_permission_is_given_changed_talked_through_and_revoked_and_everything_stays_to_be_read()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var client = await ClientAsync(host);
        var (page, give) = ($"/clients/{client.Id}/permissions", $"/clients/{client.Id}/permissions/give?employer={host.TwoRivers.Id}");
        Assert.Contains("Nothing is recorded yet", (await visitor.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains(host.TwoRivers.Name, (await visitor.GetAsync($"{page}/give?q=two+rivers")).Text, StringComparison.Ordinal);

        var given = await visitor.PostAsync($"{page}/give", Fields.With(
            Fields.Of((await visitor.GetAsync(give)).Text), ("level", "AgreedWording"), ("wording", "works best with a clear list"), ("who", "the manager"), ("how", "by phone"), ("consent", "InPerson"),
            ("not-a-condition", "yes"), ("pros-and-cons", "yes")));
        Assert.Equal(HttpStatusCode.Redirect, given.Status);
        Assert.StartsWith($"{page}?said=PermissionGiven&undo=", given.To, StringComparison.Ordinal);
        var first = (await visitor.GetAsync(given.To!)).Text;
        foreach (var shown in new[] { "works best with a clear list", "the manager", "by phone", "In person", "Bea Hart", "Talked through (2 of 4)", "One thing is owed" })
            Assert.Contains(shown, first, StringComparison.Ordinal);

        var change = Fields.Of((await visitor.GetAsync(give)).Text).ToList();
        Assert.Contains(("wording", "works best with a clear list"), change);
        await visitor.PostAsync($"{page}/give", Fields.With(change, ("level", "WordingAndAdjustments"), ("adjustments", "a quiet place for breaks")));
        var second = (await visitor.GetAsync(page)).Text;
        Assert.Contains("a quiet place for breaks", second, StringComparison.Ordinal);
        Assert.Contains("What held before (1)", second, StringComparison.Ordinal);

        var talked = await visitor.SubmitAsync($"{page}/revisit?employer={host.TwoRivers.Id}", $"{page}/revisit", ("employer", host.TwoRivers.Id.ToString()), ("revisit-on", host.Clock.Today.AddDays(40).ToString("yyyy-MM-dd")));
        Assert.StartsWith($"{page}?said=PermissionRevisited", talked.To, StringComparison.Ordinal);

        var before = (await visitor.GetAsync($"{page}/revoke?employer={host.TwoRivers.Id}")).Text;
        Assert.Contains("Talk through what may be said", before, StringComparison.Ordinal);
        Assert.Contains("One thing is no longer owed at once", before, StringComparison.Ordinal);
        var revoked = await visitor.SubmitAsync($"{page}/revoke?employer={host.TwoRivers.Id}", $"{page}/revoke", ("employer", host.TwoRivers.Id.ToString()));
        var after = (await visitor.GetAsync(revoked.To!)).Text;
        Assert.Contains("One thing is no longer owed.", after, StringComparison.Ordinal);
        Assert.Contains("No permission holds now", after, StringComparison.Ordinal);
        Assert.Contains("What held before (2)", after, StringComparison.Ordinal);
        Assert.DoesNotContain(await host.ReadAsync(session => session.FollowUps.OpenOfClientAsync(client.Id)), open => open.EmployerId is not null);
    }

    [Theory]
    [InlineData("level", "AgreedWording", "wording")]
    [InlineData("level", "", "level")]
    [InlineData("given-on", "2040-01-01", "given-on")]
    [InlineData("revisit-on", "2020-01-01", "revisit-on")]
    [InlineData("revisit-on", "soon", "revisit-on")]
    public async Task What_cannot_be_is_refused_beside_its_field_and_everything_typed_stays(string field, string value, string beside)
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var client = await ClientAsync(host);
        var page = $"/clients/{client.Id}/permissions";
        var form = Fields.Of((await visitor.GetAsync($"{page}/give?employer={host.TwoRivers.Id}")).Text);

        var refused = await visitor.PostAsync($"{page}/give", Fields.With(form, ("who", "only the manager"), (field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"id=\"{beside}-problem\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("only the manager", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync(session => session.Disclosure.OfClientAsync(client.Id)));
    }

    [Fact]
    public async Task Words_about_health_are_asked_about_before_anything_is_stored()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var client = await ClientAsync(host);
        var page = $"/clients/{client.Id}/permissions";
        var form = Fields.Of((await visitor.GetAsync($"{page}/give?employer={host.TwoRivers.Id}")).Text);

        var asked = await visitor.PostAsync($"{page}/give", Fields.With(form, ("level", "AgreedWording"), ("wording", "likes lists, has schizophrenia")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Empty(await host.ReadAsync(session => session.Disclosure.OfClientAsync(client.Id)));
        var removed = await visitor.PostAsync($"{page}/give", Fields.With(Fields.Of(asked.Text), ("guard", "remove")));
        Assert.Equal(HttpStatusCode.Redirect, removed.Status);
        Assert.DoesNotContain("schizophrenia", (await host.ReadAsync(session => session.Disclosure.HoldingAsync(client.Id, host.TwoRivers.Id)))!.Wording, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_was_first_is_named_and_nothing_is_overwritten_unseen()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        var client = await ClientAsync(host);
        var page = $"/clients/{client.Id}/permissions";
        var address = $"{page}/give?employer={host.TwoRivers.Id}";
        var (beas, leas) = (Fields.Of((await bea.GetAsync(address)).Text).ToList(), Fields.Of((await lea.GetAsync(address)).Text).ToList());
        await lea.PostAsync($"{page}/give", Fields.With(leas, ("who", "the owner")));

        var conflict = await bea.PostAsync($"{page}/give", Fields.With(beas, ("who", "the deputy")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Lea Stone", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("the owner", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("the deputy", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await bea.PostAsync($"{page}/give", [.. Fields.Of(conflict.Text)])).Status);
        Assert.Equal("the deputy", (await host.ReadAsync(session => session.Disclosure.HoldingAsync(client.Id, host.TwoRivers.Id)))!.WhoMayBeTold);
    }

    [Fact]
    public async Task A_contact_without_a_permission_is_told_on_the_day_and_settled_on_the_clients_page()
    {
        await using var host = await PagesHost.StartAsync();
        var client = await ClientAsync(host);
        var visit = new Visit
        {
            Id = host.Service<Core.Ids>().New(), EmployerId = host.TwoRivers.Id, SpecialistId = host.Bea.Id, TeamId = host.Aire.Id, ClientId = client.Id, ContactId = host.Dorota.Id, State = VisitState.Held,
            Channel = Channel.Phone, On = host.Clock.Today.AddDays(-2), Notes = "Rota comes on Friday.", LoggedAt = host.Clock.Now.AddDays(-2), Version = 1,
        };
        var promised = new FollowUp
        {
            Id = host.Service<Core.Ids>().New(), EmployerId = host.TwoRivers.Id, VisitId = visit.Id, ClientId = client.Id, OwnerId = host.Bea.Id, TeamId = host.Aire.Id, Title = "Send the rota",
            DueOn = host.Clock.Today, State = FollowUpState.Open, CreatedAt = visit.LoggedAt, Version = 1,
        };
        await host.WriteAsync(async session =>
        {
            await session.Visits.AddAsync(visit);
            await session.FollowUps.AddAsync(promised);
        });
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        var page = $"/clients/{client.Id}/permissions";
        var day = (await bea.GetAsync("/")).Text;
        Assert.Contains("One contact of yours names a client without a permission", day, StringComparison.Ordinal);
        Assert.Contains($"href=\"{page}\"", day, StringComparison.Ordinal);
        Assert.DoesNotContain("without a permission", (await lea.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Bea Hart logged it", (await lea.GetAsync(page)).Text, StringComparison.Ordinal);

        Assert.Equal($"{page}?problem=NotAllowed", (await lea.SubmitAsync(page, $"{page}/contacts/{visit.Id}/without-client")).To);
        var settled = await bea.SubmitAsync(page, $"{page}/contacts/{visit.Id}/without-client");

        Assert.StartsWith($"{page}?said=ClientTakenOff&undo=", settled.To, StringComparison.Ordinal);
        var after = (await host.ReadAsync(session => session.Visits.VisitAsync(visit.Id)))!;
        Assert.Equal((null, "Rota comes on Friday.", host.Dorota.Id, Channel.Phone), (after.ClientId, after.Notes, after.ContactId, after.Channel));
        var step = (await host.ReadAsync(session => session.FollowUps.FollowUpAsync(promised.Id)))!;
        Assert.Equal((null, "Send the rota", FollowUpState.Open), (step.ClientId, step.Title, step.State));
        Assert.DoesNotContain("without a permission", (await bea.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_own_team_sees_who_may_be_named_at_an_employer()
    {
        await using var host = await PagesHost.StartAsync();
        var client = await ClientAsync(host);
        await host.Service<DisclosurePermissions>().GiveAsync(
            Core.People.Actor.For(host.Bea, Core.People.Via.Web), new GivePermission { ClientReference = "JS12", EmployerId = host.TwoRivers.Id, Level = DisclosureLevel.ServiceSupports }, null,
            TestContext.Current.CancellationToken);
        using var lea = await host.SignedInAsync(host.Lea);
        using var wim = await host.SignedInAsync(host.Wim);
        using var cal = await host.SignedInAsync(host.Cal);

        Assert.Contains($"href=\"/clients/{client.Id}/permissions\"", (await lea.GetAsync($"/employers/{host.TwoRivers.Id}")).Text, StringComparison.Ordinal);
        foreach (var stranger in new[] { wim, cal })
        {
            Assert.DoesNotContain("JS12", (await stranger.GetAsync($"/employers/{host.TwoRivers.Id}")).Text, StringComparison.Ordinal);
            foreach (var address in new[] { "permissions", "permissions/give", $"permissions/give?employer={host.TwoRivers.Id}", $"permissions/revoke?employer={host.TwoRivers.Id}", $"permissions/revisit?employer={host.TwoRivers.Id}", "care-team" })
                Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/clients/{client.Id}/{address}")).Status);
        }
    }

    [Fact]
    public async Task Script_in_every_field_is_text_on_the_page()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);
        var page = $"/clients/{(await ClientAsync(host)).Id}/permissions";
        var form = Fields.Of((await visitor.GetAsync($"{page}/give?employer={host.TwoRivers.Id}")).Text);
        var saved = await visitor.PostAsync($"{page}/give", Fields.With(
            form, [("level", "WordingAndAdjustments"), .. new[] { "who", "how", "wording", "adjustments" }.Select(field => (field, "x <script>alert(1)</script>"))]));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        var shown = (await visitor.GetAsync(page)).Text;

        Assert.DoesNotContain("<script>alert", shown, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, Regex.Count(shown, "&lt;script&gt;"));
    }

    private static Task<Client> ClientAsync(PagesHost host) => host.ReadAsync(async session => (await session.Clients.OfTeamAsync(host.Aire.Id, "JS12"))!);
}
