using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class JobStartTests
{
    private const string Line = "JS12 starts at Two Rivers on Monday as a care assistant";

    [Fact]
    public async Task One_line_records_the_placement_and_the_client_is_in_work_from_its_first_day()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();

        Assert.Equal(
            [
                "Job start recorded", "Two Rivers Care Home", "Castleford", "Client: JS12", "Starts: Mon 23 Nov, in 2 days", "Job: care assistant", "Owed from now on",
                "• Meet before the job starts (in person), by Mon 23 Nov",
                "• Be in touch after the first day, by Thu 26 Nov", "• Tell the care team about the new job, by Mon 30 Nov", "• Weekly meeting in the first month (in person), by Mon 30 Nov",
                "• Weekly meeting in the first month (in person), by Mon 7 Dec", "• Weekly meeting in the first month (in person), by Mon 14 Dec",
                "• Weekly meeting in the first month (in person), by Mon 21 Dec", "• Monthly update for the care team, by Wed 23 Dec", "• Monthly contact, by Fri 22 Jan 2027",
                "Not said yet: hours a week, job type, minimum wage, permanent or not, open to anybody or not, what the client wanted or not.",
            ],
            card.Lines());
        Assert.Equal(["Undo", "Job details"], card.Buttons());
        var placement = Assert.Single(await PlacementsAsync(scene));
        Assert.Equal(("Two Rivers Care Home", new DateOnly(2026, 11, 23), "care assistant", "Alex Wilber"), (placement.EmployerName, placement.StartsOn, placement.JobTitle, placement.RecordedByName));
        Assert.Equal(ClientStatus.JobSearch, await StandingAsync(scene));
        Assert.Equal(ClientStatus.InWork, await StandingAsync(scene, placement.StartsOn));
        var entry = Assert.Single(await scene.ReadAsync(session => session.Audit.OfAsync(placement.Id)));
        Assert.Equal("job-start-recorded", entry.Action);
        Assert.Empty(await scene.ReadAsync(session => session.Audit.ValuesAsync(entry.Id)));
    }

    [Fact]
    public async Task Undo_removes_the_placement_and_the_client_is_what_they_were()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync(Line)).CardOf();

        var undone = (await scene.PressAsync(card, "Undo")).CardOf();

        Assert.Equal("Undone: the job start of JS12 at Two Rivers Care Home on Mon 23 Nov is no longer recorded.", undone.Whole());
        Assert.Empty(await PlacementsAsync(scene));
        Assert.Equal(ClientStatus.JobSearch, await StandingAsync(scene, new DateOnly(2026, 11, 23)));
        Assert.Contains("undone already", (await scene.PressAsync(card, "Undo", cardId: "card-2")).SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_undo_takes_back_a_job_start_too()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        await scene.SayAsync("undo");

        Assert.Empty(await PlacementsAsync(scene));
        Assert.Contains(scene.Connector.Calls, call => call.Body?.ToString()?.Contains("the job start of JS12", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task With_two_jobs_the_client_stays_in_work_until_the_last_of_them_is_taken_back()
    {
        await using var scene = await Scene.StartAsync();
        var first = (await scene.SayAsync("JS12 started at Two Rivers today as a care assistant")).CardOf();
        Assert.Contains("The client is now in work.", first.Lines());
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await scene.SayAsync("JS12 started at Friday's Café today")).CardOf();
        Assert.DoesNotContain("The client is now in work.", second.Lines());

        await scene.PressAsync(first, "Undo");
        Assert.Equal(ClientStatus.InWork, await StandingAsync(scene));
        await scene.PressAsync(second, "Undo", cardId: "card-2");

        Assert.Empty(await PlacementsAsync(scene));
        Assert.Equal(ClientStatus.JobSearch, await StandingAsync(scene));
    }

    [Fact]
    public async Task A_client_whose_status_moved_on_is_not_moved_back()
    {
        await using var scene = await Scene.StartAsync();
        await MoveAsync(scene, ClientStatus.JobSearch, ClientStatus.SteppedDown);
        var card = (await scene.SayAsync(Line)).CardOf();
        await MoveAsync(scene, ClientStatus.InWork, ClientStatus.Closed);

        Assert.Contains("changed meanwhile", (await scene.PressAsync(card, "Undo")).SentenceOf(), StringComparison.Ordinal);
        Assert.Single(await PlacementsAsync(scene));
    }

    [Fact]
    public async Task The_same_start_again_says_that_it_is_recorded_already()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        var card = (await scene.SayAsync("job start: JS12, Two Rivers Care Home, carer, 23/11", scene.Sam)).CardOf();

        Assert.Equal(
            [
                "Recorded already", "Two Rivers Care Home", "Castleford", "Client: JS12", "Starts: Mon 23 Nov, in 2 days", "Job: care assistant",
                "Alex Wilber recorded this job start on Sat 21 Nov, 16:20. Nothing was changed.",
                "Not said yet: hours a week, job type, minimum wage, permanent or not, open to anybody or not, what the client wanted or not.",
            ],
            card.Lines());
        Assert.Equal(["Job details"], card.Buttons());
        Assert.Single(await PlacementsAsync(scene));
    }

    [Fact]
    public async Task A_start_without_a_client_asks_for_one_and_the_choice_completes_the_same_line()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("job start at Two Rivers, care assistant, today")).CardOf();
        Assert.Contains("Which client?", question.Lines());
        Assert.Contains("JS12", question.Field("client")!["choices"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await PlacementsAsync(scene));

        var card = (await scene.PressAsync(question, "Use this client", new JsonObject { ["client"] = "JS12" })).CardOf();

        Assert.Equal(["Job start recorded", "Two Rivers Care Home", "Castleford", "Client: JS12", "Started: Sat 21 Nov, today", "Job: care assistant", "The client is now in work."], card.Lines().Take(7));
        var gone = await scene.PressAsync(question, "Use this client", new JsonObject { ["client"] = "JS12" }, cardId: "card-2");
        Assert.Contains("finished or too old", gone.SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_is_nearly_right_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("JS13 started at Two Rivers today as a carer")).CardOf();
        Assert.Empty(await PlacementsAsync(scene));

        Assert.Contains("Job start recorded", (await scene.PressAsync(question, "JS12")).CardOf().Lines());
        Assert.Equal("carer", Assert.Single(await PlacementsAsync(scene)).JobTitle);
    }

    [Fact]
    public async Task A_client_of_another_team_is_refused_whatever_the_button_says()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("job start at Two Rivers, care assistant, today", scene.Noor)).CardOf();
        Assert.DoesNotContain("JS12", question.ToJsonString(), StringComparison.Ordinal);
        var press = scene.Press(question, "Forget this line", person: scene.Noor);
        press["value"]!["action"]!["verb"] = "answer-client";
        press["value"]!["action"]!["data"]!["client"] = "JS12";

        Assert.Contains("not one of your team's", (await scene.InvokeAsync(press)).SentenceOf(), StringComparison.Ordinal);
        Assert.Empty(await PlacementsAsync(scene));
    }

    [Fact]
    public async Task Several_employers_that_fit_are_chosen_from()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("JS12 started at costwell today as a shelf stacker")).CardOf();
        Assert.Empty(await PlacementsAsync(scene));

        var card = (await scene.PressAsync(question, "Costwell Stores – Leeds")).CardOf();

        Assert.Contains("Costwell Stores – Leeds", card.Lines());
        Assert.Contains("Job: shelf stacker", card.Lines());
    }

    [Fact]
    public async Task A_new_employer_is_added_only_after_the_question_and_goes_again_with_undo()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("JS12 started at Big Ted's Burgers today as a cook")).CardOf();
        var card = (await scene.PressAsync(question, "Add new employer and log", new JsonObject { ["name"] = "Big Ted's Burgers" })).CardOf();
        Assert.Contains("Big Ted's Burgers", card.Lines());
        var employer = Assert.Single(await PlacementsAsync(scene)).EmployerId;

        await scene.PressAsync(card, "Undo", cardId: "card-2");

        Assert.Null(await scene.ReadAsync(session => session.Employers.EmployerAsync(employer)));
    }

    [Fact]
    public async Task A_start_whose_day_is_not_said_asks_for_it()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("JS12 starts at Two Rivers as a care assistant")).CardOf();
        Assert.Contains("Which day?", question.Lines());
        Assert.Equal(["Sat 21 Nov, today", "Mon 16 Nov, 5 days ago", "Mon 23 Nov, in 2 days", "Use this day", "Forget this line"], question.Buttons());

        var card = (await scene.PressAsync(question, "Mon 23 Nov, in 2 days")).CardOf();

        Assert.Contains("Starts: Mon 23 Nov, in 2 days", card.Lines());
        Assert.Equal(new DateOnly(2026, 11, 23), Assert.Single(await PlacementsAsync(scene)).StartsOn);
    }

    [Fact]
    public async Task A_year_that_is_a_slip_is_refused_with_a_sentence()
    {
        await using var scene = await Scene.StartAsync();
        var answer = await scene.SayAsync("job start: JS12, Two Rivers Care Home, carer, 23/11/2029");

        Assert.Contains("more than two years ahead", answer.Body!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await PlacementsAsync(scene));
    }

    private static async Task<Client> ClientAsync(Scene scene)
    {
        var alex = await scene.AlexRowAsync();
        return (await scene.ReadAsync(session => session.Clients.OfTeamAsync(alex.TeamId, "JS12")))!;
    }

    private static async Task<ClientStatus> StandingAsync(Scene scene, DateOnly? on = null) => ClientStanding.Of(
        (await ClientAsync(scene)).Status, (await PlacementsAsync(scene)).Select(placement => placement.Span), on ?? new DateOnly(2026, 11, 21));

    private static async Task MoveAsync(Scene scene, ClientStatus from, ClientStatus to)
    {
        var client = await ClientAsync(scene);
        Assert.True(await scene.Store.WriteAsync(session => session.Clients.ChangeStatusAsync(client.Id, from, to), TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<PlacementSummary>> PlacementsAsync(Scene scene)
    {
        var client = await ClientAsync(scene);
        return await scene.ReadAsync(session => session.Placements.OfClientAsync(client.Id));
    }
}
