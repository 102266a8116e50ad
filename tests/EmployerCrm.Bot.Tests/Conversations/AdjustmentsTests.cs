namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class AdjustmentsTests
{
    [Fact]
    public async Task A_clients_adjustments_come_with_where_they_work_and_say_that_none_is_recorded()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers today as a care assistant");

        Assert.Equal(
            [
                "Adjustments", "Client: JS12", "Job: Care assistant, Two Rivers Care Home — since Sat 21 Nov, today", "No adjustments are recorded.",
                "I can't record adjustments yet, so agreements made elsewhere are not listed here.",
            ],
            (await scene.SayAsync("adjustments js12")).CardOf().Lines());
    }

    [Fact]
    public async Task A_client_without_a_job_is_told_as_such()
    {
        await using var scene = await Scene.StartAsync();

        Assert.Contains("No job start is recorded for this client.", (await scene.SayAsync("reasonable adjustments for JS12?")).CardOf().Lines());
    }

    [Fact]
    public async Task An_employers_adjustments_name_no_client()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers today as a care assistant");
        var card = (await scene.SayAsync("what adjustments have we agreed at Two Rivers")).CardOf();

        Assert.Contains("Employer: Two Rivers Care Home (Castleford)", card.Lines());
        Assert.Contains("No adjustments are recorded.", card.Lines());
        Assert.DoesNotContain("JS12", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_employers_that_fit_are_chosen_from_and_the_client_is_kept()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("adjustments JS12 at costwell")).CardOf();
        var card = (await scene.PressAsync(question, "Costwell Stores – Leeds")).CardOf();

        Assert.Contains("Client: JS12", card.Lines());
        Assert.Contains("Employer: Costwell Stores – Leeds", card.Lines());
    }

    [Fact]
    public async Task A_reference_that_is_nearly_right_offers_the_nearest()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("adjustments for JS13 at Two Rivers")).CardOf();
        Assert.Contains("That client reference is not one of your team's.", question.Lines());

        var card = (await scene.PressAsync(question, "JS12")).CardOf();

        Assert.Contains("Client: JS12", card.Lines());
        Assert.Contains("Employer: Two Rivers Care Home (Castleford)", card.Lines());
    }

    [Fact]
    public async Task A_client_of_another_team_is_not_told_of_whatever_the_button_says()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("adjustments at costwell", scene.Noor)).CardOf();
        var press = scene.Press(question, "Costwell Stores – Leeds", person: scene.Noor);
        press["value"]!["action"]!["data"]!["client"] = "JS12";

        Assert.Contains("not one of your team's", (await scene.InvokeAsync(press)).SentenceOf(), StringComparison.Ordinal);
    }
}
