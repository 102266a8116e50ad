using System.Net;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Web.Tests.Pages;

public sealed class JobTests
{
    [Fact]
    public async Task A_start_is_previewed_before_it_is_saved_with_every_fact_of_it()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var client = await host.ClientAsync("JS12");
        var address = $"/clients/{client.Id}/jobs/new";
        var form = Fields.With(
            Fields.Of((await bea.GetAsync(address)).Text), ("employer", "two rivers"), ("starts-on", Iso(host.Clock.Today.AddDays(14))), ("job-title", "Kitchen porter"), ("minutes-a-week", "16.5"),
            ("contact", "Dorota"), ("soc-major-group", "9"), ("at-least-minimum-wage", "yes"), ("permanent", "no"), ("competitive", "yes"), ("preferences-met", "yes"));

        var preview = await bea.PostAsync(address, Fields.With(form, ("preview", "yes")));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("What a start at Two Rivers Care Home creates", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Meet before the job starts", preview.Text, StringComparison.Ordinal);
        Assert.Contains("no check-in with the employer will exist", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id)));
        var saved = await bea.PostAsync(address, [.. Fields.Of(preview.Text)]);

        Assert.StartsWith($"/clients/{client.Id}?said=JobStarted&undo=", saved.To, StringComparison.Ordinal);
        var job = await host.ReadAsync(async session => await session.Placements.PlacementAsync((await session.Placements.OfClientAsync(client.Id)).Single().Id));
        Assert.Equal(
            (host.TwoRivers.Id, "Kitchen porter", 990, host.Dorota.Id, 9), (job!.EmployerId, job.JobTitle, job.MinutesAWeek!.Value, job.ContactId!.Value, job.SocMajorGroup!.Value));
        Assert.Equal((true, false, true, true), (job.AtLeastMinimumWage!.Value, job.Permanent!.Value, job.Competitive!.Value, job.PreferencesMet!.Value));
        var steps = await host.StepsAsync(job.Id);
        Assert.All(steps.Where(step => step.State == FollowUpState.Open), step => Assert.Contains(step.Title, preview.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Kind == FollowUpKind.EmployerCheckIn);
    }

    [Theory]
    [InlineData("minutes-a-week", "0")]
    [InlineData("minutes-a-week", "200")]
    [InlineData("minutes-a-week", "-3")]
    [InlineData("minutes-a-week", "many")]
    [InlineData("starts-on", "2016-11-18")]
    [InlineData("starts-on", "2036-11-18")]
    [InlineData("starts-on", "")]
    [InlineData("starts-on", "Monday")]
    [InlineData("employer", "")]
    [InlineData("employer", "Nobody Has This Name Ltd")]
    [InlineData("soc-major-group", "77")]
    public async Task A_start_that_cannot_be_is_refused_beside_its_field_and_nothing_is_lost(string field, string value)
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var client = await host.ClientAsync("JS12");
        var address = $"/clients/{client.Id}/jobs/new";
        var form = Fields.With(
            Fields.Of((await bea.GetAsync(address)).Text), ("employer", "Two Rivers Care Home"), ("starts-on", Iso(host.Clock.Today)), ("job-title", "Night porter"), ("contact", "Ada Penn"));

        foreach (var sent in new[] { Fields.With(form, (field, value)), Fields.With(form, (field, value), ("preview", "yes")) })
        {
            var refused = await bea.PostAsync(address, sent);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains($"id=\"{field}-problem\"", refused.Text, StringComparison.Ordinal);
            Assert.Contains("value=\"Night porter\"", refused.Text, StringComparison.Ordinal);
            Assert.Contains("value=\"Ada Penn\"", refused.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id)));
        Assert.Single(await host.ReadAsync(session => session.Employers.ContactsAsync(host.TwoRivers.Id)));
    }

    [Fact]
    public async Task An_archived_employer_one_not_to_be_approached_and_a_second_job_are_said_and_recorded()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await host.WriteAsync(session => session.Employers.SaveAsync(host.TwoRivers with { ArchivedOn = host.Clock.Today, DoNotApproachSince = host.Clock.Today, Version = 2 }, 1));
        var client = await host.ClientAsync("JS12");
        await host.StartJobAsync("JS12", host.Clock.Today.AddDays(-20));
        var address = $"/clients/{client.Id}/jobs/new?employer={host.TwoRivers.Id}";
        var form = Fields.With(Fields.Of((await bea.GetAsync(address)).Text), ("starts-on", Iso(host.Clock.Today)));

        var preview = (await bea.PostAsync(address, Fields.With(form, ("preview", "yes")))).Text;
        var saved = await bea.PostAsync(address, form);
        var twice = await bea.PostAsync(address, form);

        Assert.Contains("This employer is archived", preview, StringComparison.Ordinal);
        Assert.Contains("asked not to be approached", preview, StringComparison.Ordinal);
        Assert.Contains("also has a job at Two Rivers Care Home", preview, StringComparison.Ordinal);
        Assert.EndsWith("&note=JobAtArchived,JobDoNotApproach,JobSecond,JobNoCheckIn", saved.To, StringComparison.Ordinal);
        Assert.Contains("said=JobStartKnown", twice.To, StringComparison.Ordinal);
        Assert.Contains("each has a schedule of its own", (await bea.GetAsync(saved.To!)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id))).Count);
    }

    [Fact]
    public async Task An_employer_that_is_new_is_added_when_that_is_chosen()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var client = await host.ClientAsync("JS12");
        var address = $"/clients/{client.Id}/jobs/new";
        var form = Fields.With(Fields.Of((await bea.GetAsync(address)).Text), ("employer", "Quill & Sons"), ("starts-on", Iso(host.Clock.Today)), ("choose", "new"), ("contact", "Ada Penn"));

        Assert.Contains("Quill &amp; Sons is added to the employers", (await bea.PostAsync(address, Fields.With(form, ("preview", "yes")))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await bea.PostAsync(address, form)).Status);

        var job = (await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id))).Single();
        Assert.Equal("Quill & Sons", job.EmployerName);
        Assert.Equal("Ada Penn", (await host.ReadAsync(session => session.Employers.ContactsAsync(job.EmployerId))).Single().Name);
    }

    [Fact]
    public async Task What_a_contact_did_before_the_start_was_told_is_said_in_the_preview_and_done_when_it_is_saved()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var client = await host.ClientAsync("JS12");
        await bea.SubmitAsync("/clients", "/clients/contacts", ("tick", "JS12"), ("on", Iso(host.Clock.Today)), ("way", "Phone"));
        var address = $"/clients/{client.Id}/jobs/new?employer={host.TwoRivers.Id}";
        var form = Fields.With(Fields.Of((await bea.GetAsync(address)).Text), ("starts-on", Iso(host.Clock.Today)));

        var preview = (await bea.PostAsync(address, Fields.With(form, ("preview", "yes")))).Text;
        await bea.PostAsync(address, form);

        Assert.Single(preview.Split("done already by a contact that is recorded").Skip(1));
        var job = (await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id))).Single();
        Assert.Equal(["after-start"], (await host.StepsAsync(job.Id)).Where(step => step.State == FollowUpState.Done).Select(step => step.StepKey));
    }

    [Fact]
    public async Task A_job_title_that_tells_of_health_is_asked_about()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var client = await host.ClientAsync("JS12");
        var address = $"/clients/{client.Id}/jobs/new?employer={host.TwoRivers.Id}";
        var form = Fields.With(Fields.Of((await bea.GetAsync(address)).Text), ("starts-on", Iso(host.Clock.Today)), ("job-title", "porter, has schizophrenia"));

        var asked = await bea.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("name=\"guard\" value=\"remove\"", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id)));
        await bea.PostAsync(address, Fields.With(Fields.Of(asked.Text), ("guard", "remove")));

        Assert.DoesNotContain("schizophrenia", (await host.ReadAsync(session => session.Placements.OfClientAsync(client.Id))).Single().JobTitle ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_moves_says_what_moved_with_it_and_undo_moves_it_back()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var (from, to) = (host.Clock.Today.AddDays(10), host.Clock.Today.AddDays(24));
        var job = await host.StartJobAsync("JS12", from);
        var edit = $"/jobs/{job}/edit";

        var saved = await bea.PostAsync(edit, Fields.With(Fields.Of((await bea.GetAsync(edit)).Text), ("starts-on", Iso(to))));

        Assert.StartsWith($"/jobs/{job}?said=JobStartMoved&undo=", saved.To, StringComparison.Ordinal);
        var page = (await bea.GetAsync(saved.To!)).Text;
        Assert.Contains("moved, or owed again", page, StringComparison.Ordinal);
        Assert.All((await host.StepsAsync(job)).Where(step => step.State == FollowUpState.Open), step => Assert.Equal(to, step.AnchoredOn));
        await bea.SubmitAsync(saved.To!, "/undo", ("step", saved.To!.Split("undo=")[1]));
        Assert.Equal(from, (await host.ReadAsync(session => session.Placements.PlacementAsync(job)))!.StartsOn);
    }

    [Fact]
    public async Task Other_hours_from_a_day_stand_in_the_history_and_an_emptied_field_is_known_no_more()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var job = await host.StartJobAsync("JS12", host.Clock.Today.AddDays(-30), "Cleaner");
        var edit = $"/jobs/{job}/edit";

        var more = await bea.PostAsync(edit, Fields.With(Fields.Of((await bea.GetAsync(edit)).Text), ("minutes-a-week", "20"), ("permanent", "yes"), ("changed-on", Iso(host.Clock.Today.AddDays(-2)))));
        var page = (await bea.GetAsync(more.To!)).Text;
        await bea.PostAsync(edit, Fields.With(Fields.Of((await bea.GetAsync(edit)).Text), ("job-title", ""), ("permanent", "")));

        Assert.Contains("20 hours a week", page, StringComparison.Ordinal);
        Assert.Contains(await host.StepsAsync(job), step => step.StepKey == "care-team-change");
        var now = await host.ReadAsync(session => session.Placements.PlacementAsync(job));
        Assert.Equal((null, null, 1200), (now!.JobTitle, now.Permanent, now.MinutesAWeek!.Value));
        Assert.Contains("said=NothingChanged", (await bea.PostAsync(edit, [.. Fields.Of((await bea.GetAsync(edit)).Text)])).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_change_of_a_job_is_to_be_chosen()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        using var lea = await host.SignedInAsync(host.Lea);
        var job = await host.StartJobAsync("JS12", host.Clock.Today, "Cleaner");
        var edit = $"/jobs/{job}/edit";
        var mine = Fields.With(Fields.Of((await bea.GetAsync(edit)).Text), ("job-title", "Head cleaner"), ("minutes-a-week", "30"));
        await lea.PostAsync(edit, Fields.With(Fields.Of((await lea.GetAsync(edit)).Text), ("minutes-a-week", "12"), ("competitive", "yes")));

        var conflict = await bea.PostAsync(edit, mine);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Lea Stone changed this while you had it open", conflict.Text, StringComparison.Ordinal);
        var saved = await bea.PostAsync(edit, [.. Fields.Of(conflict.Text)]);

        Assert.Contains("said=JobChanged", saved.To, StringComparison.Ordinal);
        var now = await host.ReadAsync(session => session.Placements.PlacementAsync(job));
        Assert.Equal(("Head cleaner", 720, true), (now!.JobTitle!, now.MinutesAWeek!.Value, now.Competitive!.Value));
    }

    [Fact]
    public async Task A_start_on_the_day_of_another_job_there_is_refused_and_so_is_one_after_the_end()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var first = await host.StartJobAsync("JS12", host.Clock.Today.AddDays(-60));
        var second = await host.StartJobAsync("JS12", host.Clock.Today.AddDays(5));
        var edit = $"/jobs/{second}/edit";
        var form = Fields.Of((await bea.GetAsync(edit)).Text).ToList();

        var same = await bea.PostAsync(edit, Fields.With(form, ("starts-on", Iso(host.Clock.Today.AddDays(-60))), ("contact", "Ada Penn")));
        await bea.SubmitAsync($"/jobs/{first}/end", $"/jobs/{first}/end", ("ended-on", Iso(host.Clock.Today)), ("reason", ""));
        var late = await bea.PostAsync($"/jobs/{first}/edit", Fields.With(Fields.Of((await bea.GetAsync($"/jobs/{first}/edit")).Text), ("starts-on", Iso(host.Clock.Today.AddDays(1)))));

        Assert.Contains("recorded already", same.Text, StringComparison.Ordinal);
        Assert.Contains("before the first day", late.Text, StringComparison.Ordinal);
        Assert.Single(await host.ReadAsync(session => session.Employers.ContactsAsync(host.TwoRivers.Id)));
    }

    [Fact]
    public async Task The_end_of_a_job_owes_a_contact_and_begins_the_next_search()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        var client = await host.ClientAsync("JS12");
        var job = await host.StartJobAsync("JS12", host.Clock.Today.AddDays(-100));
        var end = $"/jobs/{job}/end";

        var asked = (await bea.GetAsync(end)).Text;
        var early = await bea.PostAsync(end, Fields.With(Fields.Of(asked), ("ended-on", Iso(host.Clock.Today.AddDays(-200)))));
        var saved = await bea.PostAsync(end, Fields.With(Fields.Of(asked), ("reason", "MovedOnToBetter")));
        var page = (await bea.GetAsync(saved.To!)).Text;

        Assert.Contains("Be in touch after the job ended", asked, StringComparison.Ordinal);
        Assert.Contains("id=\"ended-on-problem\"", early.Text, StringComparison.Ordinal);
        Assert.StartsWith($"/clients/{client.Id}?said=JobEnded&undo=", saved.To, StringComparison.Ordinal);
        Assert.EndsWith("&note=JobNextSearch", saved.To, StringComparison.Ordinal);
        Assert.Contains("The search for the next job begins", page, StringComparison.Ordinal);
        Assert.Contains("Moved on to better", page, StringComparison.Ordinal);
        Assert.Equal(JobEndReason.MovedOnToBetter, (await host.ReadAsync(session => session.Placements.PlacementAsync(job)))!.EndReason);
        Assert.Contains(await host.StepsAsync(job), step => step is { StepKey: "job-loss", State: FollowUpState.Open });
        await bea.SubmitAsync(saved.To!, "/undo", ("step", saved.To!.Split("undo=")[1].Split('&')[0]));
        Assert.Null((await host.ReadAsync(session => session.Placements.PlacementAsync(job)))!.EndsOn);
    }

    [Fact]
    public async Task A_job_of_another_team_is_not_shown()
    {
        await using var host = await PagesHost.StartAsync();
        using var wim = await host.SignedInAsync(host.Wim);
        var job = await host.StartJobAsync("JS12", host.Clock.Today, "Cleaner");

        Assert.Equal(HttpStatusCode.Forbidden, (await wim.GetAsync($"/jobs/{job}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await wim.SubmitAsync("/log", $"/jobs/{job}/end", ("ended-on", Iso(host.Clock.Today)))).Status);
        Assert.Null((await host.ReadAsync(session => session.Placements.PlacementAsync(job)))!.EndsOn);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
