using System.Net;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class MyDayTests
{
    [Fact]
    public async Task What_is_owed_stands_in_its_buckets_and_belongs_to_the_person()
    {
        await using var host = await PagesHost.StartAsync();
        await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today.AddDays(-1));
        await host.OweAsync(host.Bea, "send the <script>alert(1)</script> guide", host.Clock.Today);
        await host.OweAsync(host.Wim, "a thing of another team", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        var page = (await visitor.GetAsync("/")).Text;

        Assert.Contains("id=\"bucket-Overdue\"", page, StringComparison.Ordinal);
        Assert.Contains("Ring Dorota back", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("another team", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_is_done_once_and_can_be_taken_back()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        var done = await visitor.SubmitAsync("/", $"/due/{owed.Id}/done");
        Assert.StartsWith("/?said=Done&undo=", done.To, StringComparison.Ordinal);
        Assert.Equal(FollowUpState.Done, (await host.ReadAsync(session => session.FollowUps.FollowUpAsync(owed.Id)))!.State);
        Assert.Equal("/?said=DoneAlready", (await visitor.SubmitAsync("/", $"/due/{owed.Id}/done")).To);

        Assert.Contains("/log?followUp=" + owed.Id, (await visitor.GetAsync(done.To!)).Text, StringComparison.Ordinal);
        Assert.Equal("/?said=Undone", (await visitor.SubmitAsync(done.To!, "/undo")).To);
        Assert.Equal(FollowUpState.Open, (await host.ReadAsync(session => session.FollowUps.FollowUpAsync(owed.Id)))!.State);
    }

    [Fact]
    public async Task A_later_day_must_be_one()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Bea, "ring Dorota back", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        Assert.Equal("/?problem=SnoozeDay", (await visitor.SubmitAsync("/", $"/due/{owed.Id}/snooze", ("until", "next week"))).To);
        Assert.Equal("/?problem=DateInThePast", (await visitor.SubmitAsync("/", $"/due/{owed.Id}/snooze", ("until", Iso(host.Clock.Today)))).To);
        Assert.StartsWith("/?said=Snoozed", (await visitor.SubmitAsync("/", $"/due/{owed.Id}/snooze", ("until", Iso(host.Clock.Today.AddDays(7))))).To, StringComparison.Ordinal);

        Assert.Equal(host.Clock.Today.AddDays(7), (await host.ReadAsync(session => session.FollowUps.FollowUpAsync(owed.Id)))!.DueOn);
    }

    [Fact]
    public async Task What_another_team_owes_cannot_be_done_by_its_address()
    {
        await using var host = await PagesHost.StartAsync();
        var owed = await host.OweAsync(host.Wim, "ring", host.Clock.Today);
        using var visitor = await host.SignedInAsync(host.Bea);

        Assert.Equal("/?problem=NotAllowed", (await visitor.SubmitAsync("/", $"/due/{owed.Id}/done")).To);
    }

    [Fact]
    public async Task The_numbers_of_the_chat_mean_the_same_after_something_was_done_on_a_page()
    {
        await using var host = await PagesHost.StartAsync();
        var first = await host.OweAsync(host.Bea, "first", host.Clock.Today);
        var second = await host.OweAsync(host.Bea, "second", host.Clock.Today.AddDays(1));
        var due = host.Service<DueList>();
        await due.ShowAsync(Actor.For(host.Bea, Via.Chat), DueScope.All, null, TestContext.Current.CancellationToken);
        using var visitor = await host.SignedInAsync(host.Bea);

        await visitor.SubmitAsync("/", $"/due/{first.Id}/done");

        Assert.Equal(second.Id, (await due.ItemAsync(Actor.For(host.Bea, Via.Chat), 2, TestContext.Current.CancellationToken)).FollowUpId);
    }

    [Fact]
    public async Task An_address_cannot_put_words_into_our_mouth()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var page = await visitor.GetAsync("/?said=%3Cb%3EYour+password+has+expired&problem=Nonsense&undo=x");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Your password", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<div class=\"notice", page.Text, StringComparison.Ordinal);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");
}
