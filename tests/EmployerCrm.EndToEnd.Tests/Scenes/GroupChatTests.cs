using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed class GroupChatTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task In_a_group_the_bot_greets_nobody_and_offers_to_go_on_in_private()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        await scene.Chat.EnterGroupAsync();

        var answer = await scene.Chat.MentionAsync("due");

        await answer.SaysAsync("in our one-to-one chat only");
        await answer.DoesNotSayAsync("Overdue");
        await scene.Chat.PhotographAsync("group chat");
    }
}
