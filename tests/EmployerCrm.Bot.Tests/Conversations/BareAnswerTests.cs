namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>A yes, a number or a day without a question that it answers.</summary>
public sealed class BareAnswerTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("2")]
    [InlineData("no")]
    public async Task With_no_question_open_it_is_said_so(string text)
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("I have no open question", (await scene.SayAsync(text)).Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_yesterdays_question_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("saw JS12 at work, all fine");
        scene.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Contains("more than 12 hours old", (await scene.SayAsync("yes")).Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_somebody_elses_question_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("saw JS12 at work, all fine");
        Assert.Contains("I have no open question", (await scene.SayAsync("yes", scene.Sam)).Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_question_does_not_have_leaves_it_open()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("new client");
        Assert.Contains("does not answer my last question", (await scene.SayAsync("40")).Body!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Which programme?", (await scene.SayAsync("drafts")).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_3_after_the_list_changed_means_the_third_that_was_seen()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var (what, day) in new[] { ("order leaflets", "Monday"), ("print cards", "Tuesday"), ("book the room", "Wednesday") })
            await scene.SayAsync($"remind me to {what} on {day}");
        await scene.SayAsync("due");
        await scene.SayAsync("remind me to charge the tablet tomorrow");

        Assert.Contains("book the room", (await scene.SayAsync("done 3")).CardOf().Whole(), StringComparison.Ordinal);
        Assert.Equal(["charge the tablet", "order leaflets", "print cards"], (await scene.OwedByAlexAsync()).Select(owed => owed.Title).Order());
    }
}
