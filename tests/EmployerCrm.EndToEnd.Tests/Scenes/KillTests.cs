using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed class KillTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task What_was_answered_is_still_there_after_a_kill_and_old_buttons_still_work()
    {
        Machine.NeedsTime("A kill in front of the chat client (CrashTests kills in every run)");
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var visit = await scene.Chat.SayAsync(Lines.Visit);
        await visit.SaysAsync("Visit logged");
        var list = await scene.Chat.SayAsync("due");
        await list.PressAsync("Done");
        await list.SaysAsync("Done: ");

        await scene.Host.KillAsync();
        await scene.Host.StartAgainAsync(cancellationToken);

        var again = await scene.Chat.SayAsync("due");
        Assert.Equal(WithoutReceipt(await list.TextAsync()), WithoutReceipt(await again.TextAsync()));
        await visit.PressAsync("Edit");
        await visit.SaysAsync("Next step due");
        await visit.PressAsync("Cancel");
        await visit.SaysAsync("Visit logged");
        await scene.Chat.PhotographAsync("after the kill");
        await visit.PressAsync("Undo");
        await visit.SaysAsync("Undone: the visit with Friday's Café");
    }

    /// <summary>The list itself: from its first bucket on, without what the chat client writes below.</summary>
    private static string WithoutReceipt(string text)
    {
        var first = new[] { "Overdue (", "Today (", "Tomorrow (", "This week (", "Later (", "No date (" }
            .Select(bucket => text.IndexOf(bucket, StringComparison.Ordinal)).Where(index => index >= 0).Min();
        return text[first..].Replace("Your response was sent to the app", "", StringComparison.Ordinal).Trim();
    }
}
