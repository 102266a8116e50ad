using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>People and teams kept on pages, and a leaver who is out at once.</summary>
public sealed partial class AdminPagesTests
{
    [Fact]
    public async Task Only_admins_open_the_pages_of_people_and_teams()
    {
        await using var host = await SignInHost.StartAsync();
        using var specialist = await host.SignedInAsync(host.Specialist);
        using var admin = await host.SignedInAsync(host.Admin);
        using var stranger = host.Visitor();

        foreach (var address in new[] { "/admin/people", $"/admin/people/{host.Specialist.Id}", "/admin/teams", $"/admin/teams/{host.Specialist.TeamId}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(address)).Status);
        }

        Assert.Equal("/admin/people", (await admin.GetAsync("/admin")).To);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/people/00000000-0000-0000-0000-000000000001")).Status);
    }

    [Fact]
    public async Task Somebody_joins_and_what_was_wrong_with_the_form_stands_beside_the_field_with_what_was_typed()
    {
        await using var host = await SignInHost.StartAsync();
        using var admin = await host.SignedInAsync(host.Admin);
        (string, string)[] form = [("name", "<script>alert(1)</script>"), ("object-id", "two words"), ("team", host.Specialist.TeamId.ToString()), ("role", "Specialist"), ("target", "6")];

        var refused = await admin.SubmitAsync("/admin/people", "/admin/people", form);
        form[1] = ("object-id", "44444444-0000-4000-8000-0000000000AB");
        var added = await admin.SubmitAsync("/admin/people", "/admin/people", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"object-id-problem\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"two words\"", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/admin/people?said=PersonAdded", added.To);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", (await admin.GetAsync(added.To!)).Text, StringComparison.Ordinal);
        Assert.Equal("1", host.Query("select count(*) from specialists where object_id = '44444444-0000-4000-8000-0000000000ab'"));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_counts_at_the_next_request()
    {
        await using var host = await SignInHost.StartAsync();
        using var admin = await host.SignedInAsync(host.Admin);
        var address = $"/admin/people/{host.Specialist.Id}";
        (string, string)[] form = [("name", "Bea Hart"), ("object-id", SignInHost.BeasObjectId), ("role", "Admin"), ("target", "6")];

        Assert.Equal(address + "?said=PersonChanged", (await admin.SubmitAsync(address, address, form)).To);
        using var second = await host.SignedInAsync(host.Specialist);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/admin/people")).Status);
        form[2] = ("role", "Specialist");
        var late = await admin.SubmitAsync(address, address, [.. form, ("version", "1")]);
        Assert.Contains("Cal Moss changed this", late.Text, StringComparison.Ordinal);
        await admin.SubmitAsync(address, address, form);

        Assert.Equal(HttpStatusCode.Forbidden, (await second.GetAsync("/admin/people")).Status);
        Assert.Contains("They are the only admin.", (await admin.SubmitAsync(
            $"/admin/people/{host.Admin.Id}", $"/admin/people/{host.Admin.Id}", ("name", "Cal Moss"), ("object-id", SignInHost.CalsObjectId), ("role", "TeamLead"), ("target", "0"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaver_is_out_of_the_pages_and_of_the_chat_at_once_and_may_come_back()
    {
        await using var host = await SignInHost.StartAsync();
        using var admin = await host.SignedInAsync(host.Admin);
        using var leaver = await host.SignedInAsync(host.Specialist);
        var address = $"/admin/people/{host.Specialist.Id}";
        host.Execute($"""
            insert into clients (id, reference, owner_id, team_id, programme, entered_on, status, check_reference)
            select '019A0000-0000-7000-8000-000000000001', 'KM23', id, team_id, 'IPS', '2026-01-01', 'JobSearch', 0 from specialists where object_id = '{SignInHost.BeasObjectId}'
            """);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-12));

        var alone = await admin.SubmitAsync(address, address + "/leave", ("left-on", today.ToString("O")), ("hand-over-to", ""));
        var tomorrow = await admin.SubmitAsync(address, address + "/leave", ("left-on", today.AddDays(3).ToString("O")));
        var never = await admin.SubmitAsync(address, address + "/leave", ("left-on", "soon"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (alone.Status, tomorrow.Status, never.Status));
        Assert.Contains("id=\"leave-hand-over-to-problem\"", alone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await leaver.GetAsync("/test/name")).Status);
        var colleague = host.AddPerson("Dai Pugh", Role.TeamLead);

        var left = await admin.SubmitAsync(address, address + "/leave", ("left-on", today.ToString("O")), ("hand-over-to", (await colleague).Id.ToString()));

        Assert.Equal(address + "?said=PersonLeft", left.To);
        Assert.Equal(HttpStatusCode.Redirect, (await leaver.GetAsync("/test/name")).Status);
        Assert.Equal("Dai Pugh", host.Query("select s.name from clients c join specialists s on s.id = c.owner_id"));
        Assert.DoesNotContain("Bea Hart", (await leaver.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal(address + "?said=PersonBack", (await admin.SubmitAsync(address, address + "/back")).To);
        Assert.Equal(HttpStatusCode.OK, (await leaver.GetAsync("/test/name")).Status);
    }

    [Fact]
    public async Task Teams_are_added_and_changed()
    {
        await using var host = await SignInHost.StartAsync();
        using var admin = await host.SignedInAsync(host.Admin);

        Assert.Equal("/admin/teams?said=TeamAdded", (await admin.SubmitAsync("/admin/teams", "/admin/teams", ("name", "Forth"), ("nation", "Scotland"))).To);
        Assert.Contains("There is a team called Forth already.", (await admin.SubmitAsync("/admin/teams", "/admin/teams", ("name", "FORTH"), ("nation", "Scotland"))).Text, StringComparison.Ordinal);
        var address = Link().Match((await admin.GetAsync("/admin/teams")).Text[..]).Value;
        Assert.Equal("/admin/teams?said=TeamChanged", (await admin.SubmitAsync(address, address, ("name", "Aire"), ("nation", "NorthernIreland"))).To);
        Assert.Equal("1", host.Query("select count(*) from teams where name = 'Aire' and nation = 'NorthernIreland' and version = 2"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/teams/00000000-0000-0000-0000-000000000001")).Status);
    }

    [GeneratedRegex("/admin/teams/[0-9a-f-]{36}")]
    private static partial Regex Link();
}
