using System.Net;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using Visitor = EmployerCrm.Web.Tests.SignIn.Visitor;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>The team's schedules: shown to the team, changed by its lead, without any script.</summary>
public sealed class SchedulePageTests
{
    private const string Page = "/team/schedules/IPS";

    [Fact]
    public async Task The_schedules_stand_in_words_with_their_programmes()
    {
        await using var host = await PagesHost.StartAsync();
        using var visitor = await host.SignedInAsync(host.Bea);

        var page = (await visitor.GetAsync("/team/schedules")).Text;

        foreach (var part in new[] { "Meet before the job starts", "From 7 days before the first day at work until 1 day before the first day at work", "then every month with no end", "IPS in secondary care", "13 weeks in work within 16, at least 7 hours a week", "Only with the client&#x27;s permission", "As it comes with the service" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/team/schedules/none")).Status);
        var look = (await visitor.GetAsync(Page)).Text;
        Assert.DoesNotContain("name=\"title-0\"", look, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SubmitAsync(Page, Page, ("do", "save"))).Status);
    }

    [Fact]
    public async Task The_preview_shows_the_days_and_the_bank_holidays_that_moved_them()
    {
        await using var host = await PagesHost.StartAsync();
        using var lead = await host.SignedInAsync(host.Lea);
        // Two weeks before the first bank holiday of Christmas, so that a weekly meeting falls on it, in whatever year this runs.
        var closed = BankHolidays.Of(host.Clock.Today.Year, Nation.EnglandAndWales).Where(day => day.Month == 12).Min();
        var page = (await lead.GetAsync($"{Page}?start={closed.AddDays(-14):yyyy-MM-dd}")).Text;

        Assert.Contains("For a start on ", page, StringComparison.Ordinal);
        Assert.Contains("because of bank holidays: ", page, StringComparison.Ordinal);
        Assert.Contains("and so on with no end", page, StringComparison.Ordinal);
        Assert.Contains("When the job changes or ends", page, StringComparison.Ordinal);
        Assert.Contains("more than two years ahead", (await lead.GetAsync($"{Page}?start=9999-12-31")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_added_removed_and_moved_without_script_and_what_was_typed_stays()
    {
        await using var host = await PagesHost.StartAsync();
        using var lead = await host.SignedInAsync(host.Lea);
        var form = Fields.Of((await lead.GetAsync(Page)).Text).ToList();
        var steps = ScheduleTemplate.Ips.Steps.Count;

        var added = await SendAsync(lead, form, ("do", "add"), ("title-0", "Meet and talk it through"));
        Assert.Contains($"name=\"title-{steps}\"", added, StringComparison.Ordinal);
        Assert.Contains("Meet and talk it through", added, StringComparison.Ordinal);
        var moved = Fields.Of(await SendAsync(lead, Fields.Of(added), ("do", "down-0"))).ToDictionary(field => field.Name, field => field.Value);
        Assert.Equal(("Be in touch after the first day", "Meet and talk it through"), (moved["title-0"], moved["title-1"]));
        Assert.Equal(("before", "1", "before-start"), (moved["opens-side-1"], moved["in-person-1"], moved["key-1"]));
        var removed = await SendAsync(lead, Fields.Of(added), ("do", "remove-0"));
        Assert.DoesNotContain("Meet and talk it through", removed, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync(session => session.Schedules.OfTeamAsync(host.Aire.Id)));
    }

    [Fact]
    public async Task A_change_is_a_version_and_the_one_of_the_service_can_be_taken_again()
    {
        await using var host = await PagesHost.StartAsync();
        using var lead = await host.SignedInAsync(host.Lea);
        var form = Fields.Of((await lead.GetAsync(Page)).Text).ToList();

        var saved = await lead.SubmitAsync(Page, Page, Fields.With(form, ("do", "save"), ("title-0", "Meet and talk it through")));
        Assert.Equal($"{Page}?said=ScheduleSaved", saved.To);
        var page = (await lead.GetAsync(Page)).Text;
        Assert.Contains("Version 1, Lea Stone", page, StringComparison.Ordinal);
        Assert.Contains("Meet and talk it through", page, StringComparison.Ordinal);

        var shipped = (await lead.GetAsync(Page + "?version=0")).Text;
        Assert.Contains("These are the steps as they come with the service.", shipped, StringComparison.Ordinal);
        Assert.Equal($"{Page}?said=ScheduleSaved", (await lead.SubmitAsync(Page, Page, Fields.With(Fields.Of(shipped), ("do", "save")))).To);
        var versions = await host.ReadAsync(session => session.Schedules.OfTeamAsync(host.Aire.Id));
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        Assert.Equal(ScheduleTemplate.Ips.Steps, ScheduleJson.Read(versions[0].Steps));
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_decides()
    {
        await using var host = await PagesHost.StartAsync();
        using var lead = await host.SignedInAsync(host.Lea);
        var form = Fields.Of((await lead.GetAsync(Page)).Text).ToList();
        await lead.SubmitAsync(Page, Page, Fields.With(form, ("do", "save"), ("title-0", "First")));

        var second = await lead.SubmitAsync(Page, Page, Fields.With(form, ("do", "save"), ("title-0", "Second")));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Lea Stone saved version 1 meanwhile", second.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Second\"", second.Text, StringComparison.Ordinal);
        Assert.Equal($"{Page}?said=ScheduleSaved", (await lead.SubmitAsync(Page, Page, Fields.With(Fields.Of(second.Text), ("do", "save")))).To);
        Assert.Contains("value=\"Second\"", (await lead.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title-0", "", "Say what is to be done.")]
    [InlineData("every-2", "0", "Type 1 or more, or leave it empty for once.")]
    [InlineData("due-0", "x", "Type a whole number, 0 or more.")]
    [InlineData("due-0", "30", "It would be owed before it may be done.")]
    [InlineData("until-0", "1", "Something owed once has no end.")]
    [InlineData("every-unit-2", "Months", "days and weeks go together.")]
    [InlineData("due-3", "900", "That is more than 400")]
    [InlineData("count", "0", "A schedule needs at least one step.")]
    [InlineData("key-1", "before-start", "Two steps have the same key.")]
    public async Task A_fault_stands_beside_the_field_of_its_step_and_nothing_is_saved(string field, string value, string sentence)
    {
        await using var host = await PagesHost.StartAsync();
        using var lead = await host.SignedInAsync(host.Lea);
        var form = Fields.Of((await lead.GetAsync(Page)).Text).ToList();

        var refused = await lead.SubmitAsync(Page, Page, Fields.With(form, ("do", "save"), (field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync(session => session.Schedules.OfTeamAsync(host.Aire.Id)));
    }

    private static async Task<string> SendAsync(Visitor visitor, IEnumerable<(string Name, string Value)> form, params (string Name, string Value)[] changed)
    {
        var answer = await visitor.SubmitAsync(Page, Page, Fields.With(form, changed));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Text;
    }
}
