using System.Text.Json.Nodes;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What people get wrong about jobs and permissions: a clear sentence, and nothing lost. And what the care team says back.</summary>
public sealed class SupportBadInputTests
{
    [Fact]
    public async Task A_start_in_the_past_is_a_fact_and_one_long_ago_or_ten_years_ahead_a_slip()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Equal("That day is more than two years ahead. Please check the year.", (await scene.SayAsync("JS12 starts at Two Rivers on 23/11/2036 as a porter")).Said());
        Assert.Equal("That day is more than two years ago. Please check the year.", (await scene.SayAsync("JS12 started at Two Rivers on 23/11/2016 as a porter")).Said());
        Assert.Empty(await JobsAsync(scene));
        Assert.Contains("Started: Mon 3 Aug, 110 days ago", (await scene.SayAsync("JS12 started at Two Rivers on 3 August as a porter")).CardOf().Lines());
        Assert.Equal("That day is more than two years ahead. Please check the year.", (await scene.SayAsync("KT45 now starts 7/12/2036 at Two Rivers")).Said());
    }

    [Fact]
    public async Task An_end_before_the_start_is_refused_and_the_job_goes_on()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 2 November as a porter");
        Assert.Equal("That day lies before the first day of the job. Please check it.", (await scene.SayAsync("JS12 lost the job at Two Rivers on 1 October")).Said());
        Assert.Null(Assert.Single(await JobsAsync(scene)).EndsOn);
    }

    [Theory]
    [InlineData("JS12 starts at Two Rivers on Monday as a porter 0h")]
    [InlineData("JS12 starts at Two Rivers on Monday as a porter 200 hours")]
    public async Task Impossible_hours_are_said_and_the_start_is_recorded_without_them(string line)
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("at most 80", (await scene.SayAsync(line)).Said(), StringComparison.Ordinal);
        Assert.Equal(("porter", null), Assert.Single(await JobsAsync(scene)) is var job ? (job.JobTitle, job.MinutesAWeek) : default);
    }

    [Theory]
    [InlineData("JS12 up to 200h")]
    [InlineData("JS12 hours changed to 0")]
    public async Task Impossible_hours_change_nothing(string line)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 2 November as a porter 16h");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("That cannot be the hours of a week: between half an hour and 80 hours can be recorded. Nothing was changed.", (await scene.SayAsync(line)).Said());
        Assert.Equal(960, Assert.Single(await JobsAsync(scene)).MinutesAWeek);
    }

    [Fact]
    public async Task An_unknown_reference_is_asked_about_and_the_answer_completes_the_line()
    {
        await using var scene = await Scene.StartAsync();
        var which = (await scene.SayAsync("JS13 starts at Two Rivers on Monday as a porter")).CardOf();
        Assert.Contains("JS12", which.Buttons());
        Assert.Empty(await JobsAsync(scene));
        await scene.PressAsync(which, "JS12");
        Assert.Equal("porter", Assert.Single(await JobsAsync(scene)).JobTitle);
    }

    [Theory]
    [InlineData("JS13 now starts Thursday")]
    [InlineData("JS13 up to 20h from Monday")]
    public async Task An_unknown_reference_in_a_change_is_said_with_the_nearest_and_nothing_changes(string line)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("JS12", (await scene.SayAsync(line)).Said(), StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2026, 11, 23), null), Assert.Single(await JobsAsync(scene)) is var job ? (job.StartsOn, job.MinutesAWeek) : default);
    }

    [Fact]
    public async Task A_permission_of_another_teams_client_is_refused_and_says_nothing_of_them()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 2 November as a porter");
        var answer = await scene.InvokeAsync(scene.Noor.Execute("open-permission", new JsonObject { ["client"] = "JS12", ["employer"] = (await EmployerAsync(scene, "two rivers")).ToString() }));
        Assert.Equal("That client reference is not one of your team's. Nothing was saved.", answer.SentenceOf());
        var typed = await scene.SayAsync("JS12 is happy for me to talk to Two Rivers", scene.Noor);
        Assert.DoesNotContain("What may this employer be told?", typed.Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_at_an_archived_employer_and_at_one_not_to_be_approached_is_recorded_and_said()
    {
        await using var scene = await Scene.StartAsync();
        await MarkAsync(scene, "two rivers", employer => employer with { DoNotApproachSince = new DateOnly(2026, 10, 1) });
        Assert.Contains("This employer is marked as not to be approached. The job is recorded.", (await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter")).CardOf().Lines());
        await MarkAsync(scene, "b & j motors", employer => employer with { ArchivedOn = new DateOnly(2026, 10, 1) });
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("KT45 starts at B & J Motors on Monday as a valeter");
        Assert.Single(await JobsAsync(scene, "KT45"));
        Assert.Contains(scene.Connector.Calls, call => call.Body!.ToString().Contains("This employer is archived. The job is recorded.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_care_team_says_is_recorded_and_how_it_came_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        var how = (await scene.SayAsync("CMHT says JS12 is doing well at work")).CardOf();
        var card = (await scene.PressAsync(how, "Phone")).CardOf();
        Assert.Contains("With whom: CMHT", card.Lines());
        Assert.DoesNotContain("doing well", card.ToJsonString(), StringComparison.Ordinal);
        var heard = Assert.Single(await LiaisonAsync(scene));
        Assert.Equal(("CMHT", Channel.Phone, "JS12 is doing well at work"), (heard.WithWhom, heard.Way, heard.AboutWork));

        await scene.PressAsync(card, "Undo");
        Assert.Empty(await LiaisonAsync(scene));
        var rang = (await scene.SayAsync("care coordinator rang, JS12 prefers mornings")).CardOf();
        Assert.Contains("How: Phone", rang.Lines());
        Assert.Equal("That client reference is not one of your team's. Nothing was saved.", (await scene.SayAsync("the nurse emailed about ZZ99, all fine at work")).Said());
    }

    [Fact]
    public async Task What_tells_of_health_in_it_is_asked_about_and_not_kept()
    {
        await using var scene = await Scene.StartAsync();
        var asked = (await scene.SayAsync("CMHT rang, JS12 had a relapse and is on clozapine")).CardOf();
        Assert.Contains("clozapine", asked.Whole(), StringComparison.Ordinal);
        Assert.Empty(await LiaisonAsync(scene));
        Assert.False(await scene.StoreHoldsAsync("clozapine"));
    }

    private static async Task<Guid> EmployerAsync(Scene scene, string name) =>
        (await scene.ReadAsync(session => session.Employers.WithKeysAsync(Core.People.Actor.System(Core.People.Via.Job), EmployerKeys.ForQuery(FoldedText.Words(name)))))[0].Id;

    private static async Task MarkAsync(Scene scene, string name, Func<Employer, Employer> change)
    {
        var id = await EmployerAsync(scene, name);
        await scene.Store.WriteAsync(
            async session =>
            {
                var employer = (await session.Employers.EmployerAsync(id))!;
                return await session.Employers.SaveAsync(change(employer) with { Version = employer.Version + 1 }, employer.Version);
            },
            TestContext.Current.CancellationToken);
    }

    private static Task<IReadOnlyList<PlacementSummary>> JobsAsync(Scene scene, string client = "JS12") => scene.ReadAsync(async session =>
        await session.Placements.OfClientAsync((await session.Clients.OfTeamAsync((await session.People.SpecialistWithObjectIdAsync(scene.Alex.AadObjectId))!.TeamId, client))!.Id));

    private static Task<IReadOnlyList<LiaisonContact>> LiaisonAsync(Scene scene) => scene.ReadAsync(async session =>
        await session.CareTeam.LiaisonAsync((await session.Clients.OfTeamAsync((await session.People.SpecialistWithObjectIdAsync(scene.Alex.AadObjectId))!.TeamId, "JS12"))!.Id));
}
