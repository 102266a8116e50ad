using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed class WelcomeTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task A_specialist_is_welcomed_once_with_one_example()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);

        await scene.Chat.Answer(1).SaysAsync(Lines.Visit);
        await scene.Chat.PhotographAsync("welcome");

        // The page installs the bot again each time it is opened; the next answer is to what was typed, not a second welcome.
        await scene.ReopenAsync();
        var help = await scene.Chat.SayAsync("help");
        await help.SaysAsync("What you can type");
        Assert.Equal(1, await scene.Chat.CountAnswersAsync());
        await scene.Chat.PhotographAsync("help");
    }

    [Fact]
    public async Task Lines_that_make_no_sense_get_a_useful_answer_and_log_nothing()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);

        await (await scene.Chat.SayAsync("🙂🙂🙂")).SaysAsync("I did not understand that");
        await (await scene.Chat.SayAsync("<i onclick=alert(1)>hello</i>")).SaysAsync("I did not understand that");
        await (await scene.Chat.SayAsync("'; DROP TABLE visits; --")).SaysAsync("I did not see an employer's name");
        await (await scene.Chat.SayAsync(new string('x', 100_000))).SaysAsync("Please send a shorter line");
        await scene.Chat.PhotographAsync("bad input");
        await (await scene.Chat.SayAsync("undo")).SaysAsync("nothing of yours from the last day to undo");
    }
}
