namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class DraftTests
{
    private const string First = "popped in to costwell yesterday, nobody about";
    private const string Second = "visited Friday's Café on 31/2";

    [Fact]
    public async Task Drafts_lists_the_open_lines_newest_first_with_what_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(First);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync(Second);
        var card = (await scene.SayAsync("my drafts")).CardOf();

        Assert.Equal(
            [
                "Your open lines", "These lines wait for an answer from you. They are kept for 7 days.", Second, "Which day? · Sat 21 Nov, 16:21", First,
                "Which employer? · Sat 21 Nov, 16:20",
            ],
            card.Lines());
        Assert.Equal(["Continue", "Forget", "Continue", "Forget"], card.Buttons());
    }

    [Fact]
    public async Task Continue_shows_the_question_again_in_place_and_its_answer_completes_the_line()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(First);
        scene.Clock.Advance(TimeSpan.FromDays(2));
        var list = (await scene.SayAsync("drafts")).CardOf();
        var question = (await scene.PressAsync(list, "Continue")).CardOf();
        var card = (await scene.PressAsync(question, "Costwell Stores – Leeds")).CardOf();

        Assert.Contains("When: Fri 20 Nov, 3 days ago", card.Lines());
        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task After_continue_a_typed_answer_counts_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(First);
        scene.Clock.Advance(TimeSpan.FromDays(2));
        var list = await scene.SayAsync("drafts");
        await scene.PressAsync(list.CardOf(), "Continue", cardId: list.Id);
        await scene.SayAsync("leeds");

        Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Contains(scene.Connector.Calls, call => call.Method == "PUT" && call.ActivityId == list.Id);
    }

    [Fact]
    public async Task Forget_drops_one_line_and_shows_the_others()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(First);
        var list = (await scene.SayAsync("drafts")).CardOf();
        var after = (await scene.PressAsync(list, "Forget")).CardOf();

        Assert.Contains("No line of yours waits for an answer.", after.Lines());
        Assert.Contains("finished or too old", (await scene.PressAsync(list, "Continue")).SentenceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_somebody_else_is_neither_listed_nor_continued_nor_forgotten()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(First);
        var list = (await scene.SayAsync("drafts")).CardOf();

        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts", scene.Sam)).CardOf().Lines());
        Assert.Contains("finished or too old", (await scene.PressAsync(list, "Continue", person: scene.Sam)).SentenceOf(), StringComparison.Ordinal);
        await scene.PressAsync(list, "Forget", person: scene.Sam);
        Assert.Contains(First, (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task After_seven_days_a_line_is_gone()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(First);
        scene.Clock.Advance(TimeSpan.FromDays(7.1));

        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }
}
