using System.Text.Json.Nodes;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Jobs that begin on another day, change, are told of more; what moves is said. Saturday 21 November 2026.</summary>
public sealed class JobChangeTests
{
    [Fact]
    public async Task A_start_that_moved_moves_what_is_owed_and_says_from_when_to_when()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var card = (await scene.SayAsync("JS12 now starts Mon 7 Dec")).CardOf();

        Assert.Equal("Job changed", card.Lines()[0]);
        Assert.Contains("Starts: Mon 7 Dec, in 16 days", card.Lines());
        Assert.Contains("Moved", card.Lines());
        Assert.Contains("• Be in touch after the first day, by Thu 10 Dec (was Thu 26 Nov)", card.Lines());
        Assert.Contains("• Weekly meeting in the first month (in person), by Mon 14 Dec (was Mon 30 Nov)", card.Lines());
        Assert.Equal(new DateOnly(2026, 12, 7), (await JobAsync(scene)).StartsOn);

        await scene.SayAsync("undo");
        Assert.Equal(new DateOnly(2026, 11, 23), (await JobAsync(scene)).StartsOn);
        Assert.Contains(await scene.OwedByAlexAsync(), owed => owed is { Title: "Be in touch after the first day", DueOn.Day: 26 });
    }

    [Fact]
    public async Task A_start_that_moved_without_a_day_is_asked_and_the_answer_is_typed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var question = (await scene.SayAsync("JS12's start has been delayed")).CardOf();
        Assert.Contains("Two Rivers Care Home, porter", question.Whole(), StringComparison.Ordinal);

        await scene.SayAsync("thursday");
        Assert.Equal(new DateOnly(2026, 11, 26), (await JobAsync(scene)).StartsOn);
    }

    [Fact]
    public async Task Hours_title_and_both_are_changed_from_a_day_on()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter 12h");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var card = (await scene.SayAsync("JS12 up to 20h from Monday")).CardOf();
        Assert.Contains("Hours a week: 20", card.Lines());
        Assert.Contains("From: Mon 23 Nov, in 2 days", card.Lines());
        Assert.Contains("• Tell the care team what changed at work, by Mon 30 Nov", card.Lines());
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        card = (await scene.SayAsync("JS12 promoted to head porter at Two Rivers")).CardOf();
        Assert.Contains("Job: head porter", card.Lines());

        var job = await JobAsync(scene);
        Assert.Equal([(new DateOnly(2026, 11, 23), (int?)1200, null), (new DateOnly(2026, 11, 21), null, "head porter")], (await ChangesAsync(scene, job.Id)).Select(row => (row.ChangedOn, row.MinutesAWeek, row.JobTitle)).OrderByDescending(row => row.ChangedOn));
    }

    [Fact]
    public async Task Of_two_jobs_at_once_it_is_asked_which_and_the_second_is_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await scene.SayAsync("JS12 also started at Friday's Café on 2 November as a cleaner")).CardOf();
        Assert.Contains("Two jobs at once: beside this one there is", second.Lines());
        Assert.Contains("Two Rivers Care Home, porter", second.Lines());
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var question = (await scene.SayAsync("JS12 is down to 8 hours a week")).CardOf();
        Assert.Equal(["Friday's Café, cleaner", "Two Rivers Care Home, porter", "Forget this line"], question.Buttons());
        var changed = (await scene.PressAsync(question, "Friday's Café, cleaner")).CardOf();
        Assert.Contains("Hours a week: 8", changed.Lines());
        Assert.Contains("Friday's Café", changed.Lines());
    }

    [Fact]
    public async Task An_old_job_is_not_moved_without_asking_and_a_new_one_is_recorded()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var question = (await scene.SayAsync("JS12 now starts Mon 7 Dec")).CardOf();
        Assert.Contains("began a while ago", question.Whole(), StringComparison.Ordinal);
        await scene.SayAsync("no");

        var card = (await scene.SayAsync("JS12 now starts at Friday's Café Mon 7 Dec")).CardOf();
        Assert.Contains("Job start recorded", card.Lines());
        Assert.Equal("No job of KT45 is recorded that goes on or is to begin, so nothing was changed. Type for example: KT45 starts at Two Rivers on Monday as a porter", (await scene.SayAsync("KT45 up to 20h")).Said());
    }

    [Fact]
    public async Task The_facts_that_a_line_leaves_unsaid_are_offered_and_kept()
    {
        await using var scene = await Scene.StartAsync();
        var start = (await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter")).CardOf();
        Assert.Contains("Not said yet: hours a week, job type, minimum wage, permanent or not, open to anybody or not, what the client wanted or not.", start.Lines());
        var form = (await scene.PressAsync(start, "Job details")).CardOf();
        var sarah = (string)form.Field("jobContact")!["choices"]![0]!["value"]!;
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var wrong = (await scene.PressAsync(form, "Save", Filled("200", sarah))).CardOf();
        Assert.Contains("That cannot be the hours of a week: between half an hour and 80 hours can be recorded. Nothing was changed.", wrong.Lines());
        Assert.Equal(("200", "9"), ((string)wrong.Field("hours")!["value"]!, (string)wrong.Field("jobType")!["value"]!));
        var saved = (await scene.PressAsync(wrong, "Save", Filled("16.5", sarah))).CardOf();

        Assert.Contains("Hours a week: 16.5", saved.Lines());
        var job = await JobAsync(scene);
        Assert.Equal((990, 9, true, false, true, (bool?)null), (job.MinutesAWeek, job.SocMajorGroup, job.AtLeastMinimumWage, job.Permanent, job.Competitive, job.PreferencesMet));
        Assert.Equal(sarah, job.ContactId.ToString());
        Assert.DoesNotContain(await scene.OwedByAlexAsync(), owed => owed.Title.Contains("changed", StringComparison.Ordinal));

        var again = (await scene.SayAsync("job details JS12")).CardOf();
        Assert.Equal("no", (string)again.Field("permanent")!["value"]!);
    }

    [Fact]
    public async Task A_title_that_tells_of_health_is_asked_about_and_not_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 starts at Two Rivers on Monday as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var asked = (await scene.SayAsync("JS12 promoted to porter despite her psychosis at Two Rivers")).CardOf();
        Assert.Contains(asked.Buttons(), button => button.Contains("Remove", StringComparison.OrdinalIgnoreCase) || button.Contains("Take", StringComparison.OrdinalIgnoreCase) || button.Contains("out", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("porter", (await JobAsync(scene)).JobTitle);
    }

    [Fact]
    public async Task A_job_start_can_be_filled_in_and_an_employer_who_may_be_two_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("job start")).CardOf();
        var fields = new JsonObject { ["client"] = "JS12", ["employerName"] = "Costwell", ["startsOn"] = "2026-11-30", ["jobTitle"] = "shelf stacker", ["hours"] = "0" };
        var wrong = (await scene.PressAsync(form, "Record it", fields)).CardOf();
        Assert.Equal("Costwell", (string)wrong.Field("employerName")!["value"]!);
        Assert.Contains("That cannot be the hours of a week: between half an hour and 80 hours can be recorded. Nothing was changed.", wrong.Lines());

        fields["hours"] = "20";
        var which = (await scene.PressAsync(wrong, "Record it", fields)).CardOf();
        Assert.Contains(which.Buttons(), button => button.StartsWith("Costwell Stores – Leeds", StringComparison.Ordinal));
        var recorded = (await scene.PressAsync(which, which.Buttons().First(button => button.StartsWith("Costwell Stores – Leeds", StringComparison.Ordinal)))).CardOf();
        Assert.Contains("Job: shelf stacker", recorded.Lines());
        Assert.Contains("Hours a week: 20", recorded.Lines());
        Assert.Contains("Starts: Mon 30 Nov, in 9 days", recorded.Lines());
    }

    private static JsonObject Filled(string hours, string contact) => new()
    {
        ["jobTitle"] = "porter", ["hours"] = hours, ["jobContact"] = contact, ["jobType"] = "9", ["minimumWage"] = "yes", ["permanent"] = "no", ["competitive"] = "yes", ["preferences"] = "",
    };

    private static Task<Placement> JobAsync(Scene scene) => scene.ReadAsync(async session =>
    {
        var alex = (await session.People.SpecialistWithObjectIdAsync(scene.Alex.AadObjectId))!;
        var client = (await session.Clients.OfTeamAsync(alex.TeamId, "JS12"))!;
        return (await session.Placements.PlacementAsync((await session.Placements.OfClientAsync(client.Id))[0].Id))!;
    });

    private static Task<IReadOnlyList<PlacementChange>> ChangesAsync(Scene scene, Guid placement) => scene.ReadAsync(session => session.Placements.ChangesAsync(placement));
}
