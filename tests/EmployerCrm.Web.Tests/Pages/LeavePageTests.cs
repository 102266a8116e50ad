using System.Globalization;
using System.Net;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>Leave on the web: one's own, and the team's for its lead.</summary>
public sealed class LeavePageTests
{
    [Fact]
    public async Task Leave_is_added_changed_and_cancelled()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var today = host.Clock.Today;

        var added = await bea.SubmitAsync("/leave/new", "/leave/new", Days(today.AddDays(10), today.AddDays(12), host.Lea.Id));
        Assert.StartsWith("/settings?said=LeaveSaved&undo=", added.To, StringComparison.Ordinal);
        var leave = Assert.Single(await StoredAsync(host));
        Assert.Equal((today.AddDays(10), today.AddDays(12), host.Lea.Id), (leave.From, leave.To, leave.CoverId));
        var page = (await bea.GetAsync(added.To!)).Text;
        Assert.Contains("Lea Stone covers what is urgent.", page, StringComparison.Ordinal);

        var changed = await bea.SubmitAsync($"/leave/{leave.Id}", $"/leave/{leave.Id}", [.. Days(today.AddDays(10), today.AddDays(15), null), ("version", "1"), ("back", "/settings")]);
        Assert.StartsWith("/settings?said=LeaveSaved", changed.To, StringComparison.Ordinal);
        Assert.StartsWith("/settings?problem=ChangedMeanwhile", (await bea.SubmitAsync("/settings", $"/leave/{leave.Id}/cancel", ("version", "1"))).To, StringComparison.Ordinal);
        var cancelled = await bea.SubmitAsync("/settings", $"/leave/{leave.Id}/cancel", ("version", "2"));
        Assert.StartsWith("/settings?said=LeaveCancelled&undo=", cancelled.To, StringComparison.Ordinal);
        Assert.Empty(await StoredAsync(host));
        await bea.SubmitAsync(cancelled.To!, "/undo");
        Assert.Single(await StoredAsync(host));
    }

    [Fact]
    public async Task What_cannot_be_is_told_beside_its_field_and_everything_typed_is_kept()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var today = host.Clock.Today;
        await bea.SubmitAsync("/leave/new", "/leave/new", Days(today.AddDays(20), today.AddDays(22), null));

        await RefusedAsync("to", "The last day lies before the first.", Days(today.AddDays(9), today.AddDays(8), host.Lea.Id));
        await RefusedAsync("to", "That leave is over already.", Days(today.AddDays(-9), today.AddDays(-8), host.Lea.Id));
        await RefusedAsync("from", "There is leave on some of those days already: ", Days(today.AddDays(21), today.AddDays(30), host.Lea.Id));
        await RefusedAsync("to", "Choose the last day.", [("from", Iso(today.AddDays(3))), ("cover", host.Lea.Id.ToString())]);
        await RefusedAsync("cover", "Choose a colleague of the same team.", Days(today.AddDays(3), today.AddDays(4), host.Wim.Id));
        using var lea = await host.SignedInAsync(host.Lea);
        await lea.SubmitAsync("/leave/new", "/leave/new", Days(today.AddDays(4), today.AddDays(4), null));
        await RefusedAsync("cover", "Lea Stone is away then: ", Days(today.AddDays(3), today.AddDays(4), host.Lea.Id));
        Assert.Single(await StoredAsync(host));

        async Task RefusedAsync(string field, string sentence, (string Name, string Value)[] typed)
        {
            var answer = await bea.SubmitAsync("/leave/new", "/leave/new", typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-problem\"", answer.Text, StringComparison.Ordinal);
            Assert.Contains($"value=\"{typed[0].Value}\"", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_lead_sees_the_teams_leave_and_sets_it_with_its_cover()
    {
        await using var host = await PagesHost.StartAsync();
        using var lea = await host.SignedInAsync(host.Lea);
        var today = host.Clock.Today;
        var added = await lea.SubmitAsync(
            "/team/leave", "/leave/new", [("person", host.Bea.Id.ToString()), ("back", "/team/leave"), .. Days(today, today.AddDays(1), null)]);
        Assert.StartsWith("/team/leave?said=LeaveSaved&undo=", added.To, StringComparison.Ordinal);

        var page = (await lea.GetAsync("/team/leave")).Text;

        Assert.Contains("Bea Hart", page, StringComparison.Ordinal);
        Assert.Contains("Nobody covers.", page, StringComparison.Ordinal);
        Assert.Contains("away-day leave uncovered", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wim Vale", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cal Moss", page, StringComparison.Ordinal);
        var leave = Assert.Single(await StoredAsync(host));
        await lea.SubmitAsync($"/leave/{leave.Id}?back=/team/leave", $"/leave/{leave.Id}", [("version", "1"), .. Days(leave.From, leave.To, host.Lea.Id)]);
        Assert.Equal(host.Lea.Id, Assert.Single(await StoredAsync(host)).CoverId);
        Assert.Contains("No leave in these weeks.", (await lea.GetAsync($"/team/leave?from={Iso(today.AddDays(90))}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await lea.GetAsync("/team/leave?from=yesterday")).Status);
    }

    [Fact]
    public async Task Nobody_else_sees_the_teams_leave_or_touches_somebody_elses()
    {
        await using var host = await PagesHost.StartAsync();
        var today = host.Clock.Today;
        using (var bea = await host.SignedInAsync(host.Bea))
        {
            await bea.SubmitAsync("/leave/new", "/leave/new", Days(today.AddDays(10), today.AddDays(12), null));
            Assert.Equal(HttpStatusCode.Forbidden, (await bea.GetAsync("/team/leave")).Status);
        }

        var leave = Assert.Single(await StoredAsync(host));
        foreach (var person in new[] { host.Wim, host.Cal })
        {
            using var visitor = await host.SignedInAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/team/leave")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/leave/{leave.Id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/leave/new?person={host.Bea.Id}")).Status);
            await visitor.SubmitAsync("/settings", $"/leave/{leave.Id}/cancel", ("version", "1"));
            await visitor.SubmitAsync("/settings", $"/leave/{leave.Id}", [("version", "1"), .. Days(today, today, null)]);
            await visitor.SubmitAsync("/settings", "/leave/new", [("person", host.Bea.Id.ToString()), .. Days(today, today, null)]);
        }

        Assert.Equal(leave, Assert.Single(await StoredAsync(host)));
    }

    private static (string Name, string Value)[] Days(DateOnly from, DateOnly to, Guid? cover) => [("from", Iso(from)), ("to", Iso(to)), ("cover", cover?.ToString() ?? "")];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<IReadOnlyList<Leave>> StoredAsync(PagesHost host) => host.ReadAsync(session => session.Settings.LeaveAsync(host.Bea.Id, DateOnly.MinValue));
}
